"""The ground of a town folder: its commune, and its outline when the folder has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from coeurdeville.core.french import plural, slug
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.geometry.union import joined
from coeurdeville.inventory.chargement import load_donnee
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import FICTIONAL, Ville
from coeurdeville.layers.outline import Outline
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.territory import Ground, Territory, territory_of

METROPOLE = 2154
MANY_OUTLINES = Kind(
    "contours-sans-code",
    "Donnée « {id} » : le fichier contient {count_words}, sans colonne de code ni de nom qui désigne la commune ; "
    "ils sont pris ensemble.",
    "Ne garder que le contour de la commune, ou indiquer la colonne des codes dans [donnees.colonnes].",
    Level.WARNING,
)
WITHOUT_OUTLINE = Kind(
    "contour-absent",
    "Le contour de la commune n’est pas dans le dossier : rien n’est découpé, les parts de territoire ne sont pas "
    "connues, et {check}.",
    "L’ajouter : coeurdeville ville ajouter {folder} <fichier> --couche contour.",
    Level.WARNING,
)
NOT_THIS_COMMUNE = Kind(
    "contour-d-ailleurs",
    "Donnée « {id} » : le fichier ne contient pas la commune {code}.",
    "Vérifier le fichier des contours, ou sa colonne de codes.",
    Level.WARNING,
)


def territory_of_ville(ville: Ville) -> tuple[Territory, tuple[Problem, ...]]:
    """The territory of a town folder, and what is to be said of its outline.

    A town of département `00` is fictional: it takes its name from the folder and the projection
    of the metropole. A file of many communes serves by the row of this one's code.
    """
    bare = _bare(ville)
    entry = next((one for one in ville.donnees if one.couche == Outline.slug and one.fichier), None)
    if entry is None:
        return bare, (_without_outline(ville, bare),)
    return _outlined(ville, entry, bare)


def _bare(ville: Ville) -> Territory:
    if ville.commune.startswith(FICTIONAL):
        return Territory(ville.commune, ville.nom, METROPOLE, population=ville.population)
    return territory_of(commune_of(ville.commune))


def _outlined(ville: Ville, entry: Donnee, bare: Territory) -> tuple[Territory, tuple[Problem, ...]]:
    loaded = load_donnee(ville, entry, bare)
    assert isinstance(loaded.couche, Outline)
    frame, said = _of_commune(loaded.couche.frame, bare, entry.id)
    if frame.empty:
        return bare, (*said, _without_outline(ville, bare))
    _, (outline,) = joined(frame.geometry.to_numpy(), np.zeros(len(frame), dtype=int))
    return replace(bare, outline=outline), said


def _without_outline(ville: Ville, bare: Territory) -> Problem:
    """What a town without outline loses, and what is still checked of its objects."""
    check = {
        Ground.CIRCLE: "la position des objets n’est vérifiée que par leur distance au centre",
        Ground.UNKNOWN: "rien ne vérifie que les objets sont dans cette commune",
    }[bare.ground]
    return WITHOUT_OUTLINE(folder=ville.dossier, check=check)


def _of_commune(frame: Any, bare: Territory, entry: str) -> tuple[Any, tuple[Problem, ...]]:
    """The rows of the commune: by their code, else by their name, else all of them, and it is said."""
    if "code" in frame:
        found = frame[frame["code"].astype(str).str.zfill(5) == bare.code]
        return found, () if len(found) else (NOT_THIS_COMMUNE(id=entry, code=bare.code),)
    if "name" in frame and (named := frame["name"].map(_same_name(bare.name))).any():
        return frame[named], ()
    if len(frame) > 1:
        return frame, (MANY_OUTLINES(id=entry, count_words=plural(len(frame), "contour"), count=len(frame)),)
    return frame, ()


def _same_name(name: str) -> Callable[[object], bool]:
    return lambda other: slug(str(other)) == slug(name)
