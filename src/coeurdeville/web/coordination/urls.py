"""Addresses of the coordination."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from coeurdeville.web.coordination import accueil, courrier, etats, synthese

urlpatterns: list[URLPattern | URLResolver] = [
    path("", accueil.accueil, name="coordination"),
    path("saisons/nouvelle/", accueil.nouvelle_saison, name="saison-nouvelle"),
    path("appels/<slug:slug>/affectations/", include("coeurdeville.web.coordination.affectations.urls")),
    path("appels/", include("coeurdeville.web.coordination.appels.urls")),
    path("", include("coeurdeville.web.coordination.archives.urls")),
    path("saisons/<slug:slug>/synthese/", synthese.synthese, name="synthese-preparation"),
    path("saisons/<slug:slug>/synthese/apercu.pdf", synthese.apercu, name="synthese-apercu"),
    path("saisons/<slug:slug>/synthese/phrases/<str:cle>/", synthese.phrase, name="synthese-phrase"),
    path("courrier/", courrier.liste, name="courrier"),
    path("courrier/<int:numero>/", courrier.message, name="courrier-message"),
    path("courrier/<int:numero>/<slug:acte>/", courrier.agir, name="courrier-agir"),
    path("etats/", etats.etats, name="etats"),
]
