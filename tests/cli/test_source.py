"""Sources from the command line: nothing is asked unless it is said, and what comes is kept with its provenance."""

import shutil
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from coeurdeville.cli import sourcing
from coeurdeville.cli.main import group
from coeurdeville.core.problems import Refused
from coeurdeville.inventory.chargement import load_donnee
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import open_ville
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.net.client import Client
from coeurdeville.net.net import Mode, Net
from coeurdeville.sources.catalogue import sheets, sources
from coeurdeville.sources.contract.snapshot import Snapshot
from coeurdeville.sources.sheet_lines import of_coverage
from coeurdeville.territories.coverage import Coverage

RECORDED = Path(__file__).parents[1] / "recorded"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(group, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A town folder without outline nor answers."""
    (tmp_path / "fichiers").mkdir()
    (tmp_path / "ville.toml").write_text('[ville]\nnom = "Valombre"\ncommune = "00001"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def town(bare: Path) -> Path:
    """A town folder that kept the answers of every source."""
    shutil.copytree(RECORDED, bare / sourcing.ANSWERS)
    return bare


def known(column: pd.Series) -> list[Any]:
    """Values, None where there is none."""
    return [None if pd.isna(value) else value for value in column]


def entries(folder: Path) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in tomllib.loads((folder / "ville.toml").read_text("utf-8"))["donnees"]}


def test_list_gives_every_source_its_licence_and_state() -> None:
    told = run("source", "liste").output
    for slug, one in sources().items():
        assert slug in told
        assert one.licence.title in told
        assert one.state in told


def test_list_gives_those_that_are_read_first() -> None:
    told = run("source", "liste").output
    read, declared = told.split("Déclarées, pas encore lues")
    for slug, one in sheets().items():
        assert (f"  {slug} " in read, f"  {slug} " in declared) == (one.read, not one.read)


def test_list_of_a_layer_gives_its_sources_only() -> None:
    told = run("source", "liste", "--couche", "zones-climatiques-locales").output
    assert "cerema-lcz" in told
    assert "Lues par le logiciel" not in told
    assert "osm-arbres" not in told
    assert "Aucune source" in run("source", "liste", "--couche", "quartiers").output


@pytest.mark.parametrize("slug", sheets())
def test_sheet_is_shown_whole(slug: str) -> None:
    told, one = run("source", "montrer", slug).output, sheets()[slug]
    plain = told.replace("\u00a0", " ").replace("\u202f", " ")
    for text in (one.title, one.publisher, one.licence.title, one.page, one.access, one.covers, one.vintage, one.rhythm,
                 *one.failures, one.coverage.lacking, one.state, one.checked, one.layer.title):  # fmt: skip
        assert text in plain


def test_coverage_is_told_as_a_sentence() -> None:
    rule = Coverage(
        ("metropole", "drom"), left_out=("973",), whole=False, communes=("02691", "35236"), lacking="la liste"
    )
    assert of_coverage(rule) == (
        "métropole et départements d’outre-mer, sauf 973 ; 2\u00a0communes connues ; "
        "pour les autres, il manque la liste"
    )
    assert of_coverage(Coverage(("metropole",), ("02", "60"))) == "toutes : métropole, départements 02 et 60"


def test_source_that_only_has_a_sheet_is_not_asked(town: Path) -> None:
    with pytest.raises(Refused) as refused:
        run("source", "chercher", town, "cerema-lcz", "--en-ligne")
    assert refused.value.problems[0].code == "source-pas-encore-lue"


def test_offline_refuses_what_is_not_kept_and_writes_nothing(bare: Path) -> None:
    before = (bare / "ville.toml").read_bytes()
    with pytest.raises(Refused) as refused:
        run("source", "chercher", bare, "geoapi-contour")
    assert refused.value.problems[0].code == "hors-ligne"
    assert (bare / "ville.toml").read_bytes() == before
    assert not list((bare / "fichiers").iterdir())


def test_ground_must_be_known_first(town: Path) -> None:
    with pytest.raises(Refused) as refused:
        run("source", "chercher", town, "gbif-occurrences")
    assert refused.value.problems[0].code == "terrain-inconnu"


def test_outline_is_kept_with_where_it_comes_from(town: Path) -> None:
    told = run("source", "chercher", town, "geoapi-contour").output
    assert "Donnée « contour » ajoutée" in told.replace("\u00a0", " ")
    entry = entries(town)["contour"]
    assert entry["fichier"] == "fichiers/contour.geojson"
    assert (entry["producteur"], entry["acteur"]) == ("DINUM (Etalab)", "public-national")
    assert (entry["licence"], entry["millesime"]) == ("lov2", "23/11/2026")
    assert entry["adresse"] == "https://geo.api.gouv.fr/decoupage-administratif"
    assert "https://geo.api.gouv.fr/communes/00001?fields=code,nom" in entry["acces"]
    assert [(one["date"], one["statut"]) for one in entry["statuts"]] == [(date(2026, 11, 23), "ouverte")]
    territory, problems = territory_of_ville(open_ville(town))
    assert territory.area() == pytest.approx(4_000_000, rel=1e-6)
    assert not problems


PLACED = [slug for slug, one in sources().items() if issubclass(one.layer, VectorLayer)]


@pytest.mark.parametrize("slug", [slug for slug in PLACED if slug != "geoapi-contour"])
def test_file_gives_back_the_layer_of_the_source(town: Path, slug: str) -> None:
    """Read through the inventory, it is what services would have had from the snapshot itself."""
    run("source", "chercher", town, "geoapi-contour")
    assert run("source", "chercher", town, slug).exit_code == 0
    ville = open_ville(town)
    territory, _ = territory_of_ville(ville)
    (donnee,) = (one for one in ville.donnees if one.fichier == f"fichiers/{slug}.geojson")
    snapshot: Snapshot[Any] = sources()[slug].fetch(territory, Net(town / sourcing.ANSWERS))
    wanted: Any = snapshot.supply().layer
    read: Any = load_donnee(ville, donnee, territory).couche
    assert len(read) == len(wanted)
    assert read.frame.area.sum() == pytest.approx(wanted.frame.area.sum(), rel=1e-5)
    for column in read.frame.columns.drop("geometry"):
        assert known(read.frame[column]) == known(wanted.frame[column])
    assert (read.origin.licence, read.origin.vintage) == (wanted.origin.licence, wanted.origin.vintage)


@pytest.mark.parametrize("slug", [slug for slug in sources() if slug not in PLACED])
def test_table_gives_back_the_layer_of_the_source(town: Path, slug: str) -> None:
    """A layer without place is a CSV, and needs no outline."""
    assert run("source", "chercher", town, slug).exit_code == 0
    ville = open_ville(town)
    territory, _ = territory_of_ville(ville)
    (donnee,) = ville.donnees
    assert donnee.fichier == f"fichiers/{slug}.csv"
    wanted: Any = sources()[slug].fetch(territory, Net(town / sourcing.ANSWERS)).layer
    read: Any = load_donnee(ville, donnee, territory).couche
    assert {column: known(read.frame[column]) for column in read.frame} == {
        column: known(wanted.frame[column]) for column in wanted.frame
    }
    assert (read.origin.licence, read.origin.vintage) == (wanted.origin.licence, wanted.origin.vintage)


def test_unread_licence_leaves_the_status_to_be_told(town: Path) -> None:
    told = run("source", "chercher", town, "georisques-risques").output
    assert "licence à confirmer" in told
    assert "1\u00a0risque sans numéro ou sans nom, non pris" in told
    entry = entries(town)["risques-recenses"]
    assert "statuts" not in entry
    assert entry["licence"] == "inconnue"


def test_non_commercial_records_are_said_in_the_inventory(town: Path) -> None:
    run("source", "chercher", town, "geoapi-contour")
    told = run("source", "chercher", town, "gbif-occurrences").output
    assert "CC BY-NC 4.0" in told
    assert "sans nom d’espèce" in told
    entry = entries(town)["observations"]
    assert entry["licence"] == "cc-by-nc"
    assert entry["statuts"][0]["statut"] == "payante-ou-limitee"
    assert "CC BY-NC" in entry["statuts"][0]["motif"]


def test_asked_again_the_entry_is_replaced(town: Path) -> None:
    for _ in range(2):
        run("source", "chercher", town, "geoapi-contour")
    assert list(entries(town)) == ["contour"]


def test_file_of_the_town_goes_on_serving(town: Path) -> None:
    """What a town entered first is what services read; a source does not take its place unseen."""
    run("source", "chercher", town, "geoapi-contour")
    own = shutil.copy(RECORDED / "ign_bdtopo_vegetation" / "page1.json", town / "parcs.geojson")
    run("ville", "ajouter", town, own, "--couche", "vegetation")
    told = run("source", "chercher", town, "ign-bdtopo-vegetation").output
    assert "Donnée « vegetation-2 » ajoutée" in told.replace("\u00a0", " ")
    assert "Les services lisent toujours « vegetation »" in told.replace("\u00a0", " ")


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[httpx.Response]]:
    """Online commands get these answers, in order, the last one for ever."""
    responses: list[httpx.Response] = []

    def answer(_: httpx.Request) -> httpx.Response:
        return responses.pop(0) if len(responses) > 1 else responses[0]

    def online(cls: type[Net], folder: Path) -> Net:
        return cls(folder, Mode.ONLINE, Client(httpx.MockTransport(answer), lambda _: None), datetime.now(UTC))

    monkeypatch.setattr(Net, "online", classmethod(online))
    return responses


def test_online_answer_serves_offline_after(bare: Path, answered: list[httpx.Response]) -> None:
    answered.append(httpx.Response(200, content=(RECORDED / "geoapi_contour" / "commune.json").read_bytes()))
    assert run("source", "chercher", bare, "geoapi-contour", "--en-ligne").exit_code == 0
    (bare / "fichiers" / "contour.geojson").unlink()
    (bare / "ville.toml").write_text('[ville]\nnom = "Valombre"\ncommune = "00001"\n', encoding="utf-8")
    assert run("source", "chercher", bare, "geoapi-contour").exit_code == 0


def test_online_may_be_allowed_once_for_all(
    bare: Path, answered: list[httpx.Response], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COEURDEVILLE_EN_LIGNE", "1")
    answered.append(httpx.Response(404))
    with pytest.raises(Refused) as refused:
        run("source", "chercher", bare, "geoapi-contour")
    assert refused.value.problems[0].code == "source-refus"


def creation(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Result:
    """`ville creer` for a commune that is in no list."""
    from coeurdeville.territories import communes
    from coeurdeville.territories.commune import Commune, Departement, Region
    from coeurdeville.territories.communes import Found

    valombre = Commune("00001", "Valombre", Departement("00", "Ailleurs"), Region("00", "Ailleurs"), None, None,
                       1000, 2026, (), ())  # fmt: skip
    monkeypatch.setattr(communes, "find", lambda _: Found(valombre, ()))
    return run("ville", "creer", folder, "--commune", "00001", *options)


def test_new_town_asks_for_nothing_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert creation(tmp_path / "v", monkeypatch).exit_code == 0
    assert not list((tmp_path / "v" / "fichiers").iterdir())


def test_new_town_online_has_its_outline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answered: list[httpx.Response]
) -> None:
    answered.append(httpx.Response(200, content=(RECORDED / "geoapi_contour" / "commune.json").read_bytes()))
    told = creation(tmp_path / "v", monkeypatch, "--en-ligne").output
    assert "contour.geojson" in told
    assert entries(tmp_path / "v")["contour"]["licence"] == "lov2"


def test_new_town_stays_when_the_outline_does_not_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answered: list[httpx.Response]
) -> None:
    answered.append(httpx.Response(503))
    done = creation(tmp_path / "v", monkeypatch, "--en-ligne")
    assert done.exit_code == 0
    assert "source-en-panne" in done.stderr
    assert "Attention" in done.stderr
    assert open_ville(tmp_path / "v").donnees == ()
