"""Public facilities."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import POINT, VectorLayer


class Facilities(VectorLayer):
    """Schools, care, rescue, administration, networks: what a town cannot do without."""

    id, slug, title, geometry = "facilities", "equipements", "Équipements publics", POINT
    competence = "equipements"
    words = ("equipements publics", "equipements", "ecoles", "creches")
    columns = (
        Column("name", "str", "Nom", names=("nom", "name", "libelle", "denomination", "nom_equipement")),
        Column("kind", "str", "Nature", required=True, names=("nature", "type", "typequ", "categorie", "amenity")),
    )
