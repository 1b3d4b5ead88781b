"""Where France is, in longitude and latitude: boxes around the metropole and each overseas territory."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BOXES = (
    (-5.3, 41.2, 9.7, 51.2),
    (-63.2, 17.8, -62.7, 18.2),
    (-61.9, 15.8, -61.0, 16.6),
    (-61.3, 14.3, -60.8, 14.9),
    (-54.7, 2.1, -51.5, 5.9),
    (-56.5, 46.7, -56.1, 47.2),
    (55.2, -21.5, 55.9, -20.8),
    (44.9, -13.1, 45.4, -12.5),
    (-178.3, -14.5, -176.0, -13.1),
    (-155.0, -28.0, -134.0, -7.0),
    (158.0, -23.0, 172.5, -17.5),
)
"""West, south, east and north: metropole, Saint-Martin and Saint-Barthélemy, Guadeloupe, Martinique, Guyane,
Saint-Pierre-et-Miquelon, La Réunion, Mayotte, Wallis-et-Futuna, Polynésie française, Nouvelle-Calédonie."""
Numbers = NDArray[np.float64]


def in_france(longitude: Numbers, latitude: Numbers) -> NDArray[np.bool_]:
    """Which points are in a box, the edges included; a point near a border may be abroad. NaN is nowhere."""
    found = np.zeros(len(longitude), dtype=np.bool_)
    for west, south, east, north in BOXES:
        found |= (longitude >= west) & (longitude <= east) & (latitude >= south) & (latitude <= north)
    return found


def swapped(longitude: Numbers, latitude: Numbers) -> NDArray[np.bool_]:
    """Which points are out of France, and in it once their two coordinates are exchanged."""
    return in_france(latitude, longitude) & ~in_france(longitude, latitude)
