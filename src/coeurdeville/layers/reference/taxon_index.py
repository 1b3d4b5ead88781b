"""How a written name becomes a key, and which taxa stand behind a key or a code.

A key is what two spellings of one name share: no capital, accent, hyphen, hybrid sign, author in
brackets, cultivar in quotes, nor rank word, so that `Platanus ×acerifolia (Aiton) Willd.` begins with
the key `platanus acerifolia`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from coeurdeville.core.french import plain
from coeurdeville.layers.reference.taxon_table import Taxon, taxa

CODE = re.compile(r"([A-Z]{3})([A-Z]{3})?([a-z0-9]*)")
"""Genus, species when it is known, then letters of a subspecies or cultivar: `PRU`, `PRUSER`, `PRUSERkan`."""
RANKS = frozenset({"subsp", "ssp", "var", "f", "fo", "forma", "convar"})
_CULTIVAR = re.compile(
    r"""(?:(?<!\S)|(?<=[a-z.]))['"‘“«](?=\s?\S)[^'"‘’“”«»]*['"’”»](?!\S)|(?<!\S)['"‘“«].*$|\bcv\.?\s.*$"""
)
_BRACKETS = re.compile(r"\([^)]*\)")
_HYBRID = re.compile(r"×|(?<!\S)[xX](?=\s)|(?<!\S)x(?=[A-Z])")


def words(text: str) -> list[str]:
    """The words of a name as written, less cultivar, brackets, hybrid sign and rank words."""
    bare = _HYBRID.sub(" ", _BRACKETS.sub(" ", _CULTIVAR.sub(" ", text)))
    return [word for word in bare.split() if plain(word).strip(".") not in RANKS]


def key(parts: Iterable[str]) -> str:
    """Words as one key: `["Crataegus", "crus-galli"]` gives `crataegus crus galli`."""
    return " ".join(re.findall(r"[a-z0-9]+", plain(" ".join(parts))))


def code(latin: str) -> str:
    """The usual code of a Latin name, three letters of genus and three of species: `TILCOR`, `TIL`."""
    return "".join(word[:3] for word in words(latin)[:2]).upper()


@dataclass(frozen=True, slots=True)
class Index:
    """The table turned round: from keys and codes to taxa, several where the name is ambiguous."""

    names: dict[str, frozenset[Taxon]]
    codes: dict[str, frozenset[Taxon]]
    genera: dict[str, str]
    """Key of each accepted genus, to its name."""
    genus_codes: dict[str, frozenset[str]]
    families: dict[str, str]
    french_genera: dict[str, str]
    """French name of the genera that have one in the table."""
    latin: frozenset[str]
    """First word of every Latin name, accepted or not: what follows it is read as Latin."""


@lru_cache(maxsize=1)
def index() -> Index:
    """Built once from the table. A code written in the table overrides the ones that names share."""
    names: dict[str, set[Taxon]] = defaultdict(set)
    codes: dict[str, set[Taxon]] = defaultdict(set)
    latin, genus_codes = set(), defaultdict(set)
    for taxon in taxa():
        for name in (taxon.name, *taxon.synonyms):
            names[key(words(name))].add(taxon)
            latin.add(key(words(name)[:1]))
            if taxon.is_species:
                codes[code(name)].add(taxon)
        for name in (taxon.french, *taxon.vernacular):
            names[key(words(name))].add(taxon)
        genus_codes[taxon.genus[:3].upper()].add(taxon.genus)
    written = {code: {taxon} for taxon in taxa() if taxon.is_species for code in taxon.codes}
    return Index(
        names=_frozen(names),
        codes=_frozen({**codes, **written}),
        genera={key([taxon.genus]): taxon.genus for taxon in taxa()},
        genus_codes={letters: frozenset(genera) for letters, genera in genus_codes.items()},
        families={taxon.genus: taxon.family for taxon in taxa()},
        french_genera={taxon.genus: taxon.french for taxon in taxa() if not taxon.is_species},
        latin=frozenset(latin),
    )


def _frozen(found: dict[str, set[Taxon]]) -> dict[str, frozenset[Taxon]]:
    return {name: frozenset(behind) for name, behind in found.items()}
