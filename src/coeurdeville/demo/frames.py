"""From shapes in the town's frame to layers at their place on the map."""

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from coeurdeville.demo.ground import Ground
from coeurdeville.demo.plan import CRS

if TYPE_CHECKING:
    import geopandas as gpd


def layer(ground: Ground, shapes: Any, **columns: Any) -> "gpd.GeoDataFrame":
    """A layer of these columns and of `shapes`, drawn in the town's frame."""
    import geopandas as gpd

    return gpd.GeoDataFrame(columns, geometry=ground.plan.on_map(np.asarray(shapes, dtype=object)), crs=CRS)


def placed(ground: Ground, frame: "gpd.GeoDataFrame") -> "gpd.GeoDataFrame":
    """The same layer, brought from the town's frame to the map."""
    return frame.set_geometry(ground.plan.on_map(frame.geometry.to_numpy()), crs=CRS)


def clipped(shapes: np.ndarray, outline: shapely.Polygon) -> tuple[np.ndarray, np.ndarray]:
    """The polygons that `shapes` leave inside the outline, and the row that each comes from."""
    crossing = ~shapely.contains(outline, shapes)
    inner = shapes.copy()
    inner[crossing] = shapely.intersection(shapes[crossing], outline)
    parts, row = shapely.get_parts(inner, return_index=True)
    kept = shapely.area(parts) > 1
    return parts[kept], row[kept]
