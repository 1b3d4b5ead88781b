"""Where names lead on the site."""

from __future__ import annotations

from collections.abc import Collection

from coeurdeville.espaces.villes import FICTIVE
from coeurdeville.reports.deployment.links import Links
from coeurdeville.territories.projections import departement_of
from coeurdeville.web.public.addresses import town_path


def service_address(slug: str) -> str:
    """The page of a service, whatever the town."""
    return f"/services/{slug}/"


def layer_address(slug: str) -> str:
    """The page of a layer."""
    return f"/donnees/{slug}/"


def fictional(codes: Collection[str]) -> frozenset[str]:
    """Those of these towns that do not exist: they have a page when they published something, and only then."""
    return frozenset(code for code in codes if departement_of(code) == FICTIVE)


def links(published: Collection[str]) -> Links:
    """The pages of services, layers and towns. `published`: the fictional towns that have one."""

    def town(code: str, name: str) -> str:
        return "" if departement_of(code) == FICTIVE and code not in published else town_path(code, name)

    return Links(service_address, layer_address, town)
