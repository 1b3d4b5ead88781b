"""A town in a list: its name, where it is, where its page is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from coeurdeville.core.french import plural
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.web.public.addresses import town_path


@dataclass(frozen=True)
class TownLine:
    """What is read of a town, and where it leads."""

    address: str
    name: str
    where: str
    """`Ille-et-Vilaine (35)`; `ville fictive`."""
    people: str
    """`10 011 habitants`; empty when it is not known."""
    published: bool
    """Whether it has a public diagnostic."""


def town_line(ville: VillePublique, published: Collection[str]) -> TownLine:
    """The line of a town; `published` holds the codes of those that have a public diagnostic."""
    where, people = "ville fictive", ""
    if ville.commune is not None:
        departement = ville.commune.departement
        where = f"{departement.nom} ({departement.code})"
        people = "" if ville.commune.population is None else plural(ville.commune.population, "habitant")
    return TownLine(town_path(ville.code, ville.nom), ville.nom, where, people, ville.code in published)
