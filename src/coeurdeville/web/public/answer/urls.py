"""The signed address of a request."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.public.answer.views import repondre

urlpatterns: list[URLPattern] = [path("reponse/<str:jeton>/", repondre, name="reponse")]
