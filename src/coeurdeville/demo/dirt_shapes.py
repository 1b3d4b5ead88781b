"""Buildings, flood zones and green spaces as offices hand them over."""

from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.town import DemoTown
from coeurdeville.demo.writing import Written, write_gpkg


def spoil_buildings(town: DemoTown, folder: Path) -> Written:
    """`bati.gpkg`: national column names, unknown dwellings (2 %), repeats (1 %), rings that cross (0.5 %)."""
    import pandas as pd

    rng = stream(town.seed, "dirty buildings")
    names = {"dwellings": "NB_LOGTS", "height": "HAUTEUR", "floors": "NB_ETAGES", "use": "USAGE1"}
    frame = town.layers["buildings"].rename(columns=names)
    n = len(frame)
    unknown, crossed, repeated = np.split(
        rng.permutation(n), np.cumsum([max(1, n // 50), max(1, n // 200), max(1, n // 100)])
    )[:3]
    frame["NB_LOGTS"] = frame["NB_LOGTS"].astype("Int64")
    frame.loc[unknown, "NB_LOGTS"] = pd.NA
    shapes = frame.geometry.to_numpy().copy()
    shapes[crossed] = bow_ties(shapes[crossed])
    frame = frame.set_geometry(shapes, crs=frame.crs)
    frame = pd.concat([frame, frame.loc[repeated]], ignore_index=True)
    dirt = {"unknown_dwellings": len(unknown), "invalid": len(crossed), "duplicates": len(repeated)}
    return Written(write_gpkg(frame, folder / "bati.gpkg"), "buildings", len(frame), dirt)


def bow_ties(shapes: np.ndarray) -> np.ndarray:
    """For each shape, its box with two corners taken in the wrong order."""
    x0, y0, x1, y1 = shapely.bounds(shapes).T
    ring = np.stack([[x0, y0], [x1, y1], [x1, y0], [x0, y1], [x0, y0]]).transpose(2, 0, 1)
    return np.asarray(shapely.polygons(ring))


def spoil_flood_zones(town: DemoTown, folder: Path) -> Written:
    """`zones_inondables.zip`: a shapefile without its projection, names of ten letters, nor declared encoding."""
    names = {"scenario": "TYP_INOND", "hazard": "ALEA", "depth": "HAUTEUR_EA", "return_period": "T_RETOUR"}
    frame = town.layers["flood_zones"].rename(columns=names)
    path = folder / "zones_inondables.zip"
    with TemporaryDirectory() as aside, ZipFile(path, "w", ZIP_DEFLATED) as archive:
        frame.to_file(Path(aside) / "zones_inondables.shp", engine="pyogrio", encoding="cp1252")
        for part in ("shp", "shx", "dbf"):
            archive.write(Path(aside) / f"zones_inondables.{part}", f"zones_inondables.{part}")
    return Written(path, "flood_zones", len(frame), {"no_projection": 1, "no_encoding": 1})


def spoil_green_spaces(town: DemoTown, folder: Path) -> Written:
    """`espaces_verts.geojson`: longitude and latitude, French headers, a tenth without a name."""
    rng = stream(town.seed, "dirty green spaces")
    frame = town.layers["green_spaces"].rename(columns={"name": "Nom", "kind": "Type"}).to_crs(4326)
    unnamed = rng.choice(len(frame), size=max(1, len(frame) // 10), replace=False)
    frame.loc[unnamed, "Nom"] = None
    path = folder / "espaces_verts.geojson"
    frame.to_file(path, driver="GeoJSON", engine="pyogrio", COORDINATE_PRECISION=7)
    return Written(path, "green_spaces", len(frame), {"empty_names": len(unnamed)})
