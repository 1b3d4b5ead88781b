"""Adding a file to a town: which layers it holds, which columns they take, what remains to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from coeurdeville.core.licences import UNKNOWN, Licence
from coeurdeville.core.licences import licence as licence_named
from coeurdeville.core.problems import Kind, Level, Problem, Refused, refuse_errors
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.chargement import make_layer
from coeurdeville.inventory.controle import COLUMN_UNKNOWN, LAYER_IS_GRID, check_donnee
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.fichiers import keep, main_file, name_for, same
from coeurdeville.inventory.obligatoires import untold_columns
from coeurdeville.inventory.rapprochement import match_columns, renewed
from coeurdeville.inventory.selection import MAPS, select
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import Ville, add_donnee, open_ville
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.catalogue import layer as layer_named
from coeurdeville.layers.catalogue import layers
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.layers.outline import Outline
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read
from coeurdeville.schemas.mapping.correspondance import Correspondance, Lecture

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
REPLACED = Kind(
    "fichier-remplace",
    "Donnée « {id} » : son fichier « {file} » est remplacé par celui-ci, qui porte le même nom.",
    "Pour garder les deux, redonner l’ancien fichier sous un autre nom.",
    Level.WARNING,
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
    constantes: Mapping[str, str] | None = None,
) -> Ajout:
    """Copy a file into the town folder and enter what it holds in the inventory.

    An OpenStreetMap extract without `couche` is entered once for each layer that it holds, under
    its own licence. A newer edition of a file (same name, same layers) takes its place, and what was written
    by hand of it is kept. Entries are tried: a file that makes no layer is refused and nothing is written.

    Raises
    ------
    Refused
        With everything that keeps the file from being used.
    """
    ville = open_ville(dossier)
    refuse_errors(ville.problems)
    fichier = main_file(fichier)
    features = read(fichier, part=feuille or None)
    kinds = [_readable(couche)] if couche else list(_held(features, fichier))
    told: dict[str, object] = {"titre": titre, "producteur": producteur, "millesime": millesime}
    told |= {} if licence is UNKNOWN else {"licence": licence}
    name = name_for(ville, fichier, [kind.slug for kind in kinds])
    base = replace(
        _unsaid(features, fichier),
        fichier=name,
        correspondance=Correspondance(Lecture(feuille=feuille), constantes=constantes or {}),
    )
    donnees = tuple(_entry(ville, base, kind, features, told) for kind in kinds)
    problems = [*_replacing(ville, donnees, fichier), *_tried(ville, donnees, features)]
    keep(fichier, dossier / name)
    add_donnee(ville, *donnees)
    problems.extend(problem for donnee in donnees for problem in check_donnee(donnee, dossier))
    return Ajout(donnees, tuple(dict.fromkeys(problems)))


def _readable(couche: str) -> type[TableLayer]:
    kind = layer_named(couche)
    if not issubclass(kind, TableLayer):
        raise Refused([LAYER_IS_GRID(layer=kind.slug)])
    return kind


def _unsaid(features: Features, fichier: Path) -> Donnee:
    """What the file itself tells of an entry, before what the town says."""
    if features.format not in MAPS:
        return Donnee("", "", fichier.stem)
    return Donnee("", "", OSM_TITLE, producteur=OSM_MAKER, acteur=Acteur.CITOYENS, licence=licence_named("odbl"),
                  millesime=_dated(features))  # fmt: skip


def _dated(features: Features) -> Vintage | None:
    return None if features.dated is None else Vintage(features.dated, features.dated)


def _held(features: Features, fichier: Path) -> Iterable[type[TableLayer]]:
    """The layers of an OpenStreetMap extract."""
    if features.format not in MAPS:
        raise Refused([LAYER_TO_SAY(file=fichier.name, known=", ".join(layers()))])
    found = [
        kind for kind in layers().values() if issubclass(kind, VectorLayer) and kind.osm and len(select(features, kind))
    ]
    if not found:
        raise Refused([NO_LAYER(file=fichier.name)])
    return found


def _entry(ville: Ville, base: Donnee, kind: type[TableLayer], features: Features, told: Mapping[str, Any]) -> Donnee:
    """The entry of one layer, its columns recognised; a newer edition keeps what was written of the former one."""
    former = next((one for one in ville.donnees if one.fichier == base.fichier and one.couche == kind.slug), None)
    frame = select(features, kind).frame
    matched = match_columns(frame, kind, cut=features.format is Format.SHAPEFILE)
    refuse_errors(_unknown_constants(base, kind))
    mapping = replace(base.correspondance, **vars(matched))
    if former is None:
        entry = replace(base, id=_identifier(ville, kind.slug), couche=kind.slug, correspondance=mapping)
    else:
        entry = replace(former, correspondance=renewed(former.correspondance, mapping, frame))
    refuse_errors(untold_columns(entry, kind, frame, features.name))
    return replace(entry, **{key: value for key, value in told.items() if value})


def _unknown_constants(base: Donnee, kind: type[TableLayer]) -> Iterator[Problem]:
    known = [column.key for column in kind.columns]
    for name in base.correspondance.constantes:
        if name not in known:
            yield COLUMN_UNKNOWN(id=kind.slug, layer=kind.slug, column=name, known=", ".join(known))


def _identifier(ville: Ville, slug: str) -> str:
    """The layer's name, numbered when other data already bear it."""
    taken = {donnee.id for donnee in ville.donnees}
    return next(name for rank in count(1) if (name := slug if rank == 1 else f"{slug}-{rank}") not in taken)


def _replacing(ville: Ville, donnees: Iterable[Donnee], fichier: Path) -> Iterator[Problem]:
    """A newer edition takes the place of a file: it is said."""
    known = {one.id for one in ville.donnees}
    for donnee in donnees:
        if donnee.id in known and not same(ville.path(donnee), fichier):
            yield REPLACED(id=donnee.id, file=donnee.fichier)


def _tried(ville: Ville, donnees: Iterable[Donnee], features: Features) -> Iterator[Problem]:
    """What loading the entries says; what keeps a layer from being made is refused."""
    territory, said = territory_of_ville(ville)
    for donnee in donnees:
        outlined = donnee.couche == Outline.slug
        if not outlined:
            yield from said
        yield from make_layer(features, donnee, replace(territory, outline=None) if outlined else territory).problems
