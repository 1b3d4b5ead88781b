"""What an animateur follows: the towns of a perimeter, how far each is, what to open next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from django.db.models import Count, Max, Q
from django.utils import timezone

from coeurdeville.comptes.droits import est_coordination
from coeurdeville.core.problems import Refused
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.people import inhabitants
from coeurdeville.deployability.unlocking.best_sets import Unlocking, unlockings
from coeurdeville.deployability.unlocking.locks import locked
from coeurdeville.deployability.verdict import CellState
from coeurdeville.espaces.communes import communes_de
from coeurdeville.espaces.inventaires import matrice_interne
from coeurdeville.espaces.models import Espace
from coeurdeville.espaces.perimetres import titre
from coeurdeville.territories.perimeter import perimeter

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

MOST = 3
"""Data that are proposed together, at most."""
PUBLIC = Q(editions__publiee_le__isnull=False, editions__retiree_le=None)
WAITING = Q(demandes__repondue_le=None, demandes__annulee_le=None)


@dataclass(frozen=True)
class Suivies:
    """The towns that a user follows."""

    titre: str
    """`département Aisne (02)`; how the programme is called for the coordination."""
    codes: tuple[str, ...]
    """Those of the programme and those that have a space, by Insee code."""


@dataclass(frozen=True)
class VilleSuivie:
    """A town, how far it is."""

    code: str
    nom: str
    departement: str
    espace: Espace | None
    etats: Counter[CellState]
    """How many services in each state."""
    publiee_le: date | None = None
    """When its latest public edition was established."""
    attendues: int = 0
    """Requests without answer yet."""
    echues: int = 0
    """Of these, those whose day is past."""

    @property
    def services(self) -> int:
        """How many services there are."""
        return self.etats.total()

    @property
    def tournent(self) -> int:
        """Services that run for sure."""
        return sum(self.etats[one] for one in (CellState.PROVEN, CellState.POSSIBLE, CellState.DEGRADED))


@dataclass
class _Opened:
    """What to open first, by perimeter, for the matrix of which it was worked out."""

    matrix: Matrix | None = None
    known: dict[tuple[str, ...], tuple[Unlocking, ...]] = field(default_factory=dict)


_OPENED = _Opened()


def suivies(user: Utilisateur) -> Suivies:
    """The towns of the perimeters of a user; the coordination follows all. At most two queries."""
    all_of_them = matrice_interne().communes
    if est_coordination.test(user):
        return Suivies("tout le programme", tuple(all_of_them))
    grounds = {text: those for text in user.textes_perimetres if (those := _ground(text)) is not None}
    codes = frozenset[str]().union(*grounds.values())
    return Suivies(", ".join(map(titre, grounds)), tuple(one for one in all_of_them if one in codes))


def villes_suivies(codes: Sequence[str], today: date | None = None) -> list[VilleSuivie]:
    """These towns, in the order given. A fixed number of queries, whatever their number."""
    spaces, matrix, named = _spaces(codes, today or timezone.localdate()), matrice_interne(), communes_de(codes)
    return [_followed(code, spaces.get(code), matrix, named[code].nom, named[code].departement.nom) for code in codes
            if code in named]  # fmt: skip


def a_ouvrir(codes: Sequence[str]) -> tuple[Unlocking, ...]:
    """The best one, two, three data to open for these towns, of those that code reads; worked out once a matrix."""
    matrix, key = matrice_interne(), tuple(codes)
    if _OPENED.matrix is not matrix:
        _OPENED.matrix, _OPENED.known = matrix, {}
    if key not in _OPENED.known:
        found = locked(_part(matrix, key), _people(), readable_only=True)
        _OPENED.known[key] = unlockings(found, most=MOST)
    return _OPENED.known[key]


def _followed(code: str, espace: Espace | None, matrix: Matrix, nom: str, departement: str) -> VilleSuivie:
    states = Counter(cell.state for cell in matrix.row(code))
    if espace is None:
        return VilleSuivie(code, nom, departement, None, states)
    kept = vars(espace)
    return VilleSuivie(
        code, espace.nom, departement, espace, states, kept["publiee"], kept["attendues"], kept["echues"]
    )


def _spaces(codes: Sequence[str], today: date) -> Mapping[str, Espace]:
    found = Espace.objects.filter(commune__in=codes).annotate(
        publiee=Max("editions__etablie_le", filter=PUBLIC),
        attendues=Count("demandes", filter=WAITING, distinct=True),
        echues=Count("demandes", filter=WAITING & Q(demandes__echeance__lt=today), distinct=True),
    )
    return {one.commune: one for one in found}


def _part(matrix: Matrix, codes: tuple[str, ...]) -> Matrix:
    """The same matrix for some communes only; verdicts that are worked out are shared."""
    wanted = set(codes)
    inventories = {code: one for code, one in matrix.inventories.items() if code in wanted}
    proofs = {key: one for key, one in matrix.proofs.items() if key[0] in wanted}
    return Matrix(codes, matrix.services, inventories, proofs, assessor=matrix.assessor)


@cache
def _people() -> Mapping[str, int]:
    return inhabitants()


@cache
def _ground(text: str) -> frozenset[str] | None:
    """Codes of a perimeter; None when it names none any more."""
    try:
        return frozenset(perimeter(text).codes)
    except Refused:
        return None
