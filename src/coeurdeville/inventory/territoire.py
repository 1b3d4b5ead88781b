"""The ground of a town folder: its commune, and its outline when the folder has one."""

from __future__ import annotations

from dataclasses import replace

import shapely

from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.chargement import load_donnee
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.layers.outline import Outline
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.territory import Territory, territory_of

FICTIONAL = "00"
"""The département of towns that do not exist."""
METROPOLE = 2154
WITHOUT_OUTLINE = Kind(
    "contour-inconnu",
    "Le contour de la commune n’est pas dans le dossier : rien n’est découpé, et les parts de territoire "
    "ne sont pas connues.",
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
        return bare, (WITHOUT_OUTLINE(folder=ville.dossier),)
    return _outlined(ville, entry, bare)


def _bare(ville: Ville) -> Territory:
    if ville.commune.startswith(FICTIONAL):
        return Territory(ville.commune, ville.nom, METROPOLE, population=ville.population)
    return territory_of(commune_of(ville.commune))


def _outlined(ville: Ville, entry: Donnee, bare: Territory) -> tuple[Territory, tuple[Problem, ...]]:
    loaded = load_donnee(ville, entry, bare)
    assert isinstance(loaded.couche, Outline)
    frame = loaded.couche.frame
    if "code" in frame:
        frame = frame[frame["code"].astype(str).str.zfill(5) == bare.code]
        if frame.empty:
            return bare, (NOT_THIS_COMMUNE(id=entry.id, code=bare.code), WITHOUT_OUTLINE(folder=ville.dossier))
    outline = shapely.union_all(frame.geometry.to_numpy())
    return replace(bare, outline=outline), ()
