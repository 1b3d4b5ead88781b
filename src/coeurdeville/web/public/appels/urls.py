"""Addresses of calls."""

from __future__ import annotations

from django.urls import path

from coeurdeville.web.public.appels import exports, views

urlpatterns = [
    path("", views.liste, name="appels"),
    path("<slug:slug>/", views.appel, name="appel"),
    path("<slug:slug>/cahier.pdf", exports.cahier_pdf, name="appel-cahier"),
    path("<slug:slug>/dispositif-aide.csv", exports.dispositif_csv, name="appel-dispositif-csv"),
    path("<slug:slug>/dispositif-aide.json", exports.dispositif_json, name="appel-dispositif-json"),
]
