"""Open water."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.recognition import Tags
from coeurdeville.layers.contract.vector import AREA, VectorLayer


class Water(VectorLayer):
    """Rivers wide enough to have banks, canals, ponds, basins."""

    id, slug, title, geometry = "water", "eau", "Eau", AREA
    competence = "donnees-nationales"
    words = ("cours d eau", "plans d eau", "surfaces en eau", "hydrographie")
    osm = (Tags("natural", frozenset({"water"})), Tags("waterway", frozenset({"riverbank", "dock"})))
    columns = (
        Column("name", "str", "Nom", names=("nom", "toponyme", "libelle")),
        Column("kind", "str", "Nature", names=("osm_value", "nature", "type", "water")),
    )
