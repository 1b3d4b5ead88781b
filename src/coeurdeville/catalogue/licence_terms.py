"""An open licence as catalogues name it: its identifier, its address, its word in the SCDL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coeurdeville.core.licences import Licence, combine
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.core.provenance import Origin

LICENCE_CLOSED = Kind(
    "licence-non-ouverte",
    "« {licence} » n’est pas une licence ouverte : ce jeu de données ne peut pas être publié.",
    "Choisir la Licence Ouverte 2.0 ou l’ODbL 1.0, si les sources le permettent.",
)
LICENCE_AGAINST_SOURCES = Kind(
    "licence-contraire-aux-sources",
    "Le jeu ne peut pas être publié sous {licence} : {reason}.",
    "{cure}",
)
LICENCE_BEYOND_DECREE = Kind(
    "licence-hors-decret",
    "{licence} est ouverte, mais n’est pas de celles qu’une administration peut choisir sans homologation "
    "(article D. 323-2-1 du CRPA).",
    "Préférer la Licence Ouverte 2.0 ou l’ODbL 1.0.",
    Level.WARNING,
)


@dataclass(frozen=True)
class Terms:
    """How a licence is named."""

    spdx: str
    """Identifier in the SPDX list."""
    address: str
    """Page of its text."""
    scdl: str
    """Value of `LICENCE` in `scdl/catalogue`."""
    decree: bool = True
    """One of those that a French administration may choose without asking (CRPA D323-2-1)."""


_CREATIVE_COMMONS = "Creative Commons-CC"
_TERMS = {
    "lov2": Terms("etalab-2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence", "Licence Ouverte-LO"),
    "odbl": Terms("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/", "Open Database License-ODBL"),
    "cc0": Terms("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", _CREATIVE_COMMONS, decree=False),
    "cc-by": Terms("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", _CREATIVE_COMMONS, decree=False),
    "cc-by-sa": Terms(
        "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/", _CREATIVE_COMMONS, decree=False
    ),
}


def terms_of(licence: Licence) -> Terms:
    """How catalogues name an open licence of `core.licences`; a closed one has no terms: KeyError."""
    return _TERMS[licence.key]


def licence_problems(licence: Licence, sources: Sequence[Origin]) -> Iterator[Problem]:
    """That data under this licence cannot be opened, or not when they were made from these sources."""
    allowed = combine([one.licence for one in sources])
    bound = allowed.licence.share_alike and allowed.licence != licence
    if not licence.open:
        yield LICENCE_CLOSED(licence=licence.title)
    elif not allowed.licence.open or bound:
        yield LICENCE_AGAINST_SOURCES(licence=licence.title, reason=allowed.reason, cure=_cure(allowed.licence))
    elif not terms_of(licence).decree:
        yield LICENCE_BEYOND_DECREE(licence=licence.title)


def _cure(allowed: Licence) -> str:
    first = f"Publier sous {allowed.title}" if allowed.open else "Faire préciser la licence des sources"
    return f"{first}, ou retirer ce qui vient de celle qui s’y oppose."
