"""Addresses of a call, for the coordination."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.coordination.appels import conduite, criteres, mandats, questions, textes

urlpatterns: list[URLPattern] = [
    path("nouveau/", textes.nouveau, name="appel-nouveau"),
    path("<slug:slug>/", conduite.conduite, name="appel-conduite"),
    path("<slug:slug>/modifier/", textes.modifier, name="appel-modifier"),
    path("<slug:slug>/donnees-personnelles/", textes.personnelles, name="appel-personnelles"),
    path("<slug:slug>/prolonger/", conduite.prolonger, name="appel-prolonger"),
    path("<slug:slug>/corriger/", textes.corriger, name="appel-corriger"),
    path("<slug:slug>/criteres/", criteres.criteres, name="appel-criteres"),
    path("<slug:slug>/mandats/", mandats.mandats, name="appel-mandats"),
    path("<slug:slug>/mandats/<int:numero>/retirer/", mandats.retirer, name="appel-mandat-retirer"),
    path("<slug:slug>/formulaire/", questions.liste, name="appel-formulaire"),
    path("<slug:slug>/formulaire/nouvelle/", questions.nouvelle, name="appel-question-nouvelle"),
    path("<slug:slug>/formulaire/<slug:cle>/", questions.question, name="appel-question"),
    path("<slug:slug>/formulaire/<slug:cle>/<slug:acte>/", questions.agir, name="appel-question-agir"),
]
