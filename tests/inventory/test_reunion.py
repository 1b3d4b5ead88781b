"""Several files of one layer, and what a whole file bears."""

from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
from shapely.geometry import Point, box

from coeurdeville.core.licences import LICENCES, LOV2
from coeurdeville.core.problems import Refused
from coeurdeville.core.provenance import Origin, merged
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.offre import offer_of
from coeurdeville.inventory.reunion import together
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import create_ville, open_ville
from coeurdeville.layers.flood_zones import FloodZones
from coeurdeville.layers.trees import Trees
from coeurdeville.territories.commune import Commune, Departement, Region

TOWN = Commune(
    "00001", "Bourg-Essai", Departement("00", "fictif"), Region("00", "fictive"), None, None, 9, None, (), ()
)
X, Y = 700_000, 6_600_000


def _flood_map(path: Path, west: float) -> Path:
    gpd.GeoDataFrame(geometry=[box(X + west, Y, X + west + 50, Y + 50)], crs=2154).to_file(path, driver="GPKG")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return create_ville(tmp_path / "ville", TOWN, date(2026, 11, 23)).dossier


def test_files_of_one_layer_are_put_together(folder: Path, tmp_path: Path) -> None:
    for name, west in (("faible", 0), ("fort", 100)):
        constants = {"scenario": "moyen", "alea": name}
        add_file(folder, _flood_map(tmp_path / f"{name}.gpkg", west), "zones-inondables", constantes=constants)
    ville = open_ville(folder)
    offre = offer_of(ville, territory_of_ville(ville)[0])
    layer = offre.couches[FloodZones].layer
    assert isinstance(layer, FloodZones)
    assert [donnee.id for donnee in offre.donnees[FloodZones]] == ["zones-inondables", "zones-inondables-2"]
    assert layer.frame[["scenario", "hazard"]].to_numpy().tolist() == [["moyen", "faible"], ["moyen", "fort"]]
    assert (layer.origin.read, layer.origin.kept) == (2, 2)
    assert layer.frame.geometry.area.sum() == 5000


def test_a_constant_makes_the_fingerprint_of_the_offer(folder: Path, tmp_path: Path) -> None:
    prints = []
    for scenario in ("moyen", "extreme"):
        add_file(folder, _flood_map(tmp_path / "zone.gpkg", 0), "zones-inondables", constantes={"scenario": scenario})
        ville = open_ville(folder)
        prints.append(offer_of(ville, territory_of_ville(ville)[0]).couches[FloodZones].fingerprint)
    assert prints[0] != prints[1]


def test_a_required_column_without_constant_is_refused_and_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        add_file(folder, _flood_map(tmp_path / "zone.gpkg", 0), "zones-inondables")
    assert "colonne-obligatoire-non-reconnue" in [problem.code for problem in refused.value.problems]
    assert not open_ville(folder).donnees


def test_a_constant_of_an_unknown_column_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="colonne-inconnue"):
        add_file(folder, _flood_map(tmp_path / "zone.gpkg", 0), "zones-inondables", constantes={"crue": "moyen"})


def test_one_part_is_given_back_as_it_is() -> None:
    frame = gpd.GeoDataFrame({"scenario": ["moyen"]}, geometry=[box(X, Y, X + 1, Y + 1)], crs=2154)
    layer = FloodZones(frame, origin=Origin("Zones"))
    assert together([layer]) is layer


def test_what_is_put_together_is_known_where_one_part_is() -> None:
    frame = gpd.GeoDataFrame({"scenario": ["moyen"]}, geometry=[box(X, Y, X + 1, Y + 1)], crs=2154)
    west, east = (FloodZones(frame, origin=Origin("Zones"), extent=box(x, Y, x + 10, Y + 10)) for x in (X, X + 20))
    assert together([west, east]).extent.area == 200
    assert together([west, FloodZones(frame, origin=Origin("Zones"))]).extent is None


def test_merged_origins_keep_every_title_and_the_strictest_licence() -> None:
    first = Origin("A", "Ville", Vintage(date(2017, 1, 1), date(2017, 12, 31)), LOV2, read=3, kept=2, imputed=0.5)
    second = Origin("B", "Ville", Vintage(date(2020, 1, 1), date(2020, 12, 31)), LICENCES["odbl"], read=2, kept=2)
    whole = merged([first, second])
    assert (whole.title, whole.producer, str(whole.vintage)) == ("A et B", "Ville", "2017-2020")
    assert (whole.licence.key, whole.read, whole.kept, whole.imputed) == ("odbl", 5, 4, 0.25)
    assert merged([first, Origin("C")]).vintage is None


def _trees(path: Path, *east: float) -> Path:
    points = [Point(X + one, Y) for one in east]
    gpd.GeoDataFrame({"essence": ["Tilia"] * len(points)}, geometry=points, crs=2154).to_file(path, driver="GPKG")
    return path


@pytest.mark.parametrize(
    ("second", "code", "count"),
    [((0.4, 50.0, 300.0), "objets-en-commun", 2), ((20.0, 300.0), "donnees-reunies", 1)],
)
def test_two_inventories_that_may_count_the_same_trees_are_told(
    folder: Path, tmp_path: Path, second: tuple[float, ...], code: str, count: int
) -> None:
    add_file(folder, _trees(tmp_path / "rues.gpkg", 0.0, 50.5, 100.0), "arbres")
    add_file(folder, _trees(tmp_path / "parcs.gpkg", *second), "arbres")
    ville = open_ville(folder)
    offre = offer_of(ville, territory_of_ville(ville)[0])
    assert len(offre.couches[Trees].layer.frame) == 3 + len(second)  # type: ignore[attr-defined]
    said = [one for one in offre.problems["arbres-2"] if one.code in {"objets-en-commun", "donnees-reunies"}]
    assert [(one.code, one.count) for one in said] == [(code, count)]
