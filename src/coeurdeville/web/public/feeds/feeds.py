"""Feeds of the editions that towns publish."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

from coeurdeville.core.french import day, of
from coeurdeville.espaces.lecture import editions_recentes
from coeurdeville.espaces.models import Edition
from coeurdeville.web.public.addresses import version_path

LAST = 50
"""Editions in a feed."""


class Rss(Feed[Edition, None]):
    """The last editions, the latest first."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    title = "coeurdeville : diagnostics publiés".replace(" :", "\u00a0:")
    description = "Les diagnostics environnementaux que les villes publient."
    language = "fr"

    def link(self) -> str:
        """The page that tells of the feeds."""
        return f"{settings.ADDRESS}/flux/"

    def feed_url(self) -> str:
        """Where the feed itself is."""
        return f"{settings.ADDRESS}/flux/rss.xml"

    def items(self) -> list[Edition]:
        """The last editions of all towns."""
        return editions_recentes(LAST)

    def item_title(self, item: Edition) -> str:
        """`Diagnostic de Redon, 25/11/2026`."""
        return f"Diagnostic {of(item.espace.nom)}, {day(item.etablie_le)}"

    def item_description(self, item: Edition) -> str:
        """One sentence."""
        return f"La ville {of(item.espace.nom)} publie le diagnostic établi le {day(item.etablie_le)}."

    def item_link(self, item: Edition) -> str:
        """The page of this very edition."""
        return settings.ADDRESS + version_path(item.espace.commune, item.espace.nom, item.identifiant)

    def item_pubdate(self, item: Edition) -> datetime | None:
        """When it was published."""
        return item.publiee_le


class Atom(Rss):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = Rss.description

    def feed_url(self) -> str:
        """Where the feed itself is."""
        return f"{settings.ADDRESS}/flux/atom.xml"
