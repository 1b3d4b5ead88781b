"""Addresses of the jury of a call."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.instruction.pieces import de_jury
from coeurdeville.web.jury import candidature, portefeuille, proces_verbal, table

urlpatterns: list[URLPattern] = [
    path("<slug:slug>/", table.table, name="jury"),
    path("<slug:slug>/portefeuille/", portefeuille.portefeuille, name="jury-portefeuille"),
    path("<slug:slug>/candidatures/<int:numero>/", candidature.candidature, name="jury-candidature"),
    path("<slug:slug>/candidatures/<int:numero>/lien/", candidature.lien, name="jury-lien"),
    path("<slug:slug>/candidatures/<int:numero>/pieces/<int:piece>/", de_jury, name="jury-piece"),
    path("<slug:slug>/proces-verbaux/", proces_verbal.liste, name="proces-verbaux"),
    path("<slug:slug>/proces-verbaux/<int:rang>/", proces_verbal.proces_verbal, name="proces-verbal"),
    path("<slug:slug>/proces-verbaux/<int:rang>/annoncer/", proces_verbal.annoncer, name="proces-verbal-annoncer"),
    path("<slug:slug>/proces-verbaux/<int:rang>/proces-verbal.pdf", proces_verbal.pdf, name="proces-verbal-pdf"),
]
