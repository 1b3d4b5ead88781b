"""The list of dossiers and interviews: the root of what is written here, at `/dossiers/`."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from coeurdeville.editorial.models.fiche_cas import FicheCas

A_PAGE = 20


class Rubrique(Page):
    """Lists its published pages, the newest first, by theme when one is asked for."""

    chapeau = models.TextField("chapeau", blank=True, max_length=400)

    template = "editorial/rubrique.html"
    max_count = 1
    subpage_types = ("editorial.Dossier", "editorial.Entretien", "editorial.FicheCas")
    content_panels = (*Page.content_panels, FieldPanel("chapeau"))

    class Meta:
        verbose_name = "rubrique"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`page_of`: the pages shown, each as what it is; a page number that does not exist gives the nearest."""
        pages = self.get_children().live().public().not_type(FicheCas).exclude(entretien__accord=False)
        pages = pages.order_by("-first_published_at", "-pk").specific()
        shown = Paginator(pages, A_PAGE).get_page(request.GET.get("page"))
        return {**super().get_context(request, *args, **kwargs), "page_of": shown}
