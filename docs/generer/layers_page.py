"""docs/couches.md: every layer, its columns, what can stand for it."""

from collections.abc import Iterator

from writing import NOTE, table

from coeurdeville.core.french import bounds, listing
from coeurdeville.layers.catalogue import awaited, layers
from coeurdeville.layers.contract.adapter import ADAPTERS
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.raster import RasterLayer
from coeurdeville.layers.contract.table import SeriesLayer, TableLayer
from coeurdeville.layers.contract.vector import SHAPES, VectorLayer

BEFORE = """\
Ce que le logiciel sait recevoir d’une ville. La colonne « nom » est ce qui s’écrit dans `ville.toml` ; les noms usuels
sont ceux qui sont reconnus dans un fichier, en plus du nom et du sens. Dans un terminal : `coeurdeville couche liste`,
puis `coeurdeville couche montrer arbres`. En ajouter une : [ajouter_une_couche.md](ajouter_une_couche.md)."""
AWAITED = """\
Des données que des services demandent et qu’aucun code ne lit encore. Elles peuvent déjà être inventoriées, demandées à
qui les détient, et comptées dans [la matrice](redeploiement.md)."""
HEADS = ("nom", "sens", "unité", "valeurs", "obligatoire", "noms usuels")


def layers_page() -> Iterator[str]:
    """The page."""
    yield from ("# Les couches", NOTE, BEFORE)
    for kind in layers().values():
        yield from section(kind)
    yield from ("## Les couches attendues", AWAITED)
    yield table(("nom", "titre", "contient", "schéma", "compétence"), map(_awaited, awaited().values()))


def section(kind: type[Layer]) -> Iterator[str]:
    """One layer, as those who have the data need it."""
    yield f"## {kind.title} (`{kind.slug}`)"
    yield " ".join(_said(kind))
    if issubclass(kind, TableLayer) and kind.columns:
        yield table(HEADS, map(_row, kind.columns))


def _said(kind: type[Layer]) -> Iterator[str]:
    yield f"Contient {_held(kind)}."
    if kind.scope:
        yield f"Complète pour : {kind.scope}."
    if issubclass(kind, VectorLayer) and kind.bounded:
        yield "Le fichier d’une ville s’arrête à ses limites : au-delà, rien n’est connu."
    if kind in ADAPTERS:
        yield f"Si elle manque, elle est tirée de : {listing([one.title for one in ADAPTERS[kind]], 'ou')}."
    if issubclass(kind, VectorLayer) and kind.osm:
        tags = (f"`{one.key}={'|'.join(sorted(one.values)) or '*'}`" for one in kind.osm)
        yield f"Dans OpenStreetMap : {', '.join(tags)}."
    yield f"Dans le code : `{kind.__name__}`, module `{kind.__module__}`."


def _held(kind: type[Layer]) -> str:
    if issubclass(kind, VectorLayer):
        return SHAPES[kind.geometry]
    if issubclass(kind, RasterLayer):
        return f"une grille de cases carrées, une valeur par case ({bounds(kind.minimum, kind.maximum, kind.unit)})"
    return "des lignes datées" if issubclass(kind, SeriesLayer) else "des lignes sans lieu"


def _awaited(one: Awaited) -> tuple[str, ...]:
    return f"`{one.slug}`", one.title, one.content, f"`{one.schema}`" if one.schema else "", one.competence


def _row(one: Column) -> tuple[str, ...]:
    values = ", ".join(one.values) or one.bounds
    names = ", ".join(f"`{name}`" for name in one.names)
    return f"`{one.key}`", one.title, one.unit, values, "oui" if one.required else "", names
