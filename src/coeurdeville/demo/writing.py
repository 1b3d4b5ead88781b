"""The town's files: as a tidy producer would publish them, or as towns really have them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coeurdeville.demo.town import DemoTown

if TYPE_CHECKING:
    import geopandas as gpd

SLUGS = {
    "outline": "contour",
    "districts": "quartiers",
    "buildings": "batiments",
    "roads": "routes",
    "flood_zones": "zones-inondables",
    "population": "population",
    "facilities": "equipements",
    "trees": "arbres",
    "green_spaces": "espaces-verts",
    "vegetation": "vegetation",
    "water": "eau",
    "occurrences": "observations",
    "species_status": "statuts-especes",
    "daily_climate": "climat-quotidien",
    "temperature_stations": "stations-temperature",
    "temperature_sensors": "capteurs-temperature",
}
"""French name of each layer, which names its file."""


@dataclass(frozen=True)
class Written:
    """A file of one layer: its number of rows, and what was spoilt in it on purpose."""

    path: Path
    layer: str
    """Id of the layer, key of `DemoTown.layers`."""
    rows: int
    dirt: Mapping[str, int] = field(default_factory=dict)
    """How many rows or cells of each sort of dirt; empty for a clean file."""


def write_files(town: DemoTown, folder: Path, *, dirt: bool = False) -> list[Written]:
    """Every layer of the town in a file of `folder`, which is created; one `Written` per layer.

    Clean: canonical columns, GeoPackage for what has a place, Parquet for series, CSV for the table. With `dirt`,
    trees, buildings, flood zones, green spaces, facilities, occurrences and sensors come as `dirt` writes them.
    """
    from coeurdeville.demo.dirt import SPOILERS

    folder.mkdir(parents=True, exist_ok=True)
    return [
        SPOILERS[name](town, folder) if dirt and name in SPOILERS else write_clean(name, frame, folder)
        for name, frame in town.layers.items()
    ]


def write_clean(name: str, frame: Any, folder: Path) -> Written:
    """One layer as it is."""
    if hasattr(frame, "geometry"):
        return Written(write_gpkg(frame, folder / f"{SLUGS[name]}.gpkg"), name, len(frame))
    suffix = "csv" if name == "species_status" else "parquet"
    path = folder / f"{SLUGS[name]}.{suffix}"
    if suffix == "csv":
        frame.to_csv(path, index=False)
    else:
        frame.to_parquet(path, index=False)
    return Written(path, name, len(frame))


def write_gpkg(frame: "gpd.GeoDataFrame", path: Path) -> Path:
    """A GeoPackage of one layer named as its file, written anew."""
    path.unlink(missing_ok=True)
    frame.to_file(path, driver="GPKG", layer=path.stem, engine="pyogrio")
    return path
