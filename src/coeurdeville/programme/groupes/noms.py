"""The name of a page in its address, from a title."""

from __future__ import annotations

import re
from typing import Final

from coeurdeville.core.french import slug

ELIDED: Final = re.compile(r"(-[cdjlmnst])+$")
"""A word that lost its vowel, without the one that it went with: `-d` of *d’alignement*."""


def nom(titre: str, most: int, otherwise: str) -> str:
    """So many characters of a title at most, cut between two words, inside one that is longer by itself.

    `otherwise`: the name when the title has no letter that an address may hold.
    """
    words = "".join(one for one in slug(titre) if one.isascii()).strip("-")
    kept = words[:most]
    if len(words) > most and words[most] != "-":
        kept = kept.rpartition("-")[0] or kept
    if len(words) > most:
        kept = ELIDED.sub("", kept)
    return kept.strip("-") or otherwise
