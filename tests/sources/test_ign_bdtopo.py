"""Buildings and vegetation of the BD TOPO, page by page."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import geopandas as gpd
import httpx
import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.net.client import Client
from coeurdeville.net.net import Mode, Net
from coeurdeville.sources.contract.ground import ground_of
from coeurdeville.sources.ign_bdtopo_batiments import NOT_STANDING, ign_bdtopo_batiments
from coeurdeville.sources.ign_bdtopo_vegetation import ign_bdtopo_vegetation
from coeurdeville.sources.wfs import wfs_features
from coeurdeville.territories.territory import Territory

SHAPEFILE_NAMES = {
    "USAGE1": "usage_1", "ETAT": "etat_de_l_objet", "NB_LOGTS": "nombre_de_logements", "NB_ETAGES": "nombre_d_etages",
    "HAUTEUR": "hauteur", "NATURE": "nature",
}  # fmt: skip
"""Of the delivery by Shapefile, with the names of the WFS."""


def test_buildings_that_stand_are_taken_from_both_pages(town: Territory, recorded: Net) -> None:
    buildings = ign_bdtopo_batiments(town, recorded)
    assert buildings.frame["use"].tolist() == ["Résidentiel", "Annexe", "Indifférencié"]
    assert buildings.frame["dwellings"].dropna().tolist() == [12]
    assert [answer.address.rpartition("=")[2] for answer in recorded.answers] == ["0", "3"]


def test_height_of_zero_is_unknown(town: Territory, recorded: Net) -> None:
    heights = ign_bdtopo_batiments(town, recorded).frame["height"]
    assert heights.isna().tolist() == [False, True, False]
    assert heights.dropna().tolist() == [9.4, 4.1]


def test_what_is_left_out_is_said(town: Territory, recorded: Net) -> None:
    said = ign_bdtopo_batiments(town, recorded).origin.assumptions
    assert said == (
        "1\u00a0bâtiment en projet, en construction ou en ruine, non pris.",
        "1\u00a0objet sans géométrie utilisable, non pris.",
    )


def test_buildings_are_exhaustive_on_the_ground_that_was_asked(town: Territory, recorded: Net) -> None:
    buildings = ign_bdtopo_batiments(town, recorded)
    assert buildings.extent.equals(ground_of(town))
    assert shapely.covers(buildings.extent, buildings.inner_points()).all()


def test_forest_is_cut_at_the_ground(town: Territory, recorded: Net) -> None:
    vegetation = ign_bdtopo_vegetation(town, recorded)
    assert vegetation.frame["kind"].tolist() == ["Bois", "Forêt fermée de feuillus", "Haie"]
    assert shapely.union_all(vegetation.shapes).within(shapely.buffer(ground_of(town), 0.001))


@pytest.fixture
def olemps(mirror: Path) -> Path:
    return mirror / "towns" / "12174-olemps-bdtopo"


def serving(folder: Path, frame: gpd.GeoDataFrame, page: int = 500) -> Net:
    """A WFS that gives at most `page` objects at a time, whatever it is asked."""
    features = json.loads(frame.rename(columns=SHAPEFILE_NAMES).to_json(na="null"))["features"]

    def answer(request: httpx.Request) -> httpx.Response:
        start = int(request.url.params["STARTINDEX"])
        content = {
            "type": "FeatureCollection",
            "features": features[start : start + page],
            "numberMatched": len(features),
        }
        return httpx.Response(200, json=content)

    return Net(folder, Mode.ONLINE, Client(httpx.MockTransport(answer)), datetime.now(UTC))


def delivered(path: Path, *columns: str) -> gpd.GeoDataFrame:
    return gpd.read_file(path, encoding="utf-8")[[*columns, "geometry"]]


def around(frame: gpd.GeoDataFrame) -> Territory:
    """The middle of what was delivered, so that some objects are beyond the ground."""
    x, y = frame.union_all().centroid.coords[0]
    return Territory("12174", "Olemps", 2154, shapely.box(x - 300, y - 300, x + 300, y + 300))


@pytest.mark.real
def test_real_buildings_are_those_of_the_delivery(olemps: Path, tmp_path: Path) -> None:
    frame = delivered(olemps / "BATIMENT.shp", "USAGE1", "ETAT", "NB_LOGTS", "NB_ETAGES", "HAUTEUR")
    town = around(frame)
    net = serving(tmp_path, frame.to_crs(4326))
    buildings = ign_bdtopo_batiments(town, net)
    expected = frame[~frame["ETAT"].isin(NOT_STANDING) & frame.representative_point().within(ground_of(town))]
    assert 100 < len(expected) < len(frame)
    assert len(net.answers) == 5
    assert len(buildings) == pytest.approx(len(expected), abs=1)
    assert buildings.frame.area.sum() == pytest.approx(expected.area.sum(), rel=1e-3)
    assert buildings.total("dwellings") == pytest.approx(expected["NB_LOGTS"].sum(), abs=3)
    assert buildings.frame["use"].value_counts().to_dict() == expected["USAGE1"].value_counts().to_dict()


@pytest.mark.real
def test_real_vegetation_is_that_of_the_delivery(olemps: Path, tmp_path: Path) -> None:
    frame = delivered(olemps / "ZONE_DE_VEGETATION.shp", "NATURE")
    town = around(frame)
    vegetation = ign_bdtopo_vegetation(town, serving(tmp_path, frame.to_crs(4326)))
    expected = frame.assign(geometry=frame.make_valid()).clip(ground_of(town))
    assert vegetation.frame.area.sum() == pytest.approx(expected.area.sum(), rel=1e-4)
    by_nature = vegetation.frame.dissolve("kind").area
    assert by_nature.to_dict() == pytest.approx(expected.dissolve("NATURE").area.to_dict(), rel=1e-3)


def replayed(folder: Path, recording: Path) -> Net:
    body = recording.read_bytes()
    client = Client(httpx.MockTransport(lambda _: httpx.Response(200, content=body)))
    return Net(folder, Mode.ONLINE, client, datetime.now(UTC))


def asked(net: Net) -> list[dict[str, Any]]:
    return wfs_features(
        net, "https://data.geopf.fr/wfs/ows", "FakeLayer1", (0, 0, 1, 1), sort="id", fields=("code_insee",)
    )


@pytest.mark.real
@pytest.mark.parametrize(("case", "codes"), [("single_page", ["29019"]), ("no_features", [])])
def test_real_envelope_of_the_service_is_read(mirror: Path, tmp_path: Path, case: str, codes: list[str]) -> None:
    folder = mirror / "api" / "happign_ign" / "mock_get_wfs" / case / "data.geopf.fr" / "wfs"
    (recording,) = folder.glob("*.json")
    features = asked(replayed(tmp_path, recording))
    assert [one["properties"]["code_insee"] for one in features] == codes


def test_service_that_answers_an_exception_is_refused(town: Territory, tmp_path: Path) -> None:
    report = '<?xml version="1.0"?><ows:ExceptionReport version="2.0.0"/>'
    response = httpx.Response(200, text=report, headers={"Content-Type": "application/xml"})
    net = Net(tmp_path, Mode.ONLINE, Client(httpx.MockTransport(lambda _: response)))
    with pytest.raises(Refused, match="application/xml") as refused:
        ign_bdtopo_batiments(town, net)
    assert refused.value.problems[0].code == "reponse-illisible"
