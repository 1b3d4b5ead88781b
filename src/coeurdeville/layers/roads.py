"""Streets and paths."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.recognition import Tags
from coeurdeville.layers.contract.vector import LINE, VectorLayer

ON_FOOT = frozenset(
    {
        "primary", "secondary", "tertiary", "unclassified", "residential", "living_street", "service", "pedestrian",
        "footway", "path", "steps", "track", "cycleway", "road", "corridor",
        "primary_link", "secondary_link", "tertiary_link",
    }
)  # fmt: skip
"""OpenStreetMap `highway` values that one can walk along; motorways and trunk roads are left out."""


class Roads(VectorLayer):
    """Ways that one can walk along. Two ways that meet share a vertex; a bridge shares none with what it crosses."""

    id, slug, title, geometry = "roads", "routes", "Rues et chemins", LINE
    competence = "voirie"
    words = ("voirie", "troncons de voies", "filaire de voies", "rues")
    bounded = True
    osm = (Tags("highway", ON_FOOT),)
    columns = (
        Column("name", "str", "Nom", names=("nom", "nom_voie", "toponyme", "libelle", "nom_1_g", "nom_voie_g")),
        Column("kind", "str", "Nature", names=("osm_value", "nature", "type", "classe", "highway")),
    )
