"""The public pages that search engines may list; the communes without diagnostic are left out."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from coeurdeville.espaces.lecture import communes_publiees
from coeurdeville.layers.catalogue import kinds
from coeurdeville.layers.outline import Outline
from coeurdeville.programme.cas_usage.lecture import publies
from coeurdeville.schemas.catalogue import own_schemas
from coeurdeville.services.catalogue import all_services
from coeurdeville.web.public.addresses import town_path
from coeurdeville.web.public.links import layer_address, service_address

FIXED = (
    "/", "/services/", "/redeploiement/", "/redeploiement/ouvrir/", "/donnees/", "/schemas/", "/dossiers/", "/appels/",
    "/cas-usage/",
    "/generalisation/",
    "/donnees-ouvertes/", "/a-propos/", "/accessibilite/", "/donnees-personnelles/", "/mentions-legales/", "/flux/",
)  # fmt: skip


class Pages(Sitemap[str]):
    """Addresses, under the public address of the site."""

    protocol = urlsplit(settings.ADDRESS).scheme

    def get_domain(self, site: object = None) -> str:
        """The host and port of the public address, whatever the one that was asked."""
        return urlsplit(settings.ADDRESS).netloc

    def items(self) -> list[str]:
        """Fixed pages, services, data, schemas, cards, towns that published something."""
        towns = (town_path(code, name) for code, name in communes_publiees().items())
        layers = (layer_address(slug) for slug, kind in kinds().items() if kind is not Outline)
        schemas = (f"/schemas/{name}/" for name in own_schemas())
        cards = (f"/cas-usage/{one.cas.slug}/" for one in publies())
        return [*FIXED, *map(service_address, all_services()), *layers, *schemas, *cards, *towns]

    def location(self, item: str) -> str:
        """The address itself."""
        return item


MAPS = {"pages": Pages}
