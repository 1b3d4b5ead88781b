"""Checking a town folder whole: its inventory, then every file that it lists."""

from __future__ import annotations

from pathlib import Path

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.inventory.chargement import load_donnee
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import open_ville


def check_ville(dossier: Path) -> list[Problem]:
    """Every problem of the inventory and of its files; one that cannot be read does not hide the others.

    Raises
    ------
    Refused
        When there is no town in the folder.
    """
    ville = open_ville(dossier)
    said = list(ville.problems)
    if not ville.commune:
        return said
    try:
        territory, notes = territory_of_ville(ville)
    except Refused as refused:
        return [*said, *refused.problems]
    said.extend(notes)
    for donnee in ville.donnees:
        if donnee.fichier:
            try:
                said.extend(load_donnee(ville, donnee, territory).problems)
            except Refused as refused:
                said.extend(refused.problems)
    return said
