"""The real files of the mirror, counted by an independent reading."""

import csv
import json
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.readers.coordinates import locate
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.projection import Vicinity
from coeurdeville.readers.read import read

pytestmark = pytest.mark.real

SAINT_QUENTIN = Vicinity(3.2876, 49.8471, 15_000, (2154, *range(3942, 3951), 27572, 4326, 3857))


def lines(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file, delimiter=delimiter) if any(row)]


def codes(features: Features) -> set[str]:
    return {note.code for note in features.notes} - {"lecture-texte"}


@pytest.mark.parametrize(("name", "epsg"), [("Data_Arbre.csv", 4326), ("Patrimoine_Arbore_final.csv", 3949)])
def test_saint_quentin_is_read_whole_and_placed(mirror: Path, name: str, epsg: int) -> None:
    path = mirror / "towns/02691-saint-quentin" / name
    expected = lines(path)
    features = locate(read(path), SAINT_QUENTIN)
    assert features.frame.columns.tolist() == expected[0]
    assert features.frame.fillna("").to_numpy().tolist() == expected[1:]
    assert features.row_numbers.tolist() == list(range(2, len(expected) + 1))
    assert features.crs == epsg
    assert codes(features) == {"coordonnees-trouvees", "projection-trouvee"}
    assert features.geometry is not None
    assert shapely.get_x(features.geometry).tolist() == [float(row[0]) for row in expected[1:]]


@pytest.mark.parametrize("name", ["redon.osm", "saint_jean.osm"])
def test_openstreetmap_objects_are_those_of_the_xml(mirror: Path, name: str) -> None:
    path = mirror / "towns/35236-redon" / name
    root = ElementTree.parse(path).getroot()
    tagged = [(one, {tag.get("k"): tag.get("v") for tag in one.findall("tag")}) for one in root]
    buildings = {f"{one.tag}/{one.get('id')}" for one, tags in tagged if "building" in tags}
    trees = {one.get("id") for one, tags in tagged if one.tag == "node" and tags.get("natural") == "tree"}
    features = read(path)
    frame = features.frame
    built = frame[frame["building"].notna()]
    assert set(built["osm_type"] + "/" + built["osm_id"]) == buildings
    if name == "redon.osm":
        assert len(built[built["osm_kind"] == "multipolygons"]) == 1073
        assert set(frame.loc[frame["natural"] == "tree", "osm_id"]) == trees
        assert len(trees) == 317
    tags_of = {f"{one.tag}/{one.get('id')}": tags for one, tags in tagged}
    for row in built.head(50).to_dict("records"):
        tags = tags_of[f"{row['osm_type']}/{row['osm_id']}"]
        assert {key: row[key] for key in tags if key in row} == {key: tags[key] for key in tags if key in row}
    assert features.geometry is not None
    assert shapely.is_valid(features.geometry[~shapely.is_missing(features.geometry)]).all()


def test_bd_topo_shapefiles_are_utf8_without_saying_it(mirror: Path) -> None:
    for path in sorted((mirror / "towns/12174-olemps-bdtopo").glob("*.shp")):
        features = read(path)
        index = path.with_suffix(".shx").stat().st_size
        assert len(features) == (index - 100) // 8, path.name
        assert features.crs == 2154
        table = path.with_suffix(".dbf")
        if table.exists():
            assert len(features) == struct.unpack("<I", table.read_bytes()[4:8])[0]
        else:
            assert "shapefile-sans-attributs" in codes(features)
    buildings = read(mirror / "towns/12174-olemps-bdtopo/BATIMENT.shp").frame
    assert "Indifférencié" in set(buildings["USAGE1"]) | set(buildings["NATURE"])


@pytest.mark.parametrize("town", ["56260-vannes-centre", "56260-vannes-sud-ouest", "17300-la-rochelle"])
def test_every_geojson_opens_with_all_its_objects(mirror: Path, town: str) -> None:
    paths = sorted((mirror / "towns" / town).glob("*json"))
    assert len(paths) == {"17300-la-rochelle": 47, "56260-vannes-centre": 6, "56260-vannes-sud-ouest": 5}[town]
    for path in paths:
        objects = json.loads(path.read_text(encoding="utf-8"))["features"]
        features = read(path)
        assert (features.format, len(features)) == (Format.GEOJSON, len(objects)), path.name
        names = {name for one in objects for name in one["properties"]}
        assert names <= set(features.frame.columns), path.name
        assert features.crs == {"56260-vannes-centre": 2154, "56260-vannes-sud-ouest": 32630}.get(town, 4326)


def test_poitiers_flood_zone_is_repaired_and_its_empty_shape_counted(mirror: Path) -> None:
    path = mirror / "towns/86194-poitiers-inondation/zone_inondable.geojson"
    objects = json.loads(path.read_text(encoding="utf-8"))["features"]
    shapes = [shapely.from_geojson(json.dumps(one["geometry"])) for one in objects]
    features = read(path)
    found = {note.code: note.count for note in features.notes}
    assert len(features) == 62
    assert found["geometrie-illisible"] == sum(shape.is_empty for shape in shapes)
    assert found["geometrie-reparee"] == sum(not shape.is_valid for shape in shapes)


def test_poitiers_tables_of_indicators_open(mirror: Path) -> None:
    for path in sorted((mirror / "towns/86194-poitiers-inondation").glob("*.json")):
        features = read(path)
        assert (features.format, len(features)) == (Format.JSON, len(json.loads(path.read_text(encoding="utf-8"))))
    town = Vicinity(0.34, 46.58, 40_000, (2154, 4326))
    perimeter = locate(read(mirror / "towns/86194-poitiers-inondation/perimetre.json"), town)
    assert perimeter.crs == 4326


HEADER_ONLY = {"occhab/valid_file_2.csv", "synthese/duplicate_column_names.csv", "import/synthese/empty.csv"}
IRREGULAR = {"synthese/invalid_file.csv", "synthese/wrong_line_length.csv"}


def test_geonature_files_open_or_say_why(mirror: Path) -> None:
    paths = sorted((mirror / "biodiversity/geonature_import_fixtures").rglob("*.csv"))
    assert len(paths) == 35
    for path in paths:
        where = path.as_posix()
        if path.stat().st_size == 0:
            with pytest.raises(Refused) as refused:
                read(path)
            assert refused.value.problems[0].code == "fichier-vide"
            continue
        delimiter = "," if path.name == "occhab-exemple.csv" else ";"
        features = read(path)
        expected = lines(path, delimiter)
        assert len(features) == len(expected) - 1, where
        assert ("lignes-irregulieres" in codes(features)) is any(where.endswith(name) for name in IRREGULAR), where
        assert ("sans-donnees" in codes(features)) is any(where.endswith(name) for name in HEADER_ONLY), where


def test_geonature_places_are_found(mirror: Path) -> None:
    folder = mirror / "biodiversity/geonature_import_fixtures/backend/geonature/tests/imports/files/synthese"
    features = locate(read(folder / "valid_file.csv"), Vicinity(6.5, 44.85, 20_000, (2154, 4326)))
    assert features.crs == 4326
    assert features.geometry is not None
    assert np.isfinite(shapely.get_coordinates(features.geometry)).all()


def test_schema_examples_open(mirror: Path) -> None:
    for path in sorted((mirror / "schemas/examples").rglob("*.csv")):
        delimiter = ";" if ";" in path.read_text(encoding="utf-8").splitlines()[0] else ","
        assert len(read(path)) == len(lines(path, delimiter)) - 1, path.name
    workbook = read(mirror / "schemas/examples/schema-arbre/exemple-valide.xlsx")
    table = read(mirror / "schemas/examples/schema-arbre/exemple-valide.csv")
    assert workbook.frame.columns.tolist() == table.frame.columns.tolist()
    assert len(workbook) == len(table)


def test_csv_detective_files_open(mirror: Path) -> None:
    folder = mirror / "schemas/csv_detective"
    expected = json.loads((folder / "a_test_file.json").read_text(encoding="utf-8"))
    repeated = read(folder / "a_test_file.csv")
    assert (len(repeated), repeated.frame.columns.tolist()) == (expected["total_lines"], expected["header"])
    assert "entete-repete" in codes(repeated)
    formats = {
        "csv_file": Format.CSV,
        "file.csv.gz": Format.CSV,
        "file.ods": Format.ODS,
        "file.parquet": Format.PARQUET,
        "file.xls": Format.ODS,
        "file.xlsx": Format.XLSX,
        "xlsx_file": Format.XLSX,
    }
    assert {name: read(folder / name).format for name in formats} == formats
    assert codes(read(folder / "file.xls")) == {"extension-trompeuse"}


def test_old_workbooks_open(mirror: Path) -> None:
    folder = mirror / "schemas/frictionless_fixtures"
    features = read(folder / "table.xls")
    assert features.format is Format.XLS
    assert features.frame["name"].tolist() == ["english", "中国人"]
    dated = read(folder / "table-with-ints-floats-dates.xls").frame
    assert any(str(kind).startswith("datetime64") for kind in dated.dtypes)


def test_archives_give_their_table_or_their_names(mirror: Path) -> None:
    folder = mirror / "schemas/frictionless_fixtures"
    assert read(folder / "table.csv.zip").frame.shape == (2, 2)
    several = folder / "table-multiple-files.zip"
    with pytest.raises(Refused) as refused:
        read(several)
    (problem,) = refused.value.problems
    with zipfile.ZipFile(several) as archive:
        assert all(name in problem.message for name in archive.namelist())
    assert len(read(several, part="table.csv")) == 2
