"""Addresses of the pages of plain text."""

from __future__ import annotations

from django.urls import path

from coeurdeville.web.public.legal.views import page

urlpatterns = [
    path(
        "a-propos/",
        page("pages/a_propos.html", "À propos", "Ce qu’est coeurdeville, pour qui, et ce qu’il n’est pas."),
        name="a-propos",
    ),
    path(
        "mentions-legales/",
        page("pages/mentions.html", "Mentions légales", "Qui édite ce site, qui l’héberge, sous quelles licences."),
        name="mentions-legales",
    ),
    path(
        "donnees-personnelles/",
        page(
            "pages/donnees_personnelles.html",
            "Données personnelles",
            "Ce que ce site sait de vous, pourquoi, combien de temps, et vos droits.",
        ),
        name="donnees-personnelles",
    ),
    path(
        "accessibilite/",
        page(
            "pages/accessibilite.html",
            "Accessibilité : non conforme",
            "Déclaration d’accessibilité : ce qui a été vérifié, ce qui ne l’a pas été, à qui écrire.",
        ),
        name="accessibilite",
    ),
]
