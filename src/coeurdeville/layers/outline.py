"""The outline of a commune."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import AREA, VectorLayer


class Outline(VectorLayer):
    """The ground of one commune; several rows are one outline."""

    id, slug, title, geometry = "outline", "contour", "Contour de la commune", AREA
    columns = (
        Column("code", "str", "Code commune", names=("code_insee", "insee_com", "code_commune", "insee")),
        Column("name", "str", "Nom", names=("nom", "nom_com", "libelle")),
    )
