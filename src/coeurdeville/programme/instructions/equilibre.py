"""Who could review what, so that everybody has nearly as much to read."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Paire = tuple[int, int]
"""A candidature, a reviewer."""


@dataclass(frozen=True)
class Proposition:
    """New pairs, and what could not be found."""

    paires: tuple[Paire, ...]
    manques: Mapping[int, int]
    """Candidature -> how many reviewers it still lacks: not enough of them may read it."""


@dataclass
class _Plan:
    possibles: Mapping[int, frozenset[int]]
    charge: Counter[int]
    nouvelles: dict[int, set[int]] = field(default_factory=dict)


def proposer(
    a_pourvoir: Mapping[int, int], possibles: Mapping[int, frozenset[int]], charge: Mapping[int, int]
) -> Proposition:
    """The best balanced way to give each candidature as many reviewers as it lacks. The same data give the same pairs.

    A first plan gives each candidature, the hardest to serve first, its least charged reviewers; then reviews go from
    one reviewer to another as long as that brings two charges nearer, through others if needed. When no such way is
    left the charges are as even as they can be (Harvey and others, Semi-matchings for bipartite graphs, 2003).

    Parameters
    ----------
    a_pourvoir
        Candidature -> how many reviewers it lacks.
    possibles
        Candidature -> reviewers who may read it and do not yet.
    charge
        Reviewer -> reviews they have already; these stay.
    """
    plan = _Plan(possibles, Counter(charge))
    order = sorted(a_pourvoir, key=lambda one: (len(possibles[one]) - a_pourvoir[one], one))
    for one in order:
        chosen = sorted(possibles[one], key=lambda who: (plan.charge[who], who))[: a_pourvoir[one]]
        plan.nouvelles[one] = set(chosen)
        plan.charge.update(chosen)
    while _even_out(plan):
        pass
    pairs = sorted((one, who) for one, those in plan.nouvelles.items() for who in those)
    lacking = {one: short for one in sorted(a_pourvoir) if (short := a_pourvoir[one] - len(plan.nouvelles[one]))}
    return Proposition(tuple(pairs), lacking)


def _even_out(plan: _Plan) -> bool:
    """Shift one review along the first way that brings two charges nearer; whether there was one."""
    givers = sorted(
        {who for those in plan.nouvelles.values() for who in those}, key=lambda who: (-plan.charge[who], who)
    )
    for giver in givers:
        way = _way(plan, giver)
        if way:
            _shift(plan, way)
            return True
    return False


def _way(plan: _Plan, giver: int) -> Sequence[tuple[int, int, int]]:
    """Steps (candidature, from, to) to the nearest reviewer who has two reviews fewer; none when there is none."""
    before: dict[int, tuple[int, int, int]] = {}
    waiting, seen = deque([giver]), {giver}
    while waiting:
        who = waiting.popleft()
        if plan.charge[who] <= plan.charge[giver] - 2:
            return _steps(before, who)
        for one in sorted(one for one, those in plan.nouvelles.items() if who in those):
            for other in sorted(plan.possibles[one] - plan.nouvelles[one] - seen):
                seen.add(other)
                before[other] = (one, who, other)
                waiting.append(other)
    return ()


def _steps(before: Mapping[int, tuple[int, int, int]], last: int) -> list[tuple[int, int, int]]:
    found = []
    while last in before:
        found.append(before[last])
        last = before[last][1]
    return found[::-1]


def _shift(plan: _Plan, way: Sequence[tuple[int, int, int]]) -> None:
    for one, giver, taker in way:
        plan.nouvelles[one] ^= {giver, taker}
    plan.charge[way[0][1]] -= 1
    plan.charge[way[-1][2]] += 1
