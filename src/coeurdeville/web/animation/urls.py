"""Addresses of the animateur's view."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
