"""Addresses of the pages of towns."""

from __future__ import annotations

from django.urls import path, register_converter

from coeurdeville.web.public.town.compare import comparer
from coeurdeville.web.public.town.converters import InseeCode
from coeurdeville.web.public.town.embed import integrer
from coeurdeville.web.public.town.files import fichier
from coeurdeville.web.public.town.overview import ville
from coeurdeville.web.public.town.service import service
from coeurdeville.web.public.town.versions import version, versions

register_converter(InseeCode, "insee")

TOWN = "ville/<insee:code>-<slug:nom>/"
urlpatterns = [
    path("ville/<insee:code>/", ville),
    path(TOWN, ville, name="ville"),
    path(f"{TOWN}versions/", versions, name="ville-versions"),
    path(f"{TOWN}versions/<slug:edition>/", version, name="ville-version"),
    path(f"{TOWN}versions/<slug:edition>/fichiers/<str:name>", fichier, name="ville-fichier"),
    path(f"{TOWN}comparer/", comparer, name="ville-comparer"),
    path(f"{TOWN}<slug:service>/", service, name="ville-service"),
    path("integrer/<insee:code>/<slug:service>/", integrer, name="ville-integrer"),
]
