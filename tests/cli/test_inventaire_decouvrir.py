"""What a town already publishes, from the command line: offline unless it is said."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RECORDED = Path(__file__).parents[1] / "inventory" / "decouverte" / "recorded"
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where answers are kept, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The catalogue of a fictional portal."""
    path = tmp_path / "catalogue.jsonld"
    titles = ("Arbres d’alignement", "Parc informatique")
    datasets = [
        {
            "@type": "Dataset",
            "@id": f"https://data.valbois.test/{k}",
            "title": title,
            "publisher": {"name": "Ville de Valbois"},
        }
        for k, title in enumerate(titles)
    ]
    path.write_text(json.dumps({"dataset": datasets}), encoding="utf-8")
    return path


def test_offline_without_answers_is_refused_and_says_what_to_do(coeurdeville: Run) -> None:
    ran = coeurdeville("inventaire", "decouvrir", "02691")
    assert (ran.status, ran.out) == (1, "")
    assert "[hors-ligne]" in ran.err
    assert "--en-ligne" in ran.err


def test_answers_kept_by_the_town_are_read_again_and_entered(coeurdeville: Run, valbois: Path) -> None:
    shutil.copytree(RECORDED, valbois / ".magasin" / "reponses")
    ran = coeurdeville("inventaire", "decouvrir", valbois, "--dossier", valbois)
    assert ran.status == 0, ran.err
    assert "Valbois : 4 jeux de données, dont 3 qui ressemblent à une couche" in ran.out
    assert "couche : Arbres [arbres], à confirmer (titre : « Arbres d’alignement »)" in ran.out
    assert "[organisme-par-son-nom]" in ran.err
    assert 'id = "arbres-publie"' in (valbois / "ville.toml").read_text(encoding="utf-8")


def test_a_catalogue_needs_no_network_and_changes_nothing_without_folder(
    coeurdeville: Run, valbois: Path, catalogue: Path, state: Callable[[Path], dict[str, str]]
) -> None:
    before = state(valbois)
    ran = coeurdeville("inventaire", "decouvrir", valbois, "--catalogue", catalogue)
    assert ran.status == 0, ran.err
    assert "2 jeux de données, dont 1 qui ressemble à une couche" in ran.out
    assert "Parc informatique\n  couche : aucune proposée" in ran.out
    assert state(valbois) == before


def test_the_folder_of_another_town_is_refused(coeurdeville: Run, valbois: Path, catalogue: Path) -> None:
    ran = coeurdeville("inventaire", "decouvrir", "02691", "--dossier", valbois, "--catalogue", catalogue)
    assert ran.status == 1
    assert "[dossier-d-une-autre-ville]" in ran.err
