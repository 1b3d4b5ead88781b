"""The layer of an entry of a town folder, its file opened."""

from __future__ import annotations

from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.fabrication import Chargement, make_layer
from coeurdeville.inventory.ville import Ville
from coeurdeville.readers.read import read
from coeurdeville.territories.territory import Territory


def load_donnee(ville: Ville, donnee: Donnee, territory: Territory) -> Chargement:
    """The layer of an entry, as `fabrication.make_layer` makes it.

    Raises
    ------
    Refused
        The file cannot be read, or makes no layer.
    """
    return make_layer(read(ville.path(donnee), part=donnee.correspondance.lecture.feuille or None), donnee, territory)
