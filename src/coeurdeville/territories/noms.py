"""Names of communes as people type them: what two writings of one name have in common."""

import re

from coeurdeville.core.french import slug

ARTICLES = frozenset({"l", "la", "le", "les"})
WRITTEN_OUT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur", "ss": "sous"}
"""Abbreviations in the files of towns. No commune has one of them as a word of its name."""
WITH_DEPARTEMENT = re.compile(r"(?P<nom>.+?)\s*[,(]\s*(?P<departement>[^()]+?)\s*\)?$")


def full_key(text: str) -> str:
    """`le-mans`, `saint-quentin`, `villeneuve-sur-lot`: case, accents, hyphens and abbreviations put aside."""
    return "-".join(WRITTEN_OUT.get(word, word) for word in slug(text).split("-"))


def bare_key(text: str) -> str:
    """`full_key` without the leading article, unless the article is the whole name (`Lès` stays `les`)."""
    article, _, rest = full_key(text).partition("-")
    return rest if rest and article in ARTICLES else full_key(text)


def split_departement(text: str) -> tuple[str, str] | None:
    """`La Rochelle (17)` or `Saint-Denis, La Réunion` in two, None when there is no département to read."""
    found = WITH_DEPARTEMENT.match(text)
    return (found["nom"], found["departement"]) if found else None
