"""Addresses of feeds, of the map of the site, of the rules for robots."""

from __future__ import annotations

from django.contrib.sitemaps.views import sitemap
from django.urls import path

from coeurdeville.web.public.feeds import views
from coeurdeville.web.public.feeds.feeds import Atom, Rss
from coeurdeville.web.public.feeds.site_map import MAPS

urlpatterns = [
    path("flux/", views.feeds, name="flux"),
    path("flux/atom.xml", Atom(), name="flux-atom"),
    path("flux/rss.xml", Rss(), name="flux-rss"),
    path("sitemap.xml", sitemap, {"sitemaps": MAPS}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
