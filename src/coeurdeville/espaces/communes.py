"""Communes by code, those that do not exist included: what tables of towns group and name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from coeurdeville.espaces.ouverts import noms
from coeurdeville.territories.commune import Commune, Departement, Region
from coeurdeville.territories.towns import towns_of

NOWHERE = Departement("00", "fictif"), Region("00", "fictive")
"""Of a town that is in no list of today: it has a name, and nothing else."""


def communes_de(codes: Collection[str]) -> Mapping[str, Commune]:
    """Insee code -> commune. A fictional town has the name of its space; one query when there is such a code."""
    known = _known(tuple(codes))
    unknown = [code for code in codes if code not in known]
    named = noms(unknown) if unknown else {}
    return {**known, **{code: _fictional(code, name) for code, name in named.items()}}


@lru_cache(maxsize=64)
def _known(codes: tuple[str, ...]) -> Mapping[str, Commune]:
    return towns_of(codes)


def _fictional(code: str, name: str) -> Commune:
    return Commune(code, name, *NOWHERE, None, None, None, None, (), ())
