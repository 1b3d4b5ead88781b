"""The outline of a commune."""

import json
from datetime import UTC, datetime
from pathlib import Path

import geopandas as gpd
import httpx
import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.net.client import Client
from coeurdeville.net.net import Mode, Net
from coeurdeville.sources.geoapi_contour import geoapi_contour
from coeurdeville.territories.territory import Territory


def answering(folder: Path, response: httpx.Response) -> Net:
    client = Client(httpx.MockTransport(lambda _: response), sleep=lambda _: None)
    return Net(folder, Mode.ONLINE, client, datetime.now(UTC))


def test_outline_is_placed_and_named(town: Territory, recorded: Net) -> None:
    outline = geoapi_contour(town, recorded)
    assert outline.frame[["code", "name"]].to_numpy().tolist() == [["00001", "Valombre"]]
    assert outline.frame.area.iloc[0] == pytest.approx(4_000_000, rel=0.02)
    assert outline.shapes[0].intersection(town.outline).area == pytest.approx(4_000_000, rel=0.02)


def test_unknown_commune_is_a_refusal_of_the_source(town: Territory, tmp_path: Path) -> None:
    net = answering(tmp_path, httpx.Response(404, json={"code": 404, "message": "Not Found"}))
    with pytest.raises(Refused) as refused:
        geoapi_contour(town, net)
    assert refused.value.problems[0].code == "source-refus"


def test_answer_that_is_no_feature_is_refused_and_not_kept(town: Territory, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        geoapi_contour(town, answering(tmp_path, httpx.Response(200, json={"nom": "Valombre", "code": "00001"})))
    assert refused.value.problems[0].code == "reponse-inattendue"
    assert not list(tmp_path.iterdir())


def test_feature_without_shape_gives_no_outline(town: Territory, tmp_path: Path) -> None:
    feature = {"type": "Feature", "geometry": None, "properties": {"nom": "Valombre", "code": "00001"}}
    with pytest.raises(Refused) as refused:
        geoapi_contour(town, answering(tmp_path, httpx.Response(200, json=feature)))
    assert refused.value.problems[0].code == "source-sans-objet"


@pytest.mark.real
def test_real_outline_keeps_its_area(mirror: Path, tmp_path: Path) -> None:
    """A feature of the same producer, of Saint-Quentin, against geopandas."""
    path = mirror / "reference" / "contours_1000m" / "communes-1000m-02.geojson"
    features = json.loads(path.read_text("utf-8"))["features"]
    (feature,) = (one for one in features if one["properties"]["code"] == "02691")
    outline = geoapi_contour(
        Territory("02691", "Saint-Quentin", 2154), answering(tmp_path, httpx.Response(200, json=feature))
    )
    frame = gpd.read_file(path).query("code == '02691'").to_crs(2154)
    assert outline.frame.area.sum() == pytest.approx(frame.area.sum(), rel=1e-9)
    assert outline.frame["name"].tolist() == ["Saint-Quentin"]
