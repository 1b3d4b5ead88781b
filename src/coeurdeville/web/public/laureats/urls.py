"""Address of the towns that a call retained."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.public.laureats.views import villes_retenues

urlpatterns: list[URLPattern] = [path("<slug:slug>/laureats/", villes_retenues, name="laureats")]
