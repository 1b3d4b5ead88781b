"""Height of what grows, cell by cell."""

from __future__ import annotations

from coeurdeville.layers.contract.raster import RasterLayer


class CanopyHeight(RasterLayer):
    """Height [m] of vegetation above the ground, from lidar or aerial photographs; 0 where nothing grows."""

    id, slug, title = "canopy_height", "hauteur-de-vegetation", "Hauteur de la végétation"
    competence = "donnees-nationales"
    words = ("hauteur de vegetation", "modele numerique de hauteur", "mnh")
    unit, minimum, maximum = "m", 0, 80
