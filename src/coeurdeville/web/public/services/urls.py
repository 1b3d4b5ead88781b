"""Addresses of the pages of services."""

from __future__ import annotations

from django.urls import path

from coeurdeville.web.public.services import views

urlpatterns = [
    path("", views.services, name="services"),
    path("<slug:slug>/", views.service, name="service"),
]
