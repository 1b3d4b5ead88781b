"""What a form of exchange cannot hold of an inventory, said with its count."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields

from coeurdeville.catalogue.exchange.names import name_of
from coeurdeville.core.french import capital, listing, number, plural
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee

NOT_HELD = Kind(
    "echange-champ-perdu",
    "{form} ne garde pas tout ; ce qui manque, et dans combien de données : {what}.",
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
_EMPTY = Donnee("", "", "")


def losses(
    donnees: Sequence[Donnee], form: str, held: Collection[str], autres: Collection[str] = ()
) -> Iterator[Problem]:
    """One note for all the fields out of `held` that some entries fill, and the other keys out of `autres`."""
    fields_lost = {
        one.name: sum(getattr(donnee, one.name) != getattr(_EMPTY, one.name) for donnee in donnees)
        for one in fields(Donnee)
        if one.name not in held and one.name != "autres"
    }
    others = {key: 0 for donnee in donnees for key in donnee.autres if key not in autres}
    for key in others:
        others[key] = sum(key in donnee.autres for donnee in donnees)
    lost = [f"{name_of(key)} ({number(count)})" for key, count in {**fields_lost, **others}.items() if count]
    if lost:
        yield NOT_HELD(form=capital(form), what=listing(lost), count=len(lost))


def left_out(ids: Sequence[str], why: str) -> Iterator[Problem]:
    """That entries are not written at all, and why."""
    if ids:
        yield NOT_WRITTEN(count_words=plural(len(ids), "donnée laissée", "données laissées"), why=why, examples=ids)


def in_part(ids: Sequence[str], what: str) -> Iterator[Problem]:
    """That something of entries is not written, and why."""
    if ids:
        said = plural(len(ids), "donnée écrite en partie", "données écrites en partie")
        yield PARTLY_WRITTEN(count_words=said, what=what, examples=ids)
