"""Green spaces open to everybody."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.recognition import Tags
from coeurdeville.layers.contract.vector import AREA, VectorLayer


class GreenSpaces(VectorLayer):
    """Parks, gardens and woods that the public may enter."""

    id, slug, title, geometry = "green_spaces", "espaces-verts", "Espaces verts publics", AREA
    competence = "espaces-verts"
    words = ("espaces verts", "parcs et jardins", "parcs", "jardins publics", "squares")
    bounded = True
    osm = (
        Tags("leisure", frozenset({"park", "garden", "nature_reserve", "common"})),
        Tags("landuse", frozenset({"recreation_ground", "village_green", "forest"})),
        Tags("natural", frozenset({"wood"})),
    )
    columns = (
        Column("name", "str", "Nom", names=("nom", "name", "libelle", "nom_espace", "denomination")),
        Column(
            "kind",
            "str",
            "Nature",
            names=("osm_value", "type", "nature", "categorie", "typologie", "leisure", "landuse"),
        ),
    )
