"""What the data cover, on the ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coeurdeville.catalogue.vocabularies import Scale
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.communes import commune_of

_INSEE = "http://id.insee.fr/geo"


@dataclass(frozen=True)
class Coverage:
    """The territory that the data describe."""

    scale: Scale
    commune: str
    """Insee code of the commune of today where the data are, or whose body publishes them."""
    name: str
    """What the territory is called: `Redon`, `Redon Agglomération`, `Ille-et-Vilaine`."""

    @classmethod
    def of(cls, commune: Commune) -> Coverage:
        """A whole commune."""
        return cls(Scale.COMMUNE, commune.code, commune.nom)

    @property
    def address(self) -> str:
        """Address of the territory at Insee; empty for those that are not a commune or a part of one."""
        within = self.scale in (Scale.COMMUNE, Scale.BELOW_COMMUNE)
        return f"{_INSEE}/commune/{self.commune}" if within else ""

    def problems(self) -> Iterator[Problem]:
        """That the commune does not exist, or not any more."""
        try:
            commune_of(self.commune)
        except Refused as refused:
            yield from refused.problems
