"""Address of the verbs that need nothing but a reason."""

from __future__ import annotations

from django.urls import URLPattern, path

from coeurdeville.web.gestes.views import geste

urlpatterns: list[URLPattern] = [path("<slug:objet>/<int:numero>/<slug:verbe>/", geste, name="geste")]
