"""Bad input gives its French problem, a code, what to do, an exit status; never a traceback nor half a result."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from coeurdeville.readers import limits

Run = Callable[..., Any]
State = Callable[[Path], dict[str, str]]
HEAD = "X;Y;essence;hauteur\n"
ROWS = [f"{700_100 + 10 * k};{6_600_100 + 10 * k};Tilia cordata;{5 + k}\n" for k in range(10)]
TRACES = ("Traceback", "Error:", 'File "', "Exception", "None")


def table(path: Path, text: str = HEAD + "".join(ROWS), encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def empty(folder: Path) -> Path:
    return table(folder / "arbres.csv", "")


def heads_only(folder: Path) -> Path:
    return table(folder / "arbres.csv", HEAD)


def truncated_geojson(folder: Path) -> Path:
    return table(folder / "arbres.geojson", '{"type":"FeatureCollection","features":[{"type":"Feature","geom')


def truncated_workbook(folder: Path) -> Path:
    path = folder / "arbres.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "x" * 5000)
    path.write_bytes(path.read_bytes()[:300])
    return path


def truncated_package(folder: Path) -> Path:
    gpd.GeoDataFrame(geometry=[shapely.Point(700_100, 6_600_100)], crs=2154).to_file(folder / "arbres.gpkg")
    path = folder / "arbres.gpkg"
    path.write_bytes(path.read_bytes()[:5000])
    return path


def of_another_town(folder: Path) -> Path:
    gpd.GeoDataFrame(geometry=[shapely.Point(2.35, 48.85)], crs=4326).to_file(folder / "arbres.geojson")
    return folder / "arbres.geojson"


def not_a_table(folder: Path) -> Path:
    path = folder / "arbres.csv"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    return path


def escaping_archive(folder: Path) -> Path:
    path = folder / "arbres.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../dehors.csv", HEAD + ROWS[0])
    return path


def bomb(folder: Path) -> Path:
    path = folder / "arbres.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("arbres.csv", b"0" * (limits.HARMLESS + 1))
    return path


def without_coordinates(folder: Path) -> Path:
    return table(folder / "arbres.csv", "essence;hauteur\nTilia;5\n")


def without_any_place(folder: Path) -> Path:
    return table(folder / "arbres.csv", HEAD + ";;Tilia cordata;5\n;;Acer;6\n")


def absent(folder: Path) -> Path:
    return folder / "absent.csv"


REFUSED = [
    (empty, "fichier-vide"),
    (heads_only, "couche-vide"),
    (without_any_place, "couche-vide"),
    (truncated_geojson, "fichier-illisible"),
    (truncated_workbook, "fichier-illisible"),
    (truncated_package, "fichier-illisible"),
    (of_another_town, "hors-commune"),
    (not_a_table, "extension-trompeuse"),
    (escaping_archive, "archive-dangereuse"),
    (bomb, "archive-dangereuse"),
    (without_coordinates, "coordonnees-absentes"),
    (absent, "fichier-introuvable"),
]


def assert_said(ran: Any, code: str, status: int) -> None:
    """The code, a cure, in French, and nothing of the machine."""
    assert ran.status == status, ran.err
    assert f"[{code}]" in ran.err
    assert ran.err.count("→") == len(re.findall(r"^(?:Erreur|Attention|À savoir) \[", ran.err, re.MULTILINE)) > 0
    assert not [trace for trace in TRACES if trace in ran.err + ran.out]


@pytest.mark.parametrize(("make", "code"), REFUSED, ids=[make.__name__ for make, _ in REFUSED])
def test_a_bad_file_is_refused_and_leaves_the_folder_as_it_was(
    make: Callable[[Path], Path], code: str, valbois: Path, tmp_path: Path, coeurdeville: Run, state: State
) -> None:
    (tmp_path / "recu").mkdir()
    path, before = make(tmp_path / "recu"), state(valbois)
    assert_said(coeurdeville("ville", "ajouter", valbois, path, "--couche", "arbres"), code, 1)
    assert state(valbois) == before
    assert not (tmp_path / "dehors.csv").exists()


def test_a_file_above_the_limit_is_refused_before_it_is_read(
    valbois: Path, tmp_path: Path, coeurdeville: Run, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 100)
    before = state(valbois)
    ran = coeurdeville("ville", "ajouter", valbois, table(tmp_path / "arbres.csv"), "--couche", "arbres")
    assert_said(ran, "fichier-trop-gros", 1)
    assert state(valbois) == before


def latin1_called_utf8(folder: Path) -> Path:
    """A text whose accents are in Latin-1, under a mark that says UTF-8."""
    path = folder / "arbres.csv"
    path.write_bytes(
        b"\xef\xbb\xbf" + (HEAD + "".join(ROWS).replace("Tilia cordata", "Chêne pubescent")).encode("latin-1")
    )
    return path


def swapped(folder: Path) -> Path:
    rows = [f"{row.split(';')[1]};{row.split(';')[0]};Tilia;5\n" for row in ROWS]
    return table(folder / "arbres.csv", HEAD + "".join(rows))


def unreadable_heights(folder: Path) -> Path:
    rows = [row if k < 7 else row.replace(f";{5 + k}\n", ";haut\n") for k, row in enumerate(ROWS)]
    return table(folder / "arbres.csv", HEAD + "".join(rows))


def bow_ties(folder: Path) -> Path:
    x, y = 700_100, 6_600_100
    bow = shapely.Polygon([(x, y), (x + 10, y + 10), (x + 10, y), (x, y + 10)])
    gpd.GeoDataFrame(geometry=[bow, shapely.box(x + 50, y, x + 60, y + 10)], crs=2154).to_file(folder / "parcs.gpkg")
    return folder / "parcs.gpkg"


def misnamed(folder: Path) -> Path:
    table(folder / "a.csv").rename(folder / "arbres.geojson")
    return folder / "arbres.geojson"


MENDED = [
    (latin1_called_utf8, "arbres", "encodage-trompeur"),
    (swapped, "arbres", "coordonnees-inversees"),
    (unreadable_heights, "arbres", "a-confirmer"),
    (bow_ties, "espaces-verts", "geometrie-reparee"),
    (misnamed, "arbres", "extension-trompeuse"),
]


@pytest.mark.parametrize(("make", "layer", "code"), MENDED, ids=[make.__name__ for make, _, _ in MENDED])
def test_what_can_be_mended_is_mended_counted_and_said(
    make: Callable[[Path], Path], layer: str, code: str, valbois: Path, tmp_path: Path, coeurdeville: Run
) -> None:
    (tmp_path / "recu").mkdir()
    assert_said(coeurdeville("ville", "ajouter", valbois, make(tmp_path / "recu"), "--couche", layer), code, 0)
    assert not list(valbois.rglob("*.en-cours"))


def test_thirty_percent_of_unreadable_heights_wait_then_are_counted(
    valbois: Path, tmp_path: Path, coeurdeville: Run
) -> None:
    (tmp_path / "recu").mkdir()
    added = coeurdeville("ville", "ajouter", valbois, unreadable_heights(tmp_path / "recu"), "--couche", "arbres")
    assert "70 % des valeurs seulement" in added.out
    toml = valbois / "ville.toml"
    text = toml.read_text(encoding="utf-8")
    assert 'espece = "essence"\n' in text
    toml.write_text(
        text.replace('espece = "essence"\n', 'espece = "essence"\nhauteur_totale = "hauteur"\n'), encoding="utf-8"
    )
    ran = coeurdeville("ville", "verifier", valbois)
    assert_said(ran, "valeurs-illisibles", 0)
    assert "30 % des valeurs de « hauteur »" in ran.err


@pytest.mark.parametrize(
    "command", [("ville", "verifier"), ("diagnostic",), ("service", "lancer", "patrimoine-arbore")]
)
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('couche = "contour"', 'couche = "contours"', "couche-inconnue"),
        ('licence = "inconnue"', 'licence = "gratuite"', "licence-inconnue"),
        ("[ville]", "[ville", "toml-illisible"),
        ('commune = "00042"', "commune = 42", "valeur-inattendue"),
        ('commune = "00042"', 'commune = "02999"', "commune-inconnue"),
        ('etendue = ""', 'etendue = ""\ncolonnes = { nom = "ABSENTE" }', "colonne-hors-fichier"),
        ("fichiers/contour.gpkg", "fichiers/perdu.gpkg", "fichier-absent"),
        ("fichiers/contour.gpkg", "../../ailleurs.gpkg", "fichier-hors-dossier"),
    ],
)
def test_a_broken_inventory_stops_every_command(
    command: tuple[str, ...],
    old: str,
    new: str,
    code: str,
    valbois: Path,
    tmp_path: Path,
    coeurdeville: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    toml = valbois / "ville.toml"
    text = toml.read_text(encoding="utf-8")
    assert old in text
    toml.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert_said(coeurdeville(*command, valbois), code, 1)
    assert not (tmp_path / "resultats").exists()


@pytest.mark.parametrize(
    "command",
    [("ville", "verifier"), ("diagnostic",), ("service", "lancer", "patrimoine-arbore")],
)
def test_a_folder_that_is_not_a_town_is_refused(command: tuple[str, ...], tmp_path: Path, coeurdeville: Run) -> None:
    ran = coeurdeville(*command, tmp_path / "nulle-part")
    assert_said(ran, "ville-introuvable", 1)
    assert list(tmp_path.iterdir()) == []


def test_adding_to_a_folder_that_is_not_a_town_is_refused(tmp_path: Path, coeurdeville: Run) -> None:
    ran = coeurdeville("ville", "ajouter", tmp_path / "nulle-part", table(tmp_path / "a.csv"), "--couche", "arbres")
    assert_said(ran, "ville-introuvable", 1)


def test_a_wrong_commune_creates_nothing(tmp_path: Path, coeurdeville: Run) -> None:
    ran = coeurdeville("ville", "creer", tmp_path / "v", "--commune", "Saint-Quantin-les-Oies")
    assert_said(ran, "commune-inconnue", 1)
    assert not (tmp_path / "v").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--couche", "arbre"), "nom-inconnu"),
        (("--couche", "hauteur-de-vegetation"), "couche-en-grille"),
        ((), "couche-a-preciser"),
        (("--couche", "arbres", "--licence", "gratuite"), "licence-inconnue"),
        (("--couche", "arbres", "--millesime", "hier"), "millesime-illisible"),
        (("--couche", "arbres", "--feuille", "Feuille 1"), "partie-absente"),
    ],
)
def test_a_wrong_choice_is_refused(
    words: tuple[str, ...], code: str, valbois: Path, tmp_path: Path, coeurdeville: Run, state: State
) -> None:
    before = state(valbois)
    assert_said(coeurdeville("ville", "ajouter", valbois, table(tmp_path / "arbres.csv"), *words), code, 1)
    assert state(valbois) == before


def test_a_disk_that_does_not_obey_is_said(tmp_path: Path, coeurdeville: Run) -> None:
    (tmp_path / "fichier").write_text("déjà là")
    ran = coeurdeville("ville", "creer", tmp_path / "fichier", "--commune", "02691")
    assert_said(ran, "disque", 1)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("vile",), "commande-inconnue"),
        (("ville", "ajoute"), "commande-inconnue"),
        (("ville", "ajouter", "a", "b", "--foo"), "option-inconnue"),
        (("ville", "ajouter", "a"), "argument-manquant"),
        (("ville", "creer", "a"), "argument-manquant"),
        (("ville", "verifier", "a", "b"), "argument-en-trop"),
        (("ville", "ajouter", "a", "b", "--couche"), "option-mal-ecrite"),
    ],
)
def test_a_wrong_command_line_is_told_in_french(words: tuple[str, ...], code: str, coeurdeville: Run) -> None:
    ran = coeurdeville(*words)
    assert_said(ran, code, 2)
    assert "--aide" in ran.err


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("portee=3", "parametre-inconnu"),
        ("seen=loin", "parametre-illisible"),
        ("seen", "parametre-illisible"),
        ("seen=nan", "parametre-illisible"),
        ("seen=1000", "parametre-hors-bornes"),
        ("sight=20", "parametre-hors-bornes"),
    ],
)
def test_a_wrong_parameter_is_refused(given: str, code: str, valbois: Path, coeurdeville: Run) -> None:
    assert_said(coeurdeville("service", "lancer", "regle-3-30-300", valbois, "-p", given), code, 1)


def test_a_blocked_service_says_what_is_missing(valbois: Path, coeurdeville: Run) -> None:
    ran = coeurdeville("service", "lancer", "regle-3-30-300", valbois)
    assert_said(ran, "service-bloque", 1)
    assert "« Bâtiments »" in ran.err


def test_the_real_program_ends_the_same_way(valbois: Path, tmp_path: Path) -> None:
    """As a user runs it: status and words of a refusal, of a wrong line, of a pipe that closes."""
    command = [Path(sys.executable).parent / "coeurdeville"]
    path = empty(tmp_path)
    ran = subprocess.run(
        [*command, "ville", "ajouter", valbois, path, "--couche", "arbres"], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, "[fichier-vide]" in ran.stderr, "Traceback" in ran.stderr) == (1, True, False)
    ran = subprocess.run([*command, "ville", "creer"], capture_output=True, text=True, check=False)
    assert (ran.returncode, "[argument-manquant]" in ran.stderr) == (2, True)
