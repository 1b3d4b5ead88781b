"""Where the programme keeps its files, under the data of the site."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings


def _programme() -> Path:
    return Path(settings.DATA) / "programme"


def pieces_du_projet(experimentation: int) -> Path:
    """Files of an experiment: those of its deliverables, its evidence, the reports of its missions."""
    return _programme() / "experimentations" / str(experimentation)


def fichiers_des_ressources(ressource: int) -> Path:
    """The file of a shared resource."""
    return _programme() / "ressources" / str(ressource)


def pieces_jointes() -> Path:
    """Files joined to candidatures, each under its digest."""
    return _programme() / "pieces"
