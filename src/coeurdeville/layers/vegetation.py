"""Areas covered by vegetation."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.recognition import Tags
from coeurdeville.layers.contract.vector import AREA, VectorLayer


class Vegetation(VectorLayer):
    """Areas covered by plants, with their nature: wooded ones stand for canopy."""

    id, slug, title, geometry = "vegetation", "vegetation", "Végétation", AREA
    competence = "espaces-verts"
    words = ("vegetation", "zones de vegetation", "strate vegetale")
    bounded = True
    osm = (
        Tags("natural", frozenset({"wood", "scrub", "grassland", "heath"})),
        Tags("landuse", frozenset({"forest", "grass", "meadow", "orchard", "vineyard"})),
    )
    columns = (
        Column(
            "kind", "str", "Nature", names=("osm_value", "nature", "type", "strate", "landcover", "natural", "landuse")
        ),
    )
