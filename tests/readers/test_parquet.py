"""Parquet and GeoParquet."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read


def test_plain_parquet_keeps_its_types(tmp_path: Path) -> None:
    pd.DataFrame({"nom": ["Chêne", None], "haut": [1.5, 2]}).to_parquet(tmp_path / "a.parquet")
    features = read(tmp_path / "a.parquet")
    assert (features.format, features.geometry, features.crs) == (Format.PARQUET, None, None)
    assert features.frame["haut"].tolist() == [1.5, 2]
    assert features.notes == ()


@pytest.mark.parametrize("crs", [2154, 4326])
def test_geoparquet_gives_shapes_and_projection(tmp_path: Path, crs: int) -> None:
    shapes = [shapely.Point(1, 2, 3), None]
    gpd.GeoDataFrame({"nom": ["a", "b"]}, geometry=shapes, crs=crs).to_parquet(tmp_path / "a.parquet")
    features = read(tmp_path / "a.parquet")
    assert features.crs == crs
    assert list(features.frame.columns) == ["nom"]
    assert features.geometry is not None
    assert features.geometry[0].wkt == "POINT (1 2)"
    assert features.geometry[1] is None


def test_other_geometry_encodings_are_refused(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"nom": ["a"]}, geometry=[shapely.Point(1, 2)], crs=2154)
    frame.to_parquet(tmp_path / "a.parquet", geometry_encoding="geoarrow", schema_version="1.1.0")
    with pytest.raises(Refused) as refused:
        read(tmp_path / "a.parquet")
    assert "WKB" in refused.value.problems[0].message


@pytest.mark.parametrize("cut", [10, 200])
def test_truncated_file_is_refused(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.parquet"
    pd.DataFrame({"nom": ["Chêne"] * 100}).to_parquet(path)
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(Refused) as refused:
        read(path)
    assert refused.value.problems[0].code == "fichier-illisible"
