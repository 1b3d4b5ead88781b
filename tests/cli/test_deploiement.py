"""`coeurdeville deploiement`: a town, a service, the matrix; what is typed wrong is said in French."""

import csv
import json
import shutil
from collections.abc import Callable
from datetime import date
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


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small fictional town; never written to."""
    folder = tmp_path_factory.mktemp("ville") / "ville"
    write_dossier(make_town(buildings=60, seed=3), folder, date(2026, 11, 25))
    return folder


@pytest.fixture
def demo(drawn: Path, tmp_path: Path) -> Path:
    """A copy of it, among the folders of towns."""
    return shutil.copytree(drawn, tmp_path / "villes" / "ville")


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
    assert (
        "244 communes : « Zones inondables » à vérifier (le logiciel ne lit pas encore la source nationale, "
        "on ne sait pas si la commune est couverte)" in ran.out
    )
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 244
    assert {row["service"] for row in rows} == {"exposition-inondations"}


def test_matrix_counts_every_town_and_says_why_most_are_alike(coeurdeville: Run, tmp_path: Path) -> None:
    ran = coeurdeville("deploiement", "matrice", "--perimetre", "02", "--csv", tmp_path / "m.csv")
    assert "département Aisne (02) : 797 communes" in ran.out
    assert "dans 797 communes sur 797" in ran.out
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sum(1 for _ in csv.DictReader(file, delimiter=";")) == 797 * len(all_services())


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


def entry(folder: Path, layer: str, file: str, **told: str) -> None:
    """An entry written by hand, with its file."""
    lines = "".join(f'{key} = "{value}"\n' for key, value in {"titre": layer, "fichier": file, **told}.items())
    with (folder / "ville.toml").open("a", encoding="utf-8") as toml:
        toml.write(f'\n[[donnees]]\nid = "{layer}"\ncouche = "{layer}"\n{lines}')


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vide.csv", b""),
        ("faux.geojson", b"n'importe quoi"),
        ("x.pdf", b"%PDF-1.4"),
        ("entete.csv", b"x,y,essence\n"),
        ("ailleurs.csv", b"x,y,essence\n100000,6000000,Tilia\n"),
    ],
)
def test_a_file_that_does_not_open_is_not_counted_on(
    coeurdeville: Run, valbois: Path, name: str, content: bytes
) -> None:
    (valbois / "fichiers" / name).write_bytes(content)
    entry(valbois, "arbres", f"fichiers/{name}")
    told = coeurdeville("deploiement", "ville", valbois, "--service", "patrimoine-arbore").out
    assert "à vérifier" in told
    assert "son fichier ne donne pas la couche" in told


def test_a_bad_entry_is_said_and_the_good_ones_count(coeurdeville: Run, demo: Path) -> None:
    entry(demo, "haies", "fichiers/absent.csv")
    ran = coeurdeville("deploiement", "ville", demo, "--service", "patrimoine-arbore")
    assert ran.status == 0
    assert "[fichier-absent]" in ran.err
    assert "possible" in ran.out
    listed = coeurdeville("deploiement", "matrice", "--perimetre", "dossiers", "--villes", demo.parent)
    assert "1 donnée de l’inventaire, en erreur, ne comptent pas" in listed.err


def test_a_status_that_closes_data_stops_their_publication(coeurdeville: Run, demo: Path) -> None:
    ran = coeurdeville("inventaire", "statut", demo, "arbres", "non-ouverte-donnees-personnelles", "--auteur", "DPO",
                       "--preuve", "avis", "--motif", "noms d’agents")  # fmt: skip
    assert ran.status == 0
    told = coeurdeville("deploiement", "ville", demo, "--service", "patrimoine-arbore").out
    assert "non publiable en données ouvertes (« Arbres » : non ouverte : données personnelles)" in told


def test_a_store_that_cannot_be_read_proves_nothing_and_stops_nothing(coeurdeville: Run, demo: Path) -> None:
    assert coeurdeville("service", "lancer", "patrimoine-arbore", demo).status == 0
    (table,) = (demo / ".magasin" / "figures").rglob("*.parquet")
    kept = table.read_bytes()
    table.write_bytes(b"garbage")
    assert "calculé le" not in coeurdeville("deploiement", "ville", demo).out
    table.write_bytes(kept)
    for objects in (demo / ".magasin" / "objets").rglob("*.parquet"):
        objects.unlink()
    assert "calculé le" not in coeurdeville("deploiement", "ville", demo).out


def test_the_folders_make_a_perimeter_fictional_towns_included(coeurdeville: Run, demo: Path, tmp_path: Path) -> None:
    asked = ("deploiement", "service", "patrimoine-arbore", "--villes", demo.parent)
    ran = coeurdeville(*asked, "--perimetre", "dossiers", "--csv", tmp_path / "s.csv")
    assert "villes qui ont un dossier" in ran.out
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert (row["code_insee"], row["etat"]) == ("00001", "possible")
    assert "[dossiers-hors-perimetre]" in coeurdeville(*asked, "--perimetre", "02").err


def test_the_folder_of_a_merged_commune_counts_for_the_one_of_today(coeurdeville: Run, tmp_path: Path) -> None:
    folder = tmp_path / "villes" / "ancienne"
    folder.mkdir(parents=True)
    (folder / "ville.toml").write_text('[ville]\nnom = "Cherbourg-Octeville"\ncommune = "50602"\n', encoding="utf-8")
    ran = coeurdeville("deploiement", "matrice", "--perimetre", "50129", "--villes", folder.parent)
    assert "[dossier-d-une-commune-reunie]" in ran.err
    assert "il compte pour elle" in ran.err
    assert "Cherbourg-en-Cotentin" in coeurdeville("deploiement", "ville", folder).out


def test_a_file_is_read_once_and_again_when_it_changes(
    coeurdeville: Run, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coeurdeville.inventory import lectures

    read: list[str] = []
    real = lectures.load_donnee
    monkeypatch.setattr(
        lectures, "load_donnee", lambda ville, one, ground: read.append(one.id) or real(ville, one, ground)
    )
    for _ in range(2):
        coeurdeville("deploiement", "ville", demo, "--service", "patrimoine-arbore")
    assert sorted(read) == sorted(set(read))
    assert "arbres" in read
    read.clear()
    toml = (demo / "ville.toml").read_text("utf-8")
    file = next(line for line in toml.splitlines() if line.startswith("fichier = ") and "arbre" in line).split('"')[1]
    with (demo / file).open("ab") as held:
        held.write(b"\n")
    coeurdeville("deploiement", "ville", demo, "--service", "patrimoine-arbore")
    assert read == ["arbres"]


def test_folders_as_a_perimeter_need_folders(coeurdeville: Run) -> None:
    ran = coeurdeville("deploiement", "debloquer", "--perimetre", "dossiers")
    assert ran.status == 1
    assert "[dossiers-a-donner]" in ran.err


def test_a_described_service_is_not_run_and_is_said_to_be_described(coeurdeville: Run, demo: Path) -> None:
    ran = coeurdeville("service", "lancer", "charte-de-l-arbre", demo)
    assert ran.status == 1
    assert "[service-decrit]" in ran.err
