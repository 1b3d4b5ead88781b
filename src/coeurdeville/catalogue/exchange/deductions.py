"""What a catalogue says that the inventory does not say as it stands, or that it could not read there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from coeurdeville.catalogue.exchange.names import name_of
from coeurdeville.catalogue.exchange.publication import EMAIL
from coeurdeville.core.french import capital, listing, number, plural
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee

DEDUCED = Kind(
    "echange-valeur-deduite",
    "{form} demande ce que l’inventaire ne dit pas ; ont été déduits, et dans combien de données : {what}.",
    "Vérifier ces valeurs ; celles de l’inventaire passent avant, s’il les dit.",
    Level.NOTE,
)
UNREADABLE = Kind(
    "echange-valeur-illisible",
    "{form} : {what} de {count_words} n’est pas lisible, et n’y est pas écrit.",
    "Corriger ce texte dans ville.toml ; une date s’écrit 23/11/2026.",
    Level.WARNING,
)
CONTACT_LEFT = Kind(
    "echange-contact-laisse",
    "{form} : le contact de {count_words} semble être celui d’une personne ; il n’est pas publié.",
    "Donner celui d’un service dans l’inventaire, ou à l’export par --contact.",
    Level.WARNING,
)
SOURCES = {
    "periode_debut": "la période, d’après le millésime",
    "theme": "le thème « Environnement », d’après la couche",
    "mots_cles": "les mots-clés, d’après la couche",
    "producteur_siret": "le SIRET du producteur, d’après celui de qui publie",
    "maille": "la maille du territoire, d’après l’étendue ou le niveau",
    "territoire": "le nom du territoire, d’après l’étendue ou le niveau",
    "formats": "les formats, d’après le nom du fichier",
    "nombre_ressources": "le nombre de ressources, d’après les formats",
    "contact": "le contact, qui est celui de l’export",
}
"""Key of `facts_of` -> what is deduced, and from what."""
Facts = Mapping[str, Mapping[str, str]]
"""Identifier of an entry -> what is known of it to publish."""


def deductions(form: str, donnees: Sequence[Donnee], facts: Facts, keys: Collection[str]) -> Iterator[Problem]:
    """What is said of the `keys` of a form: values that are deduced, texts that cannot be read, persons' contacts."""
    counts = {key: sum(_deduced(one, facts[one.id], key) for one in donnees) for key in SOURCES if key in keys}
    said = [f"{SOURCES[key]} ({number(count)})" for key, count in counts.items() if count]
    if said:
        yield DEDUCED(form=capital(form), what=listing(said), count=len(said))
    for key in sorted(keys):
        wrong = [f"« {one.id} » : « {text} »" for one in donnees if (text := unreadable(one, facts[one.id]).get(key))]
        if wrong:
            words = plural(len(wrong), "donnée")
            yield UNREADABLE(form=capital(form), what=name_of(key), count_words=words, examples=wrong)
    persons = [one.id for one in donnees if _told(one, "contact") and _told(one, "contact") != facts[one.id]["contact"]]
    if persons and "contact" in keys:
        yield CONTACT_LEFT(form=capital(form), count_words=plural(len(persons), "donnée"), examples=persons)


def unreadable(donnee: Donnee, known: Mapping[str, str]) -> dict[str, str]:
    """Key -> text, for what the inventory tells to publish and in which nothing can be read."""
    keys = ("date_publ", "date_maj", "producteur_siret")
    found = {key: text for key in keys if (text := _told(donnee, key)) and not known.get(key)}
    scale, contact = _told(donnee, "maille"), _told(donnee, "contact")
    wrong = {"maille": scale} if scale and scale != known.get("maille") else {}
    return found | wrong | ({"contact": contact} if contact and not EMAIL.fullmatch(contact) else {})


def _deduced(donnee: Donnee, known: Mapping[str, str], key: str) -> bool:
    return bool(known.get(key)) and not _told(donnee, key) and not (key == "contact" and not known["contact"])


def _told(donnee: Donnee, key: str) -> str:
    value = donnee.autres.get(key, "")
    return value.strip() if isinstance(value, str) else ""
