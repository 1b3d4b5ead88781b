"""A fictional town of four kilometres by four, with or without its outline, and files to give it."""

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.ville import create_ville
from coeurdeville.territories.commune import Commune, Departement, Region

CODE, NAME = "00042", "Valbois-sur-Ourle"
WEST, SOUTH, SIDE = 700_000, 6_600_000, 4_000
Csv = Callable[..., Path]


SQUARE = shapely.box(WEST, SOUTH, WEST + SIDE, SOUTH + SIDE)


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folders of the town, made once: `nue` without outline, `close` with it."""
    folder = tmp_path_factory.mktemp("villes")
    region, departement = Region("00", "région fictive"), Departement("00", "département fictif")
    commune = Commune(CODE, NAME, departement, region, None, None, 12_000, 2026, (), ())
    for name in ("nue", "close"):
        create_ville(folder / name, commune, date(2026, 11, 23))
    outline = gpd.GeoDataFrame({"code_insee": [CODE]}, geometry=[SQUARE], crs=2154)
    outline.to_crs(4326).to_file(folder / "contour.geojson")
    add_file(folder / "close", folder / "contour.geojson", "contour")
    return folder


@pytest.fixture
def bare(pattern: Path, tmp_path: Path) -> Path:
    """The folder of the town, without outline."""
    return Path(shutil.copytree(pattern / "nue", tmp_path / "ville"))


@pytest.fixture
def town(pattern: Path, tmp_path: Path) -> Path:
    """The folder of the town, with its outline."""
    return Path(shutil.copytree(pattern / "close", tmp_path / "ville-close"))


@pytest.fixture
def square() -> shapely.Polygon:
    """The ground of the town."""
    return SQUARE


@pytest.fixture
def csv(tmp_path: Path) -> Csv:
    """Writes a file of points: places in hundreds of metres from the south-west corner, then columns."""

    def write(
        places: Sequence[tuple[float, float]],
        name: str = "arbres.csv",
        folder: str = "recu",
        **columns: Sequence[object],
    ) -> Path:
        heads = ";".join(["X", "Y", *columns])
        rows = [
            ";".join(map(str, [WEST + 100 * x, SOUTH + 100 * y, *(values[k] for values in columns.values())]))
            for k, (x, y) in enumerate(places)
        ]
        (tmp_path / folder).mkdir(exist_ok=True)
        path = tmp_path / folder / name
        path.write_text("\n".join([heads, *rows]) + "\n", encoding="utf-8")
        return path

    return write
