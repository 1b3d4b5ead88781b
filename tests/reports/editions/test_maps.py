"""Interactive maps show what the report's maps show, with the same classes; their files are sound GeoJSON."""

import json
import math
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyogrio
import pytest
import shapely

from coeurdeville.reports.editions import Edition, Established, InteractiveMap

CLASS = "classe_de_la_carte"


@pytest.fixture(scope="module")
def gpkg(edition: Edition) -> Path:
    return edition.folder / "diagnostic.gpkg"


def features(edition: Edition, file: str) -> list[Any]:
    document = json.loads((edition.folder / file).read_bytes())
    assert document["type"] == "FeatureCollection"
    found: list[Any] = document["features"]
    return found


def every_layer(edition: Edition) -> list[Any]:
    return [(one, layer) for one in edition.maps for layer in one.layers]


def the_map(edition: Edition, service: str) -> InteractiveMap:
    found = edition.map(service)
    assert found is not None
    return found


def test_each_service_with_a_map_has_its_layers(edition: Edition) -> None:
    ground = ["espaces-verts", "eau", "routes"]
    assert {one.service: [layer.id for layer in one.layers] for one in edition.maps} == {
        "patrimoine-arbore": ["mesure", *ground, "objets", "contour"],
        "regle-3-30-300": [*ground, "mesure", "quartiers", "contour"],
        "connaissance-des-especes": ["mesure", *ground, "objets", "quartiers", "contour"],
        "exposition-inondations": ["mesure", *ground, "zones-inondables", "contour"],
    }
    assert {layer.id for _, layer in every_layer(edition) if not layer.visible} == {"quartiers"}
    assert edition.map("autre") is None


def test_words_are_those_of_the_report(edition: Edition, misprints: Callable[[str], list[str]]) -> None:
    drawn = {page.key: page.map for page in edition.report.services if page.map is not None}
    assert [one.service for one in edition.maps] == [*drawn]
    for one in edition.maps:
        figure = drawn[one.service]
        layer = one.layer("mesure")
        assert (one.title, one.shows, one.note) == (figure.title, figure.alt, figure.note)
        assert layer is not None
        assert layer.attribution == figure.source
        assert figure.legend is not None
        shown = [*layer.classes, *([layer.unknown] if layer.unknown else [])]
        assert layer.measure == figure.legend.title
        assert [(one.words, one.colour) for one in shown] == [(one.words, one.colour) for one in figure.legend.entries]
        assert not [fault for entry in one.layers for fault in misprints(entry.words)]


def test_the_text_of_a_map_gives_the_figures_of_what_it_shows(edition: Edition) -> None:
    figure = next(page.map for page in edition.report.services if page.key == "regle-3-30-300")
    assert figure is not None
    assert figure.table is not None
    assert figure.legend is not None
    assert figure.legend.title == "Distance du troisième arbre"
    rank = [column.label for column in figure.table.columns].index("3 arbres")
    assert all(f"{row[0]} ({row[rank]})" in figure.alt for row in figure.table.rows[:4])


def test_objects_have_the_class_that_the_geopackage_gives_them(edition: Edition, gpkg: Path) -> None:
    layer = the_map(edition, "regle-3-30-300").layer("mesure")
    assert layer is not None
    exported = pyogrio.read_dataframe(gpkg, layer="logements_et_regle_3_30_300").to_crs(4326)
    told = features(edition, layer.file)
    words = [layer.classes[one["properties"]["c"]].words for one in told]
    assert words == exported[CLASS].tolist()
    drawn = shapely.from_geojson([json.dumps(one["geometry"]) for one in told])
    assert shapely.hausdorff_distance(drawn, exported.geometry.to_numpy()).max() < 1e-6


@pytest.mark.parametrize(
    ("service", "table", "column"),
    [
        ("patrimoine-arbore", "quartiers", "patrimoine_arbore_classe_de_la_carte"),
        ("exposition-inondations", "quartiers", "exposition_inondations_classe_de_la_carte"),
        ("connaissance-des-especes", "carres_de_200_m", "connaissance_des_especes_classe_de_la_carte"),
    ],
)
def test_zones_have_the_class_that_the_geopackage_gives_them(
    service: str, table: str, column: str, edition: Edition, gpkg: Path
) -> None:
    layer = the_map(edition, service).layer("mesure")
    assert layer is not None
    exported = pyogrio.read_dataframe(gpkg, layer=table).set_index("nom")[column]
    told = features(edition, layer.file)
    names = [one["properties"]["t"].partition(".")[0] for one in told]
    ranks = [one["properties"]["c"] for one in told]
    unknown = layer.unknown.words if layer.unknown else None
    assert [unknown if rank is None else layer.classes[rank].words for rank in ranks] == exported[names].tolist()


@pytest.mark.parametrize(
    ("service", "layer", "table", "keys"),
    [
        ("patrimoine-arbore", "objets", "arbres_en_place", {"espece", "hauteur_totale"}),
        ("regle-3-30-300", "mesure", "logements_et_regle_3_30_300", {CLASS}),
        ("connaissance-des-especes", "objets", "observations_retenues", {"date", "nom_scientifique"}),
    ],
)
def test_data_of_objects_are_the_values_of_the_geopackage(
    service: str, layer: str, table: str, keys: set[str], edition: Edition, gpkg: Path
) -> None:
    shown = the_map(edition, service).layer(layer)
    assert shown is not None
    document = json.loads((edition.folder / shown.data).read_bytes())
    exported = pyogrio.read_dataframe(gpkg, layer=table).drop(columns="geometry")
    drawn = [one["geometry"] for one in features(edition, shown.file)]
    assert [one["geometry"] for one in document["features"]] == drawn
    given = [one["properties"] for one in document["features"]]
    assert keys <= set(given[0]) == set(document["colonnes"]) == set(exported.columns)
    for key in given[0]:
        for told, value in zip((one[key] for one in given), exported[key].tolist(), strict=True):
            assert (
                told is None
                if pd.isna(value)
                else told == pytest.approx(value, abs=5e-4)
                if isinstance(told, float)
                else str(told) == str(value)[:10]
                if key == "date"
                else told == value
            )
    assert "Licence Ouverte" in document["licence"]
    assert document["sources"]
    assert document["confiance"] in ("A", "B", "C")


def test_data_of_zones_are_the_figures_of_their_service_with_their_units(edition: Edition, gpkg: Path) -> None:
    shown = the_map(edition, "patrimoine-arbore").layer("mesure")
    assert shown is not None
    document = json.loads((edition.folder / shown.data).read_bytes())
    exported = pyogrio.read_dataframe(gpkg, layer="quartiers").set_index("nom")
    given = {one["properties"]["nom"]: one["properties"] for one in document["features"]}
    assert set(given) == set(exported.index)
    for name, told in given.items():
        assert told["arbres_en_place"] == exported.loc[name, "patrimoine_arbore_arbres_en_place"]
        assert told[CLASS] == exported.loc[name, f"patrimoine_arbore_{CLASS}"]
    first = document["colonnes"]["arbres_par_espece_en_tete"]["titre"]
    assert first == "Arbres par espèce (en tête)"  # a name, under a key that announces no count
    assert "arbres_par_espece" not in document["colonnes"]
    assert document["colonnes"]["arbres_en_place"]["description"].startswith("En\u00a0arbres")


def test_data_of_floods_say_scenarios_as_pages_do(edition: Edition) -> None:
    shown = the_map(edition, "exposition-inondations").layer("mesure")
    assert shown is not None
    columns = json.loads((edition.folder / shown.data).read_bytes())["colonnes"]
    titles = {one["titre"] for key, one in columns.items() if key.startswith("batiments_exposes")}
    named = {"fréquente", "moyenne", "extrême"}
    assert titles == {f"Bâtiments exposés, inondation {one}" for one in named}


def test_data_of_limits_are_names_and_drawn_ground_has_none(edition: Edition) -> None:
    one = the_map(edition, "regle-3-30-300")
    told = {layer.id: layer.data for layer in one.layers}
    assert [told[name] for name in ("eau", "routes", "espaces-verts")] == ["", "", ""]
    outline = json.loads((edition.folder / told["contour"]).read_bytes())
    assert [feature["properties"] for feature in outline["features"]] == [{"nom": "Valmorin-sur-Aune"}]


def test_counts_are_those_of_the_file(edition: Edition) -> None:
    for _, layer in every_layer(edition):
        ranks = Counter(one["properties"]["c"] for one in features(edition, layer.file))
        lines = [*enumerate(layer.classes), *([(None, layer.unknown)] if layer.unknown else [])]
        assert ranks == {rank: one.count for rank, one in lines if one.count}
    squares = the_map(edition, "connaissance-des-especes").layer("mesure")
    assert squares is not None
    assert squares.unknown is not None
    assert squares.unknown.count > 0
    assert squares.unknown.colour == "hatch"


def test_shapes_are_valid_and_inside_the_bounds(edition: Edition) -> None:
    for one, layer in every_layer(edition):
        told = features(edition, layer.file)
        shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in told])
        assert shapely.is_valid(shapes).all()
        assert not shapely.is_empty(shapes).any()
        assert shapely.box(*one.bounds).covers(shapely.box(*shapely.total_bounds(shapes)))
        assert set(shapely.get_type_id(shapes)) <= {"point": {0}, "line": {1, 5}, "area": {3, 6}}[layer.geometry]
        rings = shapely.get_exterior_ring(shapely.get_parts(shapes)) if layer.geometry == "area" else None
        assert rings is None or shapely.is_ccw(rings).all()
    assert all(shapely.box(*one.bounds).covers(shapely.box(*one.view)) for one in edition.maps)


def test_files_hold_the_class_and_a_text_and_nothing_else(
    edition: Edition, misprints: Callable[[str], list[str]]
) -> None:
    names = {layer.file for _, layer in every_layer(edition)}
    assert names == {name for name in edition.files if name.startswith("carte-") and name.endswith(".geojson")}
    for name in names:
        text = (edition.folder / name).read_text("utf-8")
        told = json.loads(text, parse_float=lambda number: len(number.partition(".")[2]))
        keys = {tuple(one["properties"]) for one in told["features"]}
        assert keys in ({("c",)}, {("c", "t")})
        assert len(text.splitlines()) == len(told["features"]) + 2
        assert max(_numbers(told["features"])) <= 6
        said = [one["properties"].get("t", "") for one in told["features"]]
        assert not [(fault, one) for one in said for fault in misprints(one)]
    assert "t" not in features(edition, "carte-connaissance-des-especes-objets.geojson")[0]["properties"]


def _numbers(value: Any) -> list[int]:
    """Digits after the point of every number of the shapes."""
    if isinstance(value, dict):
        return _numbers(value.get("geometry", value.get("coordinates")))
    return [value] if isinstance(value, int) else [digits for one in value for digits in _numbers(one)]


def test_what_is_read_of_a_home_is_its_distance(edition: Edition, gpkg: Path) -> None:
    layer = the_map(edition, "regle-3-30-300").layer("mesure")
    assert layer is not None
    assert layer.measure == "Distance du troisième arbre"
    exported = pyogrio.read_dataframe(gpkg, layer="logements_et_regle_3_30_300")["distance_du_troisieme_arbre"]
    said = [one["properties"]["t"].replace("\u00a0", " ") for one in features(edition, layer.file)]
    for text, value in zip(said, exported, strict=True):
        if math.isnan(value):  # the export holds no infinity
            assert text == "Distance du troisième arbre : au-delà de la portée du calcul."
        else:
            number = float(text.removeprefix("Distance du troisième arbre : ").removesuffix(" m.").replace(",", "."))
            assert abs(number - value) <= (0.05 if value < 10 else 0.5) + 1e-9


def test_a_town_with_little_has_the_maps_that_it_can(poor: Established, kept: Callable[[Any], Edition]) -> None:
    edition = kept(poor.files)
    assert {one.service: [layer.id for layer in one.layers] for one in edition.maps} == {
        "regle-3-30-300": ["espaces-verts", "mesure", "contour"],
    }
    layer = the_map(edition, "regle-3-30-300").layer("mesure")
    assert layer is not None
    assert layer.measure == "Distance de l’espace vert, à vol d’oiseau"


def test_the_page_of_the_format_tells_every_key(edition: Edition) -> None:
    page = (Path(__file__).parents[3] / "docs" / "format_edition.md").read_text("utf-8")
    document = json.loads((edition.folder / "carte-regle-3-30-300.json").read_bytes())
    layer = document["layers"][0]
    told = {key for line in page.splitlines() if line.startswith("|") for key in re.findall(r"`(\w+)`", line)}
    assert {*document, *layer, *layer["classes"][0]} <= told
