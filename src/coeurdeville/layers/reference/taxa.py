"""Species, genus and family of the trees of an inventory, however they are written, and their traits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coeurdeville.core.french import NARROW, NBSP, listing, plural
from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import SHOWN, Kind, Level, Problem
from coeurdeville.layers.reference.taxon_index import index, key, words
from coeurdeville.layers.reference.taxon_reader import BLANK, Match, Rank, Reason, is_code, read
from coeurdeville.layers.reference.taxon_table import taxa

Texts = NDArray[np.object_]

UNKNOWN_TAXON = Kind(
    "taxon-inconnu",
    "Des noms ou des codes de plantes ne sont pas dans la table des taxons" + NBSP + ": {names}, pour {rows}.",
    "Corriger le fichier, ou compléter la table. Un nom proche est proposé, jamais retenu à la place.",
    Level.NOTE,
)
AMBIGUOUS_TAXON = Kind(
    "taxon-ambigu",
    "Des noms ou des codes de plantes désignent plusieurs taxons" + NBSP + ": {names}, pour {rows}.",
    "Écrire le nom latin complet. Le genre est retenu quand il est le même pour tous.",
    Level.NOTE,
)
TRAITS = ("heat", "drought", "allergens")


@dataclass(frozen=True)
class Identified:
    """One element per value given, in the same order; empty text where nothing is known."""

    species: Texts
    genus: Texts
    family: Texts
    french: Texts
    """French name of the species, else of the genus."""
    rank: Texts
    """`Rank` reached."""
    reason: Texts
    """`Reason` why no further; a genus may be known while its species is ambiguous or unknown."""
    problems: tuple[Problem, ...]

    def share(self, rank: Rank) -> float | Missing:
        """Part of the values, in percent, known to this rank at least. Values not filled in count as unknown."""
        if not len(self.rank):
            return Missing("il n’y a aucun nom à reconnaître")
        enough = (Rank.SPECIES,) if rank is Rank.SPECIES else (Rank.SPECIES, Rank.GENUS)
        return float(100 * np.isin(self.rank, [level.value for level in enough]).mean())


@dataclass(frozen=True)
class Traits:
    """Traits of species, one element per name given; empty text where no public reference was found."""

    heat: Texts
    drought: Texts
    allergens: Texts
    without: dict[str, int]
    """For each trait, how many distinct species named have no reference."""
    species: int
    """How many distinct species were named."""


def identify(values: Sequence[Any] | NDArray[Any]) -> Identified:
    """What each written name or code means; the rules are those of `taxon_reader`.

    Each distinct value is read once. When at least half of the distinct values have the form of a code, the
    column is one of codes, and the first three letters of an unknown code may give its genus. None, NaN and
    blanks are not filled in.
    """
    import pandas as pd

    places, distinct = pd.factorize(np.asarray(values, dtype=object))
    texts = [str(value) for value in distinct]
    filled = [text for text in texts if text.strip()]
    codes = 2 * sum(map(is_code, filled)) >= max(1, len(filled))
    matches = [*(read(text, codes=codes) for text in texts), BLANK]
    counts = np.bincount(places[places >= 0], minlength=len(texts))
    return Identified(
        species=_spread(matches, "species", places),
        genus=_spread(matches, "genus", places),
        family=_spread(matches, "family", places),
        french=_spread(matches, "french", places),
        rank=_spread(matches, "rank", places),
        reason=_spread(matches, "reason", places),
        problems=tuple(_problems(texts, matches, counts)),
    )


def traits(species: Sequence[str] | NDArray[Any]) -> Traits:
    """Heat, drought and allergens of accepted species names; other names have no trait and are not counted."""
    known = {taxon.name: taxon for taxon in taxa() if taxon.is_species}
    named = {name for name in species if name in known}
    columns = {
        trait: np.array([getattr(known[name], trait) if name in known else "" for name in species], dtype=object)
        for trait in TRAITS
    }
    without = {trait: sum(not getattr(known[name], trait) for name in named) for trait in TRAITS}
    return Traits(**columns, without=without, species=len(named))


def _spread(matches: list[Match], name: str, places: NDArray[np.intp]) -> Texts:
    """One attribute of the matches, one element per value; place -1 is the last match, nothing written."""
    column: Texts = np.array([str(getattr(match, name)) for match in matches], dtype=object)[places]
    return column


def _problems(texts: list[str], matches: list[Match], counts: NDArray[np.int_]) -> Iterable[Problem]:
    for kind, reason in ((UNKNOWN_TAXON, Reason.UNKNOWN), (AMBIGUOUS_TAXON, Reason.AMBIGUOUS)):
        met = [n for n in np.argsort(-counts, kind="stable") if matches[n].reason is reason]
        if met:
            rows = int(counts[met].sum())
            examples = [_example(texts[n], matches[n], int(counts[n])) for n in met[:SHOWN]]
            yield kind(examples=examples, count=rows, names=plural(len(met), "écriture"), rows=plural(rows, "objet"))


def _example(text: str, match: Match, count: int) -> str:
    """`« Tillia cordata » (12 objets ; nom proche : Tilia cordata)`."""
    notes = [plural(count, "objet")]
    if match.candidates:
        notes.append(listing(match.candidates, "ou"))
    elif near := _nearest(text):
        notes.append(f"nom proche{NBSP}: {near}")
    if match.genus:
        notes.append(f"genre retenu{NBSP}: {match.genus}")
    return f"«{NBSP}{text}{NBSP}» ({f'{NARROW}; '.join(notes)})"


def _nearest(text: str) -> str:
    """The taxon whose name is written most like `text`, or nothing when none is close."""
    names = index().names
    close = get_close_matches(key(words(text)), names, n=1, cutoff=0.8)
    return min(taxon.name for taxon in names[close[0]]) if close else ""
