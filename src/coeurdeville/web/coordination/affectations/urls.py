"""Addresses of the reviews of a call, for the coordination."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.coordination.affectations import demandes, partage

urlpatterns: list[URLPattern] = [
    path("", partage.affectations, name="affectations"),
    path("proposition/", partage.proposer, name="affectations-proposition"),
    path("relancer/", partage.relancer, name="affectations-relancer"),
    path("complement/<int:numero>/", demandes.complement, name="affectations-complement"),
    path("avis/<int:numero>/", demandes.avis, name="affectations-avis"),
    path("besoins/<int:numero>/", demandes.traite, name="affectations-besoin"),
]
