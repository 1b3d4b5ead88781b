"""Persons in the free texts of an inventory: a name after a civility, a phone, an e-mail that is not a service's."""

from __future__ import annotations

import re
from functools import lru_cache

from coeurdeville.catalogue.contact import CONTACT_PERSONAL, Contact, names_a_function
from coeurdeville.core.french import slug
from coeurdeville.schemas.personal.emails import EMAIL
from coeurdeville.schemas.personal.owners import BODIES
from coeurdeville.schemas.personal.phones import FIGURES, PHONE

MASK = "[masqué]"
"""What stands for a person in what is published."""
CIVILITY = r"\b(?:M\.|MM\.|Mr\.?|Mmes?|Mlle|Monsieur|Madame)[ \u00a0]+[A-ZÀ-Þ][\w’'-]*(?:[ \u00a0]+[A-ZÀ-Þ][\w’'-]+)*"
GROUPS = frozenset({
    "amicale", "amis", "asso", "associations", "cercle", "club", "collectif", "comite", "compagnie", "ecole",
    "familles", "federation", "fondation", "foyer", "france", "groupe", "groupement", "habitants", "jardins", "ligue",
    "lpo", "maison", "reseau", "riverains", "sarl", "sas", "scop", "societe", "union", "universite",
})  # fmt: skip
"""Words, plain, by which groups of people are called."""
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:[ \u00a0]+[A-ZÀ-Þ][\w’'-]+){1,2}")
_SOUGHT = re.compile(f"(?P<name>{CIVILITY})|(?P<mail>{EMAIL})|(?P<phone>{PHONE})")


def names_a_person(text: str) -> bool:
    """Whether a text seems to name somebody, or to tell how somebody is reached."""
    return masked(text) != text


@lru_cache(maxsize=4096)
def masked(text: str) -> str:
    """The text without what seems to be somebody's: the mailbox of a service stays, ten figures alone are a code."""
    return text if re.fullmatch(FIGURES, text) else _SOUGHT.sub(_instead, text)


def _instead(found: re.Match[str]) -> str:
    service = found["mail"] and not is_personal(found["mail"].rstrip("."))
    return found[0] if service else MASK


def is_personal(address: str, service: str = "", *names: str) -> bool:
    """Whether an e-mail seems to be somebody's: a word before its @ names neither a service nor one of `names`.

    A service that is called by nobody's function lends its words to no address: it may be a name.
    """
    called = masked(service) if names_a_function(service) else ""
    found = Contact(f"Service {called}", address).problems(names)
    return any(one.code == CONTACT_PERSONAL.code for one in found)


def looks_like_somebody(name: str) -> bool:
    """Whether a name is two or three capitalised words, none of which is one of a body: `Claude Martin`."""
    return bool(_CAPITALISED.fullmatch(name.strip())) and not names_a_body(name)


def names_a_body(name: str) -> bool:
    """Whether a name has a word of a service, of an owner that is a body, or of an association."""
    return names_a_function(name) or bool((BODIES | GROUPS) & set(slug(name).split("-")))
