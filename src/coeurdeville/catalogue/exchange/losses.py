"""What a form of exchange cannot hold of an inventory, said with its count."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields

from coeurdeville.catalogue.exchange.columns import FIELDS, PUBLICATION
from coeurdeville.core.french import capital, plural
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee

NOT_HELD = Kind(
    "echange-champ-perdu",
    "{form} ne garde pas {what} de {count_words}.",
    "Le classeur garde tout : --format classeur.",
    Level.NOTE,
)
NOT_WRITTEN = Kind(
    "echange-donnee-laissee",
    "{count_words} : {why}.",
    "Rien à faire, ou choisir une autre forme : --format classeur garde tout.",
    Level.NOTE,
)
PARTLY_WRITTEN = Kind(
    "echange-donnee-en-partie",
    "{count_words} : {what}.",
    "Le classeur garde tout : --format classeur.",
    Level.NOTE,
)
NOTHING_WRITTEN = Kind(
    "echange-vide",
    "Aucune donnée de l’inventaire ne peut être écrite dans {form} : le fichier n’est pas fait.",
    "Compléter l’inventaire d’après ce qui est dit de chaque donnée, ou choisir --format classeur.",
)
_NAMES = {one.key: f"« {one.header} »" for one in (*FIELDS, *PUBLICATION)} | {
    "conformites": "les vérifications par la machine",
    "cooperations": "les coopérations",
    "statuts": "l’histoire des statuts",
    "correspondance": "la correspondance des colonnes",
}
_EMPTY = Donnee("", "", "")


def losses(
    donnees: Sequence[Donnee], form: str, held: Collection[str], autres: Collection[str] = ()
) -> Iterator[Problem]:
    """One note for each field out of `held` that some entries fill, and for each other key out of `autres`."""
    for name in (one.name for one in fields(Donnee) if one.name not in held and one.name != "autres"):
        yield from _lost(form, name, [one.id for one in donnees if getattr(one, name) != getattr(_EMPTY, name)])
    for key in dict.fromkeys(key for one in donnees for key in one.autres if key not in autres):
        yield from _lost(form, key, [one.id for one in donnees if key in one.autres])


def _lost(form: str, name: str, ids: list[str]) -> Iterator[Problem]:
    if ids:
        what = _NAMES.get(name, f"« {name} »")
        yield NOT_HELD(form=capital(form), what=what, count_words=plural(len(ids), "donnée"), examples=ids)


def left_out(ids: Sequence[str], why: str) -> Iterator[Problem]:
    """That entries are not written at all, and why."""
    if ids:
        yield NOT_WRITTEN(count_words=plural(len(ids), "donnée laissée", "données laissées"), why=why, examples=ids)


def in_part(ids: Sequence[str], what: str) -> Iterator[Problem]:
    """That something of entries is not written, and why."""
    if ids:
        said = plural(len(ids), "donnée écrite en partie", "données écrites en partie")
        yield PARTLY_WRITTEN(count_words=said, what=what, examples=ids)
