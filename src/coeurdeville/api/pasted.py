"""The requests of examples as they answer on this site: for a town that published, when there is one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coeurdeville.api.reading import Told, sections
from coeurdeville.espaces.diagnostics import diagnostic_of
from coeurdeville.espaces.lecture import editions_recentes

FICTIONAL, SERVICE, LAYER = "/00101", "/patrimoine-arbore", "/quartiers"
"""What the kept examples name: a town that no site has, the service of its map, a layer of it."""
LOOKED_AT = 10
"""Editions, the last published first, among which one with a map is looked for."""


@dataclass(frozen=True)
class Town:
    """A town of this site of which every example can be asked."""

    nom: str
    code: str
    service: str
    layer: str

    def pasted(self, one: Told) -> Told:
        """A route with its request for this town."""
        if FICTIONAL not in one.request:
            return one
        asked = one.request.replace(FICTIONAL, f"/{self.code}").replace(SERVICE, f"/{self.service}")
        return replace(one, request=asked.replace(LAYER, f"/{self.layer}"), town=self.nom)


def town_of_examples() -> Town | None:
    """The town that published last among those that have a map; None without any. One query."""
    for edition in editions_recentes(LOOKED_AT):
        try:
            maps = diagnostic_of(edition).files.maps
        except FileNotFoundError:
            continue
        if maps:
            return Town(edition.espace.nom, edition.espace.commune, maps[0].service, maps[0].layers[-1].id)
    return None


def pasted_sections() -> dict[str, tuple[Told, ...]]:
    """As `sections`, each request for a town that answers here when there is one."""
    town = town_of_examples()
    if town is None:
        return sections()
    return {tag: tuple(town.pasted(one) for one in routes) for tag, routes in sections().items()}
