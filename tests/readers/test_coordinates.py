"""Columns of places, their projection and their order, found from the numbers."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.readers.coordinate_columns import Places, Written, places
from coeurdeville.readers.coordinates import locate
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.projection import Vicinity, fits
from coeurdeville.readers.read import read

LON = np.array([3.2876, 3.29, 3.28])
LAT = np.array([49.8471, 49.85, 49.84])
LAMBERTS = (2154, *range(3942, 3951), 27572)
TOWN = Vicinity(3.2876, 49.8471, 15_000, (*LAMBERTS, 4326, 3857))
COUNTRY = Vicinity(2.5, 46.6, 700_000, (2154,), of_town=False)


def table(**columns: list[str | None]) -> Features:
    frame = pd.DataFrame(columns, dtype="str")
    return Features(frame, np.arange(2, len(frame) + 2), Format.CSV, "arbres.csv")


def projected(epsg: int) -> tuple[list[str], list[str]]:
    x, y = pyproj.Transformer.from_crs(4326, epsg, always_xy=True).transform(LON, LAT)
    return [f"{one:.2f}" for one in x], [f"{one:.2f}" for one in y]


def codes(features: Features) -> list[str]:
    return [note.code for note in features.notes]


def coordinates(features: Features) -> np.ndarray:
    assert features.geometry is not None
    return shapely.get_coordinates(features.geometry)


def text(numbers: np.ndarray) -> list[str]:
    return [str(number) for number in numbers]


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("X", "Y"),
        ("longitude", "latitude"),
        ("lon", "lat"),
        ("Long", "Lat"),
        ("lng", "lat"),
        ("coord_x", "coord_y"),
        ("coordX", "coordY"),
        ("x_l93", "y_l93"),
        ("POINT_X", "POINT_Y"),
        ("Longitude WGS84", "Latitude WGS84"),
        ("abscisse", "ordonnée"),
    ],
)
def test_two_columns_are_known_by_their_names(x: str, y: str) -> None:
    frame = table(id=["1"], **{y: ["2"], x: ["1"]}).frame
    assert places(frame) == [Places(Written.XY, (x, y))]


@pytest.mark.parametrize("name", ["xylophone", "latitude", "x", "taux"])
def test_half_a_pair_is_no_place(name: str) -> None:
    assert places(table(**{name: ["1"]}).frame) == []


@pytest.mark.parametrize("epsg", [*LAMBERTS, 3857])
def test_projection_is_found_from_the_numbers(epsg: int) -> None:
    x, y = projected(epsg)
    features = locate(table(X=x, Y=y), TOWN)
    assert features.crs == epsg
    assert codes(features) == ["coordonnees-trouvees", "projection-trouvee"]
    assert str(epsg) in features.notes[1].message
    assert coordinates(features)[:, 0].tolist() == [float(one) for one in x]


def test_degrees_are_a_projection_among_others() -> None:
    assert locate(table(longitude=text(LON), latitude=text(LAT)), TOWN).crs == 4326


def test_a_table_without_rows_has_no_places_and_no_warning() -> None:
    with pytest.raises(Refused, match="coordonnees-absentes"):
        locate(table(col1=[], col2=[]), TOWN)


def test_what_was_found_is_said_of_the_town_or_of_the_country_only() -> None:
    """Every conical zone puts these points in the metropole: it is not the town that is checked."""
    x, y = projected(2154)
    near, wide = (locate(table(X=x, Y=y), one).notes[1].message for one in (TOWN, COUNTRY))
    assert "à moins de 15 km de la ville." in near.replace("\u00a0", " ")
    assert "en métropole, sans que l’on sache s’ils sont dans la ville" in wide
    assert "700" not in wide
    with pytest.raises(Refused) as refused:
        locate(table(X=["1", "2"], Y=["1", "2"]), COUNTRY)
    assert "place les coordonnées en métropole" in refused.value.problems[0].message


def test_other_projections_that_would_do_agree() -> None:
    one, two = (replace(TOWN, projections=codes) for codes in ((4326, 4171), (4326, 4171, 4258)))
    x, y = text(LON), text(LAT)
    assert "(EPSG:4171 le pourrait aussi)" in locate(table(X=x, Y=y), one).notes[1].message
    assert "(EPSG:4171 et EPSG:4258 le pourraient aussi)" in locate(table(X=x, Y=y), two).notes[1].message


@pytest.mark.parametrize("epsg", [3949, 4326])
def test_swapped_coordinates_are_put_in_order_and_said(epsg: int) -> None:
    x, y = projected(epsg)
    features = locate(table(X=y, Y=x), TOWN)
    assert features.crs == epsg
    assert codes(features)[-1] == "coordonnees-inversees"
    assert coordinates(features)[:, 0].tolist() == [float(one) for one in x]


def test_decimal_commas_and_spaces_are_read() -> None:
    x, y = (
        [f"{float(one):,.2f}".replace(",", "\u202f").replace(".", ",") for one in column] for column in projected(2154)
    )
    assert locate(table(X=x, Y=y), TOWN).crs == 2154


@pytest.mark.parametrize(
    "pairs",
    [
        [f"{lat}, {lon}" for lon, lat in zip(LON, LAT, strict=True)],
        [f"[{lon}, {lat}]" for lon, lat in zip(LON, LAT, strict=True)],
        [f"{lat} {lon}".replace(".", ",").replace(" ", " ; ") for lon, lat in zip(LON, LAT, strict=True)],
    ],
)
def test_pairs_in_one_column_are_read_in_any_order(pairs: list[str]) -> None:
    features = locate(table(geo_point_2d=pairs), TOWN)
    assert features.crs == 4326
    assert coordinates(features).tolist() == np.c_[LON, LAT].tolist()


def test_negative_pairs_keep_their_sign() -> None:
    redon = Vicinity(-2.08, 47.65, 15_000, (4326,))
    features = locate(table(geo_point=["47.65,-2.08", "[47.66, -2.09]"]), redon)
    assert coordinates(features).tolist() == [[-2.08, 47.65], [-2.09, 47.66]]


def test_well_known_text_is_read_with_its_projection() -> None:
    x, y = projected(3949)
    shapes = [f"SRID=3949;POINT Z ({east} {north} 5)" for east, north in zip(x, y, strict=True)]
    features = locate(table(geom=shapes, X=["1"] * 3, Y=["1"] * 3), TOWN)
    assert features.crs == 3949
    assert codes(features) == ["coordonnees-trouvees"]
    assert features.geometry is not None
    assert not shapely.has_z(features.geometry).any()


def test_geojson_and_binary_columns_are_read() -> None:
    points = shapely.points(LON, LAT)
    for cells in (shapely.to_geojson(points), shapely.to_wkb(points, hex=True)):
        features = locate(table(geo_shape=cells.tolist()), TOWN)
        assert features.crs == 4326
        assert coordinates(features).tolist() == np.c_[LON, LAT].tolist()


def test_broken_shapes_are_repaired_or_counted() -> None:
    bow_tie = "POLYGON ((3.28 49.84, 3.29 49.85, 3.29 49.84, 3.28 49.85, 3.28 49.84))"
    square = "POLYGON ((3.28 49.84, 3.29 49.84, 3.29 49.85, 3.28 49.84))"
    cells: list[str | None] = [square] * 18 + [bow_tie, "POLYGON ((3", None]
    features = locate(table(WKT=cells), TOWN)
    assert features.geometry is not None
    assert shapely.is_missing(features.geometry).tolist() == [False] * 19 + [True, True]
    found = {note.code: note.examples for note in features.notes}
    assert found["geometrie-reparee"] == ("ligne 20",)
    assert found["coordonnees-illisibles"] == ("ligne 21",)
    assert found["coordonnees-manquantes"] == ("ligne 22",)


def test_rows_without_a_place_are_counted_and_named() -> None:
    x, y = projected(2154)
    features = locate(table(X=[*x, "0", None, "abc"], Y=[*y, "0", None, "1"]), TOWN)
    assert features.geometry is not None
    assert shapely.is_missing(features.geometry).tolist() == [False] * 3 + [True] * 3
    found = {note.code: (note.count, note.examples) for note in features.notes}
    assert found["coordonnees-manquantes"] == (2, ("ligne 5", "ligne 6"))
    assert found["coordonnees-illisibles"] == (1, ("ligne 7",))


def test_columns_without_a_telling_name_are_found_by_their_values() -> None:
    x, y = projected(3949)
    features = locate(table(id=["1", "2", "3"], age=["10.5", "20.25", "30.1"], champ_7=y, champ_9=x), TOWN)
    assert features.crs == 3949
    assert "champ_9" in features.notes[0].message
    assert coordinates(features)[:, 0].tolist() == [float(one) for one in x]


def test_pair_of_names_that_is_not_near_gives_way_to_one_that_is() -> None:
    x, y = projected(2154)
    features = locate(table(lon=["1", "2", "3"], lat=["4", "5", "6"], X=x, Y=y), TOWN)
    assert features.crs == 2154


def test_table_without_places_is_refused_with_its_columns() -> None:
    with pytest.raises(Refused) as refused:
        locate(table(nom=["Chêne"], haut=["12"]), TOWN)
    (problem,) = refused.value.problems
    assert problem.code == "coordonnees-absentes"
    assert "haut" in problem.message


def test_file_of_another_town_has_no_projection() -> None:
    with pytest.raises(Refused) as refused:
        locate(table(lon=["-2.08"], lat=["47.65"]), TOWN)
    (problem,) = refused.value.problems
    assert problem.code == "projection-introuvable"
    assert "EPSG:3949" in problem.message


def test_told_columns_and_projection_are_used() -> None:
    x, y = projected(2154)
    features = locate(table(a=x, b=y, X=["1"] * 3, Y=["2"] * 3), TOWN, columns=("a", "b"), crs=2154)
    assert (features.crs, codes(features)) == (2154, [])


def test_told_column_that_is_absent_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        locate(table(a=["1"]), TOWN, columns=("x", "y"))
    (problem,) = refused.value.problems
    assert problem.code == "coordonnees-colonne-absente"
    assert "« a »".replace(" ", "\u00a0") in problem.cure


def test_wrong_told_projection_gives_way_with_a_warning() -> None:
    x, y = projected(3949)
    features = locate(table(X=x, Y=y), TOWN, crs=2154)
    assert features.crs == 3949
    assert "projection-corrigee" in codes(features)


def test_told_projection_is_kept_when_nothing_is_near() -> None:
    features = locate(table(X=["1"], Y=["2"]), TOWN, crs=2154)
    assert features.crs == 2154


def test_wide_file_is_placed_by_its_few_points_near_the_town() -> None:
    lon, lat = np.meshgrid(np.linspace(-4, 7, 60), np.linspace(43, 51, 60))
    lon.flat[:20], lat.flat[:20] = 3.29, 49.85
    x, y = pyproj.Transformer.from_crs(4326, 2154, always_xy=True).transform(lon.ravel(), lat.ravel())
    assert fits(TOWN, x, y)[0].epsg == 2154


def test_shapes_of_a_layer_are_put_in_order(tmp_path: Path) -> None:
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [lat, lon]}}
        for lon, lat in zip(LON, LAT, strict=True)
    ]
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    located = locate(read(tmp_path / "a.geojson"), TOWN)
    assert codes(located) == ["coordonnees-inversees"]
    assert coordinates(located).tolist() == np.c_[LON, LAT].tolist()


def test_layer_in_metres_called_degrees_finds_its_projection(tmp_path: Path) -> None:
    x, y = projected(2154)
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [float(e), float(n)]}}
        for e, n in zip(x, y, strict=True)
    ]
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    located = locate(read(tmp_path / "a.geojson"), TOWN)
    assert located.crs == 2154
    assert codes(located) == ["projection-contredite", "projection-trouvee"]


def test_table_whose_places_are_all_missing_is_not_refused() -> None:
    features = locate(table(X=[None, None], Y=[None, None]), TOWN)
    assert features.crs is None
    assert codes(features)[-1] == "coordonnees-manquantes"
