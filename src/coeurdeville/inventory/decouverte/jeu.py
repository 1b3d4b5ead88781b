"""A dataset found in a catalogue: what is taken of it, no contact nor person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coeurdeville.core.french import plain
from coeurdeville.core.licences import LOV2, ODBL, UNKNOWN, Licence
from coeurdeville.core.licences import licence as licence_named
from coeurdeville.core.problems import Refused

WRITTEN = (
    (LOV2, ("licence ouverte", "open licence", "licence etalab", "etalab 2 0", "fr lo")),
    (ODBL, ("odbl", "open database licen")),
)
"""Licences that catalogues write in a sentence or an address, and what tells them."""
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Jeu:
    """One dataset as its catalogue describes it."""

    id: str
    """Identifier in its catalogue."""
    titre: str
    organisme: str
    """Who publishes it; empty: the catalogue does not say."""
    adresse: str
    """Page where it is described; empty when the catalogue gives none."""
    licence: Licence = UNKNOWN
    licence_ecrite: str = ""
    """The licence as it was written, when it is not recognised."""
    maj: date | None = None
    """Day of its last update; None: not said."""
    formats: tuple[str, ...] = ()
    """Formats of its resources, lower case; those that say none are not counted."""
    mots: tuple[str, ...] = ()
    """Keywords."""
    schemas: tuple[str, ...] = ()
    """Schemas named on its resources: `owner/name`."""


def licence_of(text: str) -> Licence:
    """The licence that a catalogue writes, as a key, a sentence, HTML or an address; unknown otherwise."""
    bare = " ".join(TAG.sub(" ", text).split())
    try:
        return licence_named(bare)
    except Refused:
        words = " ".join(re.split(r"[^a-z0-9]+", plain(bare)))
        return next((one for one, tells in WRITTEN if any(tell in words for tell in tells)), UNKNOWN)


def day_of(text: object) -> date | None:
    """The day of a timestamp of ISO 8601; None when it is anything else."""
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def formats_of(texts: Iterable[object]) -> tuple[str, ...]:
    """Formats as they are listed: lower case, each once; a media type or an address gives its last word."""
    said = (re.split(r"[/#+]", str(one).strip().lower())[-1] for one in texts if one)
    return tuple(dict.fromkeys(one for one in said if one))
