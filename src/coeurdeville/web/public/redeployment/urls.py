"""Addresses of the matrix."""

from __future__ import annotations

from django.urls import path

from coeurdeville.web.public.redeployment import views

urlpatterns = [
    path("", views.matrix, name="redeploiement"),
    path("matrice.csv", views.table, name="redeploiement-csv"),
    path("ouvrir/", views.unlocking, name="redeploiement-ouvrir"),
]
