"""The public pages that search engines may list; a commune outside the programme only once it published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from coeurdeville.espaces.diagnostics import services_de
from coeurdeville.espaces.lecture import dernieres_publiques
from coeurdeville.layers.catalogue import kinds
from coeurdeville.layers.outline import Outline
from coeurdeville.programme.cas_usage.lecture import publies
from coeurdeville.schemas.catalogue import own_schemas
from coeurdeville.services.catalogue import all_services
from coeurdeville.territories.perimeter import programme
from coeurdeville.territories.towns import towns_of
from coeurdeville.web.public.addresses import service_path, town_path, versions_path
from coeurdeville.web.public.links import layer_address, service_address

FIXED = (
    "/", "/services/", "/redeploiement/", "/redeploiement/ouvrir/", "/donnees/", "/schemas/", "/dossiers/", "/appels/",
    "/cas-usage/",
    "/generalisation/",
    "/donnees-ouvertes/", "/a-propos/", "/accessibilite/", "/donnees-personnelles/", "/mentions-legales/", "/flux/",
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """One address, under the public address of the site."""

    path: str
    changed: datetime | None = None
    """When it last changed; None when that is not known."""


class Pages(Sitemap[Page]):
    """Every page that anybody may read."""

    protocol = urlsplit(settings.ADDRESS).scheme

    def get_domain(self, site: object = None) -> str:
        """The host and port of the public address, whatever the one that was asked."""
        return urlsplit(settings.ADDRESS).netloc

    def items(self) -> list[Page]:
        """Fixed pages, services, data, schemas, cards, towns that published something, towns of the programme."""
        layers = (layer_address(slug) for slug, kind in kinds().items() if kind is not Outline)
        schemas = (f"/schemas/{name}/" for name in own_schemas())
        cards = (f"/cas-usage/{one.cas.slug}/" for one in publies())
        plain = [*FIXED, *map(service_address, all_services()), *layers, *schemas, *cards]
        return [*map(Page, plain), *_towns()]

    def location(self, item: Page) -> str:
        """The address itself."""
        return item.path

    def lastmod(self, item: Page) -> datetime | None:
        """The publication that the page shows."""
        return item.changed


def _towns() -> Iterator[Page]:
    """Of a town that published something, its page, its services, its versions; of the others, their page."""
    published = dernieres_publiques()
    for one in published:
        code, nom = one.espace.commune, one.espace.nom
        services = (service_path(code, nom, key) for key in services_de(one))
        for path in (town_path(code, nom), *services, versions_path(code, nom)):
            yield Page(path, one.publiee_le)
    said = {one.espace.commune for one in published}
    for code, town in towns_of(programme()).items():
        if code not in said:
            yield Page(town_path(code, town.nom))


MAPS = {"pages": Pages}
