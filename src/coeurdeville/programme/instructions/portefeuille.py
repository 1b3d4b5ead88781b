"""A chosen set of candidatures: its themes, regions, sizes, and what it would unlock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coeurdeville.deployability.people import inhabitants
from coeurdeville.espaces.communes import communes_de
from coeurdeville.espaces.inventaires import matrice
from coeurdeville.inventory.observatoire.parts import BANDS
from coeurdeville.programme.candidatures.valeurs import deposees
from coeurdeville.programme.instructions.portee import Portee, Projet, Terrain, portee, terrain
from coeurdeville.services.contract.declaration import Theme

if TYPE_CHECKING:
    from coeurdeville.deployability.matrix import Matrix
    from coeurdeville.programme.models import Candidature
    from coeurdeville.territories.commune import Commune

UNKNOWN_SIZE = "population non connue"
NOT_SAID = "non précisé"


@dataclass(frozen=True)
class Portefeuille:
    """A set, what it is made of and what it would unlock."""

    projets: tuple[Projet, ...]
    seuls: Mapping[int, Portee]
    """What each would unlock alone."""
    ensemble: Portee
    themes: Mapping[str, int]
    regions: Mapping[str, int]
    tailles: Mapping[str, int]
    """Band of the observatoire -> how many towns."""


@dataclass
class _Kept:
    matrix: Matrix | None = None
    ground: Terrain | None = None


_KEPT = _Kept()


def portefeuille(candidatures: Sequence[Candidature]) -> Portefeuille:
    """Of these candidatures, their receipts prefetched. Only what was deposited counts."""
    return de_projets(projets(candidatures), sol())


def de_projets(those: Collection[Projet], ground: Terrain) -> Portefeuille:
    """The same, from what they ask for."""
    towns = communes_de(sorted(one.commune for one in those))
    where = [towns.get(one.commune) for one in those]
    return Portefeuille(
        tuple(those),
        {one.numero: portee(ground, [one]) for one in those},
        portee(ground, those),
        dict(Counter(_theme(one.theme) for one in those).most_common()),
        dict(Counter(_region(one) for one in where).most_common()),
        _sizes(where),
    )


def projets(candidatures: Sequence[Candidature]) -> list[Projet]:
    """What each asks for, from its last deposit."""
    said = [(one, deposees(one)) for one in candidatures]
    return [Projet(one.pk, one.commune, one.nom, told.theme, told.service, told.couches) for one, told in said]


def sol() -> Terrain:
    """The communes and what runs there, worked out once for each matrix."""
    matrix = matrice()
    if _KEPT.matrix is not matrix or _KEPT.ground is None:
        _KEPT.ground, _KEPT.matrix = terrain(matrix, _people()), matrix
    return _KEPT.ground


@cache
def _people() -> Mapping[str, int]:
    return inhabitants()


def _theme(code: str) -> str:
    return Theme(code).label if code in set(Theme) else NOT_SAID


def _region(commune: Commune | None) -> str:
    if commune is None or commune.departement.code == "00":
        return "aucune (ville fictive)"
    return commune.region.nom


def _sizes(where: Sequence[Commune | None]) -> Mapping[str, int]:
    """Every band, from the smallest, those that nobody is in too; unknown sizes last, when there are some."""
    people = [None if one is None else one.population for one in where]
    found = {name: sum(one is not None and least <= one <= most for one in people) for name, least, most in BANDS}
    unknown = people.count(None)
    return {**found, UNKNOWN_SIZE: unknown} if unknown else found
