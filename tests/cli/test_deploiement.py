"""`coeurdeville deploiement`: a town, a service, the matrix; what is typed wrong is said in French."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.demo.dossier import write_dossier
from coeurdeville.demo.town import make_town
from coeurdeville.services.catalogue import all_services, services

Run = Callable[..., Any]


def test_a_commune_without_folder_rests_on_national_sources(coeurdeville: Run, tmp_path: Path) -> None:
    ran = coeurdeville("deploiement", "ville", "02691", "--json", tmp_path / "v.json")
    assert ran.status == 0
    assert "Saint-Quentin (02691, Aisne)" in ran.out
    assert "les sources nationales seules" in ran.out
    told = json.loads((tmp_path / "v.json").read_text("utf-8"))
    assert [one["service"] for one in told["services"]] == list(all_services())
    assert all(one["raisons"] for one in told["services"])
    held = [one for row in told["services"] for one in row["detenteurs"]]
    assert any(one["detenteur"] == "Commune de Saint-Quentin" for one in held)


def test_a_merged_commune_leads_to_the_one_of_today(coeurdeville: Run) -> None:
    ran = coeurdeville("deploiement", "ville", "Cherbourg-Octeville", "--service", "patrimoine-arbore")
    assert "Cherbourg-en-Cotentin (50129, Manche)" in ran.out


def test_overseas_and_outside_coverage_come_out_right(coeurdeville: Run) -> None:
    """What is only made in the metropole is nobody's in La Réunion."""
    ran = coeurdeville("deploiement", "ville", "97411", "--service", "regle-3-30-300")
    assert "dégradé" in ran.out
    assert coeurdeville("deploiement", "ville", "98818", "--service", "regle-3-30-300").out.count("bloqué") >= 1


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A small fictional town, among the folders of towns."""
    from datetime import date

    folder = tmp_path / "villes" / "ville"
    write_dossier(make_town(buildings=60, seed=3), folder, date(2026, 11, 25))
    return folder


def test_a_folder_tells_what_runs_now_then_what_was_proven(coeurdeville: Run, demo: Path) -> None:
    before = coeurdeville("deploiement", "ville", demo, "--json", demo.parent / "v.json").out
    assert "fictive" in before
    told = json.loads((demo.parent / "v.json").read_text("utf-8"))["services"]
    now = {one["service"] for one in told if one["avec_les_fichiers_de_la_ville"] != "bloqué"}
    assert services().keys() <= now
    assert before.count("tourne avec les seuls fichiers") + before.count("tourne en partie") == len(services())
    assert "vérifié" not in before.splitlines()[2]
    assert coeurdeville("service", "lancer", "patrimoine-arbore", demo).status == 0
    after = coeurdeville("deploiement", "ville", demo, "--service", "patrimoine-arbore").out
    assert "vérifié" in after
    assert "calculé le" in after
    toml = (demo / "ville.toml").read_text("utf-8")
    file = next(line for line in toml.splitlines() if line.startswith("fichier = ") and "arbre" in line).split('"')[1]
    with (demo / file).open("ab") as held:
        held.write(b"\n")
    changed = coeurdeville("deploiement", "ville", demo, "--service", "patrimoine-arbore").out
    assert "calculé le" not in changed


def test_service_names_towns_by_state_and_says_what_blocks(coeurdeville: Run, tmp_path: Path) -> None:
    ran = coeurdeville("deploiement", "service", "exposition-inondations", "--csv", tmp_path / "s.csv")
    assert "Exposition aux inondations [exposition-inondations], programme Action Cœur de Ville" in ran.out
    assert "« Zones inondables » : à vérifier dans" in ran.out
    with (tmp_path / "s.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 244
    assert {row["service"] for row in rows} == {"exposition-inondations"}


def test_matrix_counts_every_town_and_says_why_most_are_alike(coeurdeville: Run, tmp_path: Path) -> None:
    ran = coeurdeville("deploiement", "matrice", "--perimetre", "02", "--csv", tmp_path / "m.csv")
    assert "département Aisne (02) : 797 communes" in ran.out
    assert "dans 797 communes sur 797" in ran.out
    with (tmp_path / "m.csv").open(encoding="utf-8", newline="") as file:
        assert sum(1 for _ in csv.DictReader(file)) == 797 * len(all_services())


def test_folders_of_towns_count_and_a_broken_one_is_said(coeurdeville: Run, demo: Path) -> None:
    broken = demo.parent / "cassee"
    broken.mkdir()
    (broken / "ville.toml").write_text("[ville\n", encoding="utf-8")
    ran = coeurdeville("deploiement", "matrice", "--perimetre", "02691", "--villes", demo.parent)
    assert ran.status == 0
    assert "[dossier-de-ville-ecarte]" in ran.err
    assert "cassee" in ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("ville", "nulle-part-du-tout"), "commune-inconnue"),
        (("ville", "02691", "--service", "rien-du-tout"), "nom-inconnu"),
        (("service", "patrimoine-arbor"), "nom-inconnu"),
        (("matrice", "--perimetre", "99"), "perimetre-inconnu"),
    ],
)
def test_what_is_typed_wrong_is_said_with_a_code(coeurdeville: Run, words: tuple[str, ...], code: str) -> None:
    ran = coeurdeville("deploiement", *words)
    assert ran.status == 1
    assert f"[{code}]" in ran.err
