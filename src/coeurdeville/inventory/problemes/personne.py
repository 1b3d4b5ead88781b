"""A problem is voiced by a role, never by a named person: what looks like a name is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from coeurdeville.core.problems import Kind, Problem

KEYS = frozenset(
    {"nom", "prenom", "nom_prenom", "noms", "personne", "auteur", "contact", "courriel", "email", "mail", "tel",
     "telephone", "portable"}
)  # fmt: skip
"""Keys that would hold a person."""
CONTACT = re.compile(r"\S@\S+\.\w|(?<!\d)(?:\+33|0)[ .\u00a0]?[1-9](?:[ .\u00a0]?\d\d){4}(?!\d)")
CIVILITY = re.compile(r"\b(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame)[ \u00a0]+[A-ZÀ-Þ]")
CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:[ \u00a0]+[A-ZÀ-Þ][\w’'-]*){1,3}")
"""`Claude Martin`, `Claude MARTIN`: two to four words, all of them with a capital."""
APART = re.compile(r"[,;:()–—/]")

PERSON_KEY = Kind(
    "personne-nommee",
    "{where} : « {key} » désignerait une personne.",
    "Retirer cette ligne et dire seulement sa fonction (role) et son organisation : ce fichier peut être publié.",
)
PERSON_TEXT = Kind(
    "personne-reconnue",
    "{where} : « {key} » semble contenir un nom, une adresse électronique ou un numéro de téléphone.",
    "Écrire la fonction en minuscules, comme « adjointe aux espaces verts », sans nom : ce fichier peut être publié.",
)


def named_persons(content: Mapping[str, Any], where: str) -> Iterator[Problem]:
    """Every key that would hold a person, every text that seems to name one. Tables within are not looked at."""
    for key, value in content.items():
        if key in KEYS:
            yield PERSON_KEY(where=where, key=key)
        elif any(_names(key, text) for text in _texts(value)):
            yield PERSON_TEXT(where=where, key=key)


def _texts(value: Any) -> list[str]:
    return [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]


def _names(key: str, text: str) -> bool:
    """In a role, a piece that is all capitals is a name; elsewhere it may be a town or a body."""
    if key == "source":
        return False
    if CONTACT.search(text) or CIVILITY.search(text):
        return True
    return key == "role" and any(CAPITALISED.fullmatch(piece.strip()) for piece in APART.split(text))
