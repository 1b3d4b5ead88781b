"""The ranking: from scores to a median, a mean, a spread; what is too little known is said, never ranked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

Poids = Mapping[str, Fraction]
"""Key of each criterion -> its weight; 0: read apart from the total."""


@dataclass(frozen=True)
class Bulletin:
    """What one reviewer gave: key of a criterion -> 0 to 5; what is not scored is absent."""

    notes: Mapping[str, int]


@dataclass(frozen=True)
class Dossier:
    """What is known of a candidature when the ranking is made."""

    numero: int
    bulletins: Sequence[Bulletin]
    """Of the reviews that were given; drafts are no part of it."""
    abstentions: int = 0
    attendues: int = 0
    """Reviews that are entrusted and not given yet."""


@dataclass(frozen=True)
class Ligne:
    """A candidature and its figures, all exact fractions between 0 and 5."""

    numero: int
    scores: tuple[Fraction, ...]
    """Of each complete review, from the lowest."""
    mediane: Fraction | None
    moyenne: Fraction | None
    etendue: Fraction | None
    """The highest score minus the lowest: how far reviewers stand from each other."""
    criteres: Mapping[str, Fraction | None]
    """Median of the scores on each criterion, those of weight 0 too; None when nobody scored it."""
    incompletes: int
    """Reviews given that lack a criterion that weighs: they count in nothing."""
    abstentions: int
    attendues: int
    suffisante: bool
    """Whether it has as many complete reviews as the call wants: else it has no place."""
    rang: int | None = None
    """Place, from 1; equals share the best one."""
    ex_aequo: bool = False

    @property
    def nombre(self) -> int:
        """How many reviews count."""
        return len(self.scores)


def score(bulletin: Bulletin, poids: Poids) -> Fraction | None:
    """The mean of the scores, each by its weight; None when a criterion that weighs lacks its score, or none weighs."""
    weighing = {key: weight for key, weight in poids.items() if weight > 0}
    if not weighing or not weighing.keys() <= bulletin.notes.keys():
        return None
    return sum((weight * bulletin.notes[key] for key, weight in weighing.items()), Fraction()) / sum(weighing.values())


def mediane(values: Sequence[Fraction]) -> Fraction | None:
    """The middle one, or the mean of the two in the middle; None when there is none."""
    if not values:
        return None
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def classer(dossiers: Sequence[Dossier], poids: Poids, voulues: int) -> tuple[Ligne, ...]:
    """Every candidature with its figures: ranked ones first, then those with too few reviews, by number.

    The place follows the median, then the mean where medians are equal; where both are, candidatures share a place and
    it is said. One that has fewer complete reviews than `voulues` has no place.
    """
    lines = [_ligne(one, poids, voulues) for one in dossiers]
    ranked = [_placed(one, lines) for one in lines]
    return tuple(sorted(ranked, key=lambda one: (one.rang is None, one.rang or 0, one.numero)))


def _ligne(dossier: Dossier, poids: Poids, voulues: int) -> Ligne:
    found = [score(one, poids) for one in dossier.bulletins]
    scores = tuple(sorted(one for one in found if one is not None))
    return Ligne(
        numero=dossier.numero,
        scores=scores,
        mediane=mediane(scores),
        moyenne=sum(scores, Fraction()) / len(scores) if scores else None,
        etendue=scores[-1] - scores[0] if scores else None,
        criteres={key: _of_criterion(key, dossier) for key in poids},
        incompletes=len(found) - len(scores),
        abstentions=dossier.abstentions,
        attendues=dossier.attendues,
        suffisante=len(scores) >= max(1, voulues),
    )


def _of_criterion(key: str, dossier: Dossier) -> Fraction | None:
    return mediane([Fraction(one.notes[key]) for one in dossier.bulletins if key in one.notes])


def _placed(line: Ligne, lines: Sequence[Ligne]) -> Ligne:
    if not line.suffisante:
        return line
    order = Counter(_order(one) for one in lines if one.suffisante)
    own = _order(line)
    better = sum(count for other, count in order.items() if other > own)
    return replace(line, rang=1 + better, ex_aequo=order[own] > 1)


def _order(line: Ligne) -> tuple[Fraction, Fraction]:
    return line.mediane or Fraction(), line.moyenne or Fraction()
