"""Shapefiles: companions, encodings, sizes."""

from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.readers.features import Features
from coeurdeville.readers.read import read

POINTS = [shapely.Point(700_000, 6_600_000), shapely.Point(700_010, 6_600_010)]


def shapefile(folder: Path, encoding: str = "utf-8", name: str = "arbres") -> Path:
    frame = gpd.GeoDataFrame({"nom": ["Chêne", "Érable"], "haut": [1, 2]}, geometry=POINTS, crs=2154)
    frame.to_file(folder / f"{name}.shp", encoding=encoding)
    return folder / f"{name}.shp"


def codes(features: Features) -> list[str]:
    return [note.code for note in features.notes]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ISO-8859-1"])
def test_declared_encoding_is_right(tmp_path: Path, encoding: str) -> None:
    features = read(shapefile(tmp_path, encoding))
    assert features.frame["nom"].tolist() == ["Chêne", "Érable"]
    assert features.crs == 2154
    assert codes(features) == []


@pytest.mark.parametrize(("encoding", "said"), [("utf-8", "UTF-8"), ("cp1252", "Windows-1252")])
def test_encoding_without_cpg_is_found_and_said(tmp_path: Path, encoding: str, said: str) -> None:
    path = shapefile(tmp_path, encoding)
    path.with_suffix(".cpg").unlink()
    features = read(path)
    assert features.frame["nom"].tolist() == ["Chêne", "Érable"]
    assert codes(features) == ["encodage-deduit"]
    assert said in features.notes[0].message


def test_latin1_declared_utf8_is_read_and_said(tmp_path: Path) -> None:
    path = shapefile(tmp_path, "cp1252")
    path.with_suffix(".cpg").write_text("UTF-8")
    features = read(path)
    assert features.frame["nom"].tolist() == ["Chêne", "Érable"]
    assert codes(features) == ["encodage-trompeur"]


def test_dos_page_of_the_table_is_believed(tmp_path: Path) -> None:
    path = shapefile(tmp_path, "cp1252")
    path.with_suffix(".cpg").unlink()
    table = path.with_suffix(".dbf")
    data = bytearray(table.read_bytes().replace("Chêne".encode("cp1252"), "Chêne".encode("cp850")))
    data = data.replace("Érable".encode("cp1252"), "Érable".encode("cp850"))
    data[29] = 2
    table.write_bytes(bytes(data))
    assert read(path).frame["nom"].tolist() == ["Chêne", "Érable"]


def test_projection_without_prj_is_none(tmp_path: Path) -> None:
    path = shapefile(tmp_path)
    path.with_suffix(".prj").unlink()
    assert read(path).crs is None


def test_missing_table_is_said_and_shapes_are_read(tmp_path: Path) -> None:
    path = shapefile(tmp_path)
    path.with_suffix(".dbf").unlink()
    features = read(path)
    assert features.geometry is not None
    assert features.geometry.tolist() == POINTS
    assert codes(features) == ["shapefile-sans-attributs"]


def test_missing_index_is_refused(tmp_path: Path) -> None:
    path = shapefile(tmp_path)
    path.with_suffix(".shx").unlink()
    with pytest.raises(Refused) as refused:
        read(path)
    assert refused.value.problems[0].code == "shapefile-incomplet"
    assert "arbres.shx" in refused.value.problems[0].message


@pytest.mark.parametrize("extension", [".dbf", ".shx", ".prj", ".cpg"])
def test_any_file_of_a_shapefile_gives_it_whole(tmp_path: Path, extension: str) -> None:
    features = read(shapefile(tmp_path).with_suffix(extension))
    assert features.geometry is not None
    assert len(features) == 2


def test_table_alone_is_a_table(tmp_path: Path) -> None:
    path = shapefile(tmp_path)
    for extension in (".shp", ".shx", ".prj"):
        path.with_suffix(extension).unlink()
    features = read(path.with_suffix(".dbf"))
    assert features.geometry is None
    assert features.frame["nom"].tolist() == ["Chêne", "Érable"]


@pytest.mark.parametrize("extension", [".shp", ".dbf"])
def test_truncated_files_are_refused(tmp_path: Path, extension: str) -> None:
    path = shapefile(tmp_path)
    short = path.with_suffix(extension)
    short.write_bytes(short.read_bytes()[:-10])
    with pytest.raises(Refused) as refused:
        read(path)
    (problem,) = refused.value.problems
    assert problem.code == "fichier-illisible"
    assert short.name in problem.message
