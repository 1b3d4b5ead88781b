"""Addresses of the pages of schemas."""

from __future__ import annotations

from django.urls import include, path

from coeurdeville.web.public.schemas import views

urlpatterns = [
    path("", views.schemas, name="schemas"),
    path("verifier/", include("coeurdeville.web.public.schemas.checking.urls")),
    path("<slug:slug>/", views.sheet, name="schema"),
    path("<slug:slug>/gabarit.xlsx", views.template, name="schema-gabarit"),
    path("<slug:slug>/gabarit.csv", views.header, name="schema-entete"),
    path("<slug:slug>/<str:name>", views.shipped, name="schema-fichier"),
]
