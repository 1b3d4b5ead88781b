import json
import shutil
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.territories.bake import bake, main
from coeurdeville.territories.edition import read_edition
from coeurdeville.territories.referentiel import ANCIENNES, COMMUNES, Referentiel, read_referentiel


def test_bake_gives_the_same_bytes_twice_and_leaves_nothing_aside(package: Path, baked: Path, tmp_path: Path) -> None:
    assert bake(package, tmp_path) == 8
    assert sorted(path.name for path in tmp_path.iterdir()) == [ANCIENNES, COMMUNES]
    for name in (COMMUNES, ANCIENNES):
        assert (tmp_path / name).read_bytes() == (baked / name).read_bytes()


def test_edition_says_what_a_figure_must_cite(few: Referentiel) -> None:
    assert few.edition.citation == "Insee, code officiel géographique 2030, via @ici/decoupage 9.0.0"
    assert (few.edition.population_year, few.edition.population_year_mayotte) == (2023, 2017)


def test_edition_without_readme_invents_no_year(package: Path, tmp_path: Path) -> None:
    shutil.copy(package / "package.json", tmp_path)
    edition = read_edition(tmp_path)
    assert (edition.cog_year, edition.population_year, edition.population_year_mayotte) == (None, None, None)
    assert edition.citation == "Insee, code officiel géographique, via @ici/decoupage 9.0.0"


def test_edition_does_not_know_the_year_of_another_insee_page(package: Path, tmp_path: Path) -> None:
    shutil.copytree(package, tmp_path, dirs_exist_ok=True)
    readme = tmp_path / "README.md"
    readme.write_text(readme.read_text(encoding="utf-8").replace("8680726", "1234567"), encoding="utf-8")
    assert read_edition(tmp_path).population_year is None


def test_bake_refuses_an_absent_package_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="decoupage-administratif-inutilisable"):
        bake(tmp_path / "nowhere", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["{", json.dumps([{"code": "17300"}]), json.dumps(["17300"]), "3"])
def test_bake_refuses_communes_of_another_form(package: Path, tmp_path: Path, content: str) -> None:
    copy, target = tmp_path / "package", tmp_path / "target"
    shutil.copytree(package, copy)
    target.mkdir()
    (copy / "data" / "communes.json").write_text(content, encoding="utf-8")
    with pytest.raises(Refused, match="decoupage-administratif-inutilisable"):
        bake(copy, target)
    assert list(target.iterdir()) == []


def test_main_gives_the_problem_and_status_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 1
    assert "npm ci" in capsys.readouterr().err


@pytest.mark.parametrize("damage", ["absent", "truncated", "not parquet"])
def test_reading_what_is_not_baked_says_how_to_bake(baked: Path, tmp_path: Path, damage: str) -> None:
    if damage != "absent":
        shutil.copytree(baked, tmp_path, dirs_exist_ok=True)
        whole = (tmp_path / COMMUNES).read_bytes()
        (tmp_path / COMMUNES).write_bytes(whole[: len(whole) // 2] if damage == "truncated" else b"code;nom")
    with pytest.raises(Refused) as refused:
        read_referentiel(tmp_path)
    assert refused.value.problems[0].code == "referentiel-absent"
    assert "make setup" in refused.value.problems[0].cure
