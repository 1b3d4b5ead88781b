"""What candidatures would unlock, from the matrix.

A candidature asks for one service S and foresees layers L, that the town will standardise and share. For each commune
of the matrix (those of the programme, and those that published a diagnostic):

- S runs already where its verdict is *vérifié*, *possible* or *dégradé*: nothing is gained there;
- the commune is unlocked where S is *bloqué* today and would run if L were added to what the commune has for sure;
- it is confirmed where S is *à vérifier* today and would then run for sure;
- elsewhere S would still lack something.

For a set of candidatures, services are those that any of them asks for, and L holds the layers of all: what two of them
bring together counts. A commune that gains several services is counted once, as are its inhabitants: the result is a
union, and can be less than the sum of what each unlocks alone, or more. A commune counts as unlocked when at least one
service that was blocked there would run; as confirmed when it gains only services that were to be checked; as running
already when it has all of them. So that a set which one candidature fills is still told from another, services are
counted too, town by town: how many are unlocked, how many doubts are lifted, the latter in unlocked communes as well.
Fictional towns (department 00) are not counted. Verdicts, and what would lift them, are those of `deployability`.

A layer that no code reads makes no computed service run; a service that is only described would have its data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.unlocking.alternatives import readable
from coeurdeville.deployability.unlocking.locks import Lock, locked
from coeurdeville.deployability.verdict import CellState
from coeurdeville.layers.catalogue import kinds
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.services.contract.described import Described

FICTIONAL: Final = "00"
"""Department of the towns that do not exist."""


@dataclass(frozen=True)
class Projet:
    """What a candidature asks for."""

    numero: int
    commune: str
    nom: str
    theme: str
    service: str
    """Slug; empty when it is another one than those that are known."""
    couches: frozenset[str]
    """Slugs of the layers foreseen."""


@dataclass(frozen=True)
class Groupe:
    """Communes that have the same things."""

    communes: tuple[str, ...]
    verrous: Mapping[str, Lock]
    """Slug -> what keeps a service from running there; a service that runs is absent."""


@dataclass(frozen=True)
class Terrain:
    """The communes, and what runs in each."""

    groupes: tuple[Groupe, ...]
    habitants: Mapping[str, int]
    """Insee code -> inhabitants; a commune that it does not hold counts for none."""
    services: frozenset[str]

    def peuple(self, communes: Collection[str]) -> int:
        """Inhabitants of these communes."""
        return sum(self.habitants.get(one, 0) for one in communes)


@dataclass(frozen=True)
class Portee:
    """What one candidature, or a set of them, would unlock; the four sets of communes do not meet."""

    debloquees: frozenset[str]
    confirmees: frozenset[str]
    deja: frozenset[str]
    restantes: frozenset[str]
    habitants: int
    """Of the communes unlocked."""
    services: int
    """Services unlocked, town by town: two of them in one town count for two."""
    doutes: int
    """Services that were to be checked and would run for sure, town by town, wherever."""
    non_lues: tuple[str, ...]
    """Titles of the layers foreseen that no code reads."""
    connue: bool = True
    """Whether a known service is asked for: else nothing can be said."""


def terrain(matrix: Matrix, people: Mapping[str, int]) -> Terrain:
    """What runs where, ready for many questions."""
    groups = [
        Groupe(_real(one.where.communes), {lock.service.slug: lock for lock in one.locks})
        for one in locked(matrix, people)
    ]
    return Terrain(tuple(groups), people, frozenset(one.slug for one in matrix.services))


def portee(ground: Terrain, projets: Iterable[Projet]) -> Portee:
    """What these candidatures would unlock together; one alone is a set of one."""
    those = list(projets)
    services = sorted({one.service for one in those} & ground.services)
    known = kinds()
    layers = frozenset(known[slug] for one in those for slug in one.couches if slug in known)
    found: dict[str, set[str]] = {"debloquees": set(), "confirmees": set(), "deja": set(), "restantes": set()}
    gained: Counter[CellState] = Counter()
    for group in ground.groupes if services else ():
        locks = [group.verrous.get(one) for one in services]
        opened = [one.state for one in locks if one is not None and _opens(one, layers)]
        found[_gain(locks, opened)].update(group.communes)
        gained.update({state: count * len(group.communes) for state, count in Counter(opened).items()})
    sets = {name: frozenset(codes) for name, codes in found.items()}
    unread = tuple(sorted(one.title for one in layers if isinstance(one, Awaited)))
    return Portee(
        **sets, habitants=ground.peuple(sets["debloquees"]),
        services=gained[CellState.BLOCKED], doutes=gained.total() - gained[CellState.BLOCKED], non_lues=unread,
        connue=bool(services),
    )  # fmt: skip


def _gain(locks: Sequence[Lock | None], opened: Collection[CellState]) -> str:
    """Which of the four sets a commune belongs to; None is a service that runs already."""
    if not any(locks):
        return "deja"
    if CellState.BLOCKED in opened:
        return "debloquees"
    return "confirmees" if opened else "restantes"


def _real(communes: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in communes if not one.startswith(FICTIONAL))


def _opens(lock: Lock, layers: frozenset[object]) -> bool:
    described = isinstance(lock.service, Described)
    return any(one <= layers and (described or readable(one)) for one in lock.alternatives)
