"""Titles cut into bare words, and the words by which layers are recognised or put aside."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from coeurdeville.core.french import plain
from coeurdeville.layers.catalogue import kinds
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.schemas.catalogue import own_schemas
from coeurdeville.schemas.layer_mapping import layer_mapping

TABLE = Path(__file__).with_name("lexique.toml")
Words = tuple[str, ...]


@dataclass(frozen=True)
class Lexique:
    """The words of every layer."""

    phrases: Mapping[Words, tuple[str, ...]]
    """Words in order -> slugs of the layers that they name."""
    faux_amis: Mapping[Words, tuple[Words, ...]]
    """Words of a layer -> words that put it aside when they are in the same title."""
    partout: tuple[Words, ...]
    """Words that put every layer aside."""
    schemas: Mapping[str, str]
    """Name of a schema, with or without its owner -> slug of its layer."""
    vagues: frozenset[str]
    """Words that tell nothing of what a title is about."""

    def weight(self, words: Words) -> int:
        """How many of these words tell something; one at least."""
        return max(1, sum(word not in self.vagues and not word.isdigit() for word in words))


def words_of(text: str) -> Words:
    """The bare words of a text, singular, without those that join: `("arbre", "alignement")`."""
    words = (_singular(word) for word in re.split(r"[^a-z0-9]+", plain(text).replace("'", " ")) if word)
    return tuple(word for word in words if word not in _joining())


@cache
def lexique() -> Lexique:
    """The words of the layers, as they and `lexique.toml` say them."""
    said = _table()
    phrases: dict[Words, tuple[str, ...]] = {}
    schemas: dict[str, str] = {}
    for slug, kind in kinds().items():
        for text in (kind.title, *kind.words, *said["mots"].get(slug, ())):
            key = words_of(text)
            if key and slug not in phrases.get(key, ()):
                phrases[key] = (*phrases.get(key, ()), slug)
        if isinstance(kind, Awaited) and kind.schema:
            schemas |= {kind.schema: slug, kind.schema.rpartition("/")[2]: slug}
    for name in own_schemas():
        if mapping := layer_mapping(name):
            schemas[name] = mapping.layer
    faux = said["faux_amis"]
    friends = {words_of(key): tuple(words_of(text) for text in texts) for key, texts in faux.items()}
    everywhere = friends.pop(("partout",))
    return Lexique(phrases, friends, everywhere, schemas, frozenset(said["vagues"]))


def within(phrase: Words, words: Words) -> bool:
    """Whether the words follow one another in a text."""
    return any(words[start : start + len(phrase)] == phrase for start in range(len(words) - len(phrase) + 1))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def _joining() -> frozenset[str]:
    return frozenset(_table()["grammaire"])


def as_written(phrase: Words, text: str) -> str:
    """How a text writes words that follow one another in it: `Arbres d’alignement`; the bare words when it does not."""
    found = [(one, words_of(one[0])) for one in re.finditer(r"[^\W_]+", text)]
    kept = [(one.start(), one.end(), words[0]) for one, words in found if words]
    for start in range(len(kept) - len(phrase) + 1):
        window = kept[start : start + len(phrase)]
        if tuple(word for *_, word in window) == phrase:
            return text[window[0][0] : window[-1][1]]
    return " ".join(phrase)


def _singular(word: str) -> str:
    if len(word) <= 3 or word.endswith(("ss", "is")):
        return word
    if word.endswith("eaux"):
        return word[:-1]
    return word[:-1] if word.endswith(("s", "x")) else word
