"""Checking a town folder whole: its inventory, then every file that it lists."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.inventory.chargement import load_donnee
from coeurdeville.inventory.controle import check_file
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.fabrication import lacking_columns
from coeurdeville.inventory.selection import MAPS
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import Ville, open_ville
from coeurdeville.layers.catalogue import awaited
from coeurdeville.readers.read import read
from coeurdeville.territories.territory import Territory


def check_ville(dossier: Path) -> list[Problem]:
    """Every problem of the inventory and of its files; one that cannot be read does not hide the others.

    Of entries with errors, and of all when the ground of the town is not known, only the columns are checked; of
    those whose layer is awaited, nothing but that the file is there.

    Raises
    ------
    Refused
        When there is no town in the folder.
    """
    ville = open_ville(dossier)
    said = list(ville.problems)
    territory, notes = _ground(ville)
    said.extend(notes)
    for donnee in ville.donnees:
        said.extend(_of_file(ville, donnee, territory))
    for donnee in ville.ecartees:
        said.extend(_of_file(ville, donnee, None))
    return list(dict.fromkeys(said))


def _ground(ville: Ville) -> tuple[Territory | None, Iterable[Problem]]:
    if not ville.commune:
        return None, ()
    try:
        return territory_of_ville(ville)
    except Refused as refused:
        return None, refused.problems


def _of_file(ville: Ville, donnee: Donnee, territory: Territory | None) -> Iterable[Problem]:
    if not donnee.fichier or donnee.couche in awaited() or any(check_file(donnee, ville.dossier)):
        return ()
    try:
        return _columns(ville, donnee) if territory is None else load_donnee(ville, donnee, territory).problems
    except Refused as refused:
        return refused.problems


def _columns(ville: Ville, donnee: Donnee) -> Iterable[Problem]:
    """Columns that the file lacks. Those of OpenStreetMap depend on the layer, which may not be known."""
    features = read(ville.path(donnee), part=donnee.correspondance.lecture.feuille or None)
    return () if features.format in MAPS else lacking_columns(donnee, features)
