"""One written name or code read against the table. The rules, in order; the first that speaks decides.

1. Nothing written: not filled in.
2. The whole name, Latin or French, is in the table: that taxon. Several taxa: ambiguous.
3. The name begins with a Latin genus: its first three words, then two, are looked up (author and
   subspecies may follow); else it is the genus, with the species unknown unless none was written.
4. A code: whole, then its six first letters. Its three first letters give a genus only in a column of codes.
5. Anything else is unknown. A misspelt name is unknown: the nearest one is proposed, never taken.

An ambiguity within one genus gives that genus.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.core.french import plain
from coeurdeville.layers.reference.taxon_index import CODE, Index, index, key, words
from coeurdeville.layers.reference.taxon_table import Taxon

NO_SPECIES = frozenset({"sp", "spp", "ssp", "species", "indet", "indetermine"})


class Rank(StrEnum):
    """How far a name was identified."""

    SPECIES = "espèce"
    GENUS = "genre"
    NONE = ""


class Reason(StrEnum):
    """Why a name was not identified further."""

    NONE = ""
    BLANK = "non renseigné"
    AMBIGUOUS = "ambigu"
    UNKNOWN = "inconnu"


@dataclass(frozen=True, slots=True)
class Match:
    """What a written name means. Empty texts where nothing is known."""

    species: str = ""
    genus: str = ""
    family: str = ""
    french: str = ""
    reason: Reason = Reason.NONE
    candidates: tuple[str, ...] = ()
    """The names between which an ambiguous one hesitates, sorted."""

    @property
    def rank(self) -> Rank:
        """The finest rank that is known."""
        return Rank.SPECIES if self.species else Rank.GENUS if self.genus else Rank.NONE


BLANK = Match(reason=Reason.BLANK)
UNKNOWN = Match(reason=Reason.UNKNOWN)


def read(text: str, *, codes: bool = False) -> Match:
    """What `text` means. `codes` says that it stands in a column of codes."""
    if not text.strip():
        return BLANK
    known, written = index(), words(text)
    whole = known.names.get(key(written))
    if whole:
        return _among(whole, known)
    if key(written[:1]) in known.latin:
        return _latin(written, known)
    return _code(text.strip(), known, codes)


def is_code(text: str) -> bool:
    """Whether `text` has the form of a code and is not simply a name in capitals, as `CEDRUS` is."""
    return bool(CODE.fullmatch(text.strip())) and key(words(text)) not in index().names


def _latin(written: list[str], known: Index) -> Match:
    for length in (3, 2):
        found = known.names.get(key(written[:length]))
        if found and len(written) > length:
            return _among(found, known)
    first = key(written[:1])
    if first not in known.genera:
        return UNKNOWN
    if _no_species(written):
        return _genus(known.genera[first], known)
    if len({taxon.genus for taxon in known.names.get(first, ())}) > 1:
        return _among(known.names[first], known)
    return _genus(known.genera[first], known, Reason.UNKNOWN)


def _no_species(written: list[str]) -> bool:
    """`Tilia sp.` or `Tilia Mill.`: what follows the genus is not an epithet."""
    if len(written) == 1:
        return True
    return plain(written[1]).strip(".") in NO_SPECIES or (written[1][:1].isupper() and not written[1].isupper())


def _code(text: str, known: Index, codes: bool) -> Match:
    parts = CODE.fullmatch(text)
    if not parts:
        return UNKNOWN
    found = known.codes.get(text) or known.codes.get(text[:6]) if parts[2] else None
    if found:
        return _among(found, known)
    genera = known.genus_codes.get(parts[1], frozenset()) if codes else frozenset()
    if len(genera) == 1:
        return _genus(next(iter(genera)), known, Reason.UNKNOWN if parts[2] else Reason.NONE)
    return Match(reason=Reason.AMBIGUOUS, candidates=tuple(sorted(genera))) if genera else UNKNOWN


def _among(found: Collection[Taxon], known: Index) -> Match:
    genera = {taxon.genus for taxon in found}
    if len(found) > 1:
        names = tuple(sorted(taxon.name for taxon in found))
        genus = genera.pop() if len(genera) == 1 else ""
        return _genus(genus, known, Reason.AMBIGUOUS, names)
    (taxon,) = found
    if not taxon.is_species:
        return _genus(taxon.genus, known)
    return Match(taxon.name, taxon.genus, taxon.family, taxon.french)


def _genus(genus: str, known: Index, reason: Reason = Reason.NONE, candidates: tuple[str, ...] = ()) -> Match:
    return Match("", genus, known.families.get(genus, ""), known.french_genera.get(genus, ""), reason, candidates)
