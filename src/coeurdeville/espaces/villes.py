"""The towns that have a public page: every commune of today, and fictional towns that published something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from coeurdeville.core.problems import Refused
from coeurdeville.espaces.models import Espace
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.projections import departement_of
from coeurdeville.territories.referentiel import read_referentiel

FICTIVE = "00"
"""Département of towns that do not exist."""


@dataclass(frozen=True)
class VillePublique:
    """A town as public pages name it."""

    code: str
    """Insee code of today."""
    nom: str
    commune: Commune | None = None
    """None for a fictional town."""


def ville_publique(code: str) -> VillePublique | None:
    """The town of a code, that of today when the code is a former one; None when there is none."""
    if departement_of(code) == FICTIVE:
        nom = Espace.objects.filter(commune=code, editions__publiee_le__isnull=False).values_list("nom", flat=True)
        found = nom.first()
        return None if found is None else VillePublique(code, found)
    commune = _commune(code)
    return None if commune is None else VillePublique(commune.code, commune.nom, commune)


@lru_cache(maxsize=4096)
def _commune(code: str) -> Commune | None:
    """The commune of today; a delegated commune, an arrondissement or a former code gives the one it is part of."""
    try:
        return commune_of(code)
    except Refused:
        former = read_referentiel().former_where("code", code)
        return commune_of(former[0].commune) if former else None
