"""Addresses of reviewers and experts: none tells a town."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.instruction import avis, liste, pieces, relecture

urlpatterns: list[URLPattern] = [
    path("", liste.liste, name="instruction"),
    path("relectures/<int:numero>/", relecture.relecture, name="relecture"),
    path("relectures/<int:numero>/brouillon/", relecture.brouillon, name="relecture-brouillon"),
    path("relectures/<int:numero>/lien/", relecture.lien, name="relecture-lien"),
    path("relectures/<int:numero>/besoin/", relecture.besoin, name="relecture-besoin"),
    path("relectures/<int:numero>/pieces/<int:piece>/", pieces.de_relecture, name="relecture-piece"),
    path("avis/<int:numero>/", avis.avis, name="avis"),
    path("avis/<int:numero>/pieces/<int:piece>/", pieces.d_avis, name="avis-piece"),
]
