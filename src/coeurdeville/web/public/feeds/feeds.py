"""Feeds of what towns publish."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

from coeurdeville.web.public.feeds.news import News, latest

LAST = 50
"""Lines in a feed."""


class Rss(Feed[News, None]):
    """What was published last, the latest first."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    title = "coeurdeville : diagnostics et cas d’usage publiés".replace(" :", "\u00a0:")
    description = "Les diagnostics environnementaux et les cas d’usage que les villes publient."
    language = "fr"

    def link(self) -> str:
        """The page that tells of the feeds."""
        return f"{settings.ADDRESS}/flux/"

    def feed_url(self) -> str:
        """Where the feed itself is."""
        return f"{settings.ADDRESS}/flux/rss.xml"

    def items(self) -> list[News]:
        """The last of all towns."""
        return latest(LAST)

    def item_title(self, item: News) -> str:
        """`Diagnostic de Redon, 25/11/2026`."""
        return item.title

    def item_description(self, item: News) -> str:
        """One sentence."""
        return item.text

    def item_link(self, item: News) -> str:
        """The page of this very version."""
        return item.address

    def item_pubdate(self, item: News) -> datetime:
        """When it was published."""
        return item.when


class Atom(Rss):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = Rss.description

    def author_name(self) -> str:
        """Who runs the site: the standard wants an author."""
        return settings.PUBLISHER or "coeurdeville"

    def item_updateddate(self, item: News) -> datetime:
        """When it was published: a version does not change, and the standard wants a date in each entry."""
        return item.when

    def feed_url(self) -> str:
        """Where the feed itself is."""
        return f"{settings.ADDRESS}/flux/atom.xml"
