"""What a file that is added holds: its layers, and for each the entry that reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from coeurdeville.core.licences import licence as licence_named
from coeurdeville.core.problems import Kind, Problem, Refused, refuse_errors
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.controle import COLUMN_UNKNOWN, LAYER_IS_GRID
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.fichiers import name_for
from coeurdeville.inventory.obligatoires import untold_columns
from coeurdeville.inventory.rapprochement import match_columns, renewed
from coeurdeville.inventory.selection import MAPS, select
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.catalogue import kinds as all_kinds
from coeurdeville.layers.catalogue import layers
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.schemas.mapping.correspondance import Correspondance

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


def read_entries(
    ville: Ville,
    fichier: Path,
    features: Features,
    kind: type[Layer] | None,
    mapping: Correspondance,
    told: Mapping[str, Any],
) -> Iterator[Donnee]:
    """The entries of a file whose columns are recognised, one for each layer that it holds."""
    kinds = [_readable(kind)] if kind else list(_held(features, fichier))
    name = name_for(ville, fichier, [one.slug for one in kinds])
    base = replace(_unsaid(features, fichier), fichier=name, correspondance=mapping)
    for one in kinds:
        yield _entry(ville, base, one, features, told)


def _readable(kind: type[Layer]) -> type[TableLayer]:
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
        raise Refused([LAYER_TO_SAY(file=fichier.name, known=", ".join(all_kinds()))])
    found = [
        kind for kind in layers().values() if issubclass(kind, VectorLayer) and kind.osm and len(select(features, kind))
    ]
    if not found:
        raise Refused([NO_LAYER(file=fichier.name)])
    return found


def _entry(ville: Ville, base: Donnee, kind: type[TableLayer], features: Features, told: Mapping[str, Any]) -> Donnee:
    """The entry of one layer, its columns recognised; a newer edition keeps what was written of the former one."""
    former = former_of(ville, base.fichier, kind.slug)
    frame = select(features, kind).frame
    matched = match_columns(frame, kind, cut=features.format is Format.SHAPEFILE)
    refuse_errors(_unknown_constants(base, kind))
    mapping = replace(base.correspondance, **vars(matched))
    if former is None:
        entry = replace(base, id=new_id(ville, kind.slug), couche=kind.slug, correspondance=mapping)
    else:
        entry = replace(former, correspondance=renewed(former.correspondance, mapping, frame))
    refuse_errors(untold_columns(entry, kind, frame, features.name))
    return replace(entry, **{key: value for key, value in told.items() if value})


def former_of(ville: Ville, fichier: str, couche: str) -> Donnee | None:
    """The entry of which a file is a newer edition: same name, same layer."""
    return next((one for one in ville.donnees if one.fichier == fichier and one.couche == couche), None)


def _unknown_constants(base: Donnee, kind: type[TableLayer]) -> Iterator[Problem]:
    known = [column.key for column in kind.columns]
    for name in base.correspondance.constantes:
        if name not in known:
            yield COLUMN_UNKNOWN(id=kind.slug, layer=kind.slug, column=name, known=", ".join(known))


def new_id(ville: Ville, slug: str) -> str:
    """The layer's name, numbered when other data already bear it."""
    taken = {donnee.id for donnee in ville.donnees}
    return next(name for rank in count(1) if (name := slug if rank == 1 else f"{slug}-{rank}") not in taken)
