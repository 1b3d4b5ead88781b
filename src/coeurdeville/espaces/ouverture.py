"""Opening the space of a town: with an empty inventory, or from a town folder that exists already."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.deployability.folders import today_of
from coeurdeville.espaces.index import reindexer
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Espace
from coeurdeville.inventory.revisions.archive import unpack
from coeurdeville.inventory.ville import FICHIER, FICHIERS, create_ville, open_ville
from coeurdeville.territories.communes import commune_of

TOWN_UNNAMED = Kind(
    "dossier-sans-commune",
    "Le dossier « {folder} » ne dit pas de quelle commune il est.",
    'Écrire son code Insee dans ville.toml : commune = "02691".',
)
OPENED = "Ouverture de l’espace"
IMPORTED = "Import du dossier de la ville"


def ouvrir_espace(commune: str, auteur: str) -> Espace:
    """The space of a commune of today, with an empty inventory as first revision; the one that is there, if any.

    Raises
    ------
    Refused
        `commune-inconnue`, and what the disk refuses.
    """
    found = commune_of(commune)
    if depot(commune).derniere() is None:
        depot(commune).enregistrer(0, lambda town: create_ville(town, found, date.today()), auteur, OPENED)
    return _indexed(commune, found.nom)


def importer_dossier(source: Path, auteur: str) -> Espace:
    """The space of the town of a folder, or of a ZIP file of one, whose content becomes its last revision.

    Raises
    ------
    Refused
        `ville-introuvable`, `dossier-sans-commune`, an archive that is not safe, what the disk refuses.
    """
    with _folder(source) as folder:
        ville = open_ville(folder)
        code, _ = today_of(ville)
        if not code:
            raise Refused([TOWN_UNNAMED(folder=source.name)])
        last = depot(code).derniere()
        depot(code).enregistrer(last.numero if last else 0, lambda town: _copy(folder, town), auteur, IMPORTED)
    return _indexed(code, ville.nom)


def _indexed(commune: str, nom: str) -> Espace:
    Espace.objects.get_or_create(commune=commune, defaults={"nom": nom[:100]})
    reindexer(commune)
    return Espace.objects.get(commune=commune)


@contextmanager
def _folder(source: Path) -> Iterator[Path]:
    """The folder itself, or what a ZIP file holds, for as long as the block lasts."""
    if source.is_dir():
        yield source
        return
    with tempfile.TemporaryDirectory() as folder:
        unpack(source, Path(folder))
        yield Path(folder)


def _copy(source: Path, town: Path) -> None:
    """The inventory and its files alone: results that a command left beside them stay behind."""
    shutil.rmtree(town / FICHIERS, ignore_errors=True)
    shutil.copyfile(source / FICHIER, town / FICHIER)
    if (source / FICHIERS).is_dir():
        shutil.copytree(source / FICHIERS, town / FICHIERS)
