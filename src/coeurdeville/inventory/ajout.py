"""Adding a file to a town: which layers it holds, which columns they take, what remains to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from coeurdeville.core.licences import UNKNOWN, Licence
from coeurdeville.core.licences import licence as licence_named
from coeurdeville.core.problems import Kind, Problem, Refused, refuse_errors
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.correspondance import Correspondance, Lecture
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.rapprochement import match_columns
from coeurdeville.inventory.selection import MAPS, select
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import Ville, add_donnee, file_name, open_ville
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.catalogue import layer as layer_named
from coeurdeville.layers.catalogue import layers
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.layers.outline import Outline
from coeurdeville.readers.features import Features
from coeurdeville.readers.read import read

LAYER_TO_SAY = Kind(
    "couche-a-preciser",
    "Le fichier {file} ne dit pas quelle couche il contient.",
    "Ajouter --couche et l’une de : {known}.",
)
NO_LAYER = Kind(
    "carte-sans-objet",
    "Le fichier {file} ne contient aucun objet des couches connues.",
    "Vérifier que l’extrait OpenStreetMap couvre bien la ville.",
)
OSM_TITLE, OSM_MAKER = "OpenStreetMap", "contributeurs d’OpenStreetMap"


@dataclass(frozen=True)
class Ajout:
    """What was added."""

    donnees: tuple[Donnee, ...]
    problems: tuple[Problem, ...]


def add_file(
    dossier: Path,
    fichier: Path,
    couche: str | None,
    *,
    titre: str = "",
    producteur: str = "",
    licence: Licence = UNKNOWN,
    millesime: Vintage | None = None,
    feuille: str = "",
) -> Ajout:
    """Copy a file into the town folder and enter what it holds in the inventory.

    An OpenStreetMap extract without `couche` is entered once for each layer that it holds, under
    its own licence. The entry is tried: a file that makes no layer is refused and nothing is written.

    Raises
    ------
    Refused
        With everything that keeps the file from being used.
    """
    ville = open_ville(dossier)
    refuse_errors(ville.problems)
    features = read(fichier, part=feuille or None)
    base = Donnee("", "", titre or fichier.stem, file_name(fichier), producteur=producteur, licence=licence,
                  millesime=millesime, correspondance=Correspondance(Lecture(feuille=feuille)))  # fmt: skip
    if features.format in MAPS:
        base = replace(base, titre=titre or OSM_TITLE, producteur=producteur or OSM_MAKER, acteur=Acteur.CITOYENS,
                       licence=licence if licence is not UNKNOWN else licence_named("odbl"))  # fmt: skip
    kinds = [layer_named(couche)] if couche else list(_held(features, fichier))
    donnees = tuple(_entry(ville, base, kind, features) for kind in kinds)
    problems = [problem for donnee in donnees for problem in _tried(ville, donnee, fichier)]
    for donnee in donnees:
        ville = add_donnee(ville, donnee, fichier)
    return Ajout(donnees, tuple(dict.fromkeys(problems)))


def _held(features: Features, fichier: Path) -> Iterable[type[Layer]]:
    """The layers of an OpenStreetMap extract."""
    if features.format not in MAPS:
        raise Refused([LAYER_TO_SAY(file=fichier.name, known=", ".join(layers()))])
    found = [
        kind for kind in layers().values() if issubclass(kind, VectorLayer) and kind.osm and len(select(features, kind))
    ]
    if not found:
        raise Refused([NO_LAYER(file=fichier.name)])
    return found


def _entry(ville: Ville, base: Donnee, kind: type[Layer], features: Features) -> Donnee:
    """The entry of one layer, its columns recognised."""
    assert issubclass(kind, TableLayer)
    held = select(features, kind)
    matched = match_columns(held.frame, kind)
    mapping = Correspondance(base.correspondance.lecture, matched.colonnes, matched.a_confirmer, etats=matched.etats)
    return replace(base, id=_identifier(ville, kind.slug, base.fichier), couche=kind.slug, correspondance=mapping)


def _identifier(ville: Ville, slug: str, fichier: str) -> str:
    """The layer's name, numbered when another file already bears it."""
    taken = {donnee.id for donnee in ville.donnees if donnee.fichier != fichier or donnee.couche != slug}
    rank = next(rank for rank in range(1, len(taken) + 2) if (slug if rank == 1 else f"{slug}-{rank}") not in taken)
    return slug if rank == 1 else f"{slug}-{rank}"


def _tried(ville: Ville, donnee: Donnee, fichier: Path) -> tuple[Problem, ...]:
    """What loading the entry says, on the file where it is now."""
    from coeurdeville.inventory.chargement import load_donnee

    here = replace(ville, dossier=fichier.parent)
    territory, _ = territory_of_ville(replace(ville, donnees=tuple(d for d in ville.donnees)))
    if donnee.couche == Outline.slug:
        territory = replace(territory, outline=None)
    return load_donnee(here, replace(donnee, fichier=fichier.name), territory).problems
