"""An interview."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from coeurdeville.editorial.blocs import Echange, Illustration, Texte
from coeurdeville.editorial.themes import Theme


class Entretien(Page):
    """Questions to somebody, and the answers, published with their agreement."""

    sorte = "Entretien"

    chapeau = models.TextField("chapeau", max_length=400)
    theme = models.CharField("thème", max_length=20, choices=Theme.choices, blank=True)
    personne = models.CharField("personne interrogée", max_length=150)
    fonction = models.CharField("fonction et organisme", max_length=200)
    accord = models.BooleanField("la personne a relu et accepte la publication", default=False)
    corps = StreamField(
        [("texte", Texte()), ("echange", Echange()), ("illustration", Illustration())], verbose_name="entretien"
    )

    template = "editorial/entretien.html"
    parent_page_types = ("editorial.Rubrique",)
    subpage_types: tuple[str, ...] = ()
    search_fields = (*Page.search_fields, index.SearchField("chapeau"), index.SearchField("corps"))
    content_panels = (
        *Page.content_panels,
        FieldPanel("chapeau"),
        FieldPanel("theme"),
        FieldPanel("personne"),
        FieldPanel("fonction"),
        FieldPanel("accord"),
        FieldPanel("corps"),
    )

    class Meta:
        verbose_name = "entretien"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; without the agreement of the person it is not there, even published by mistake."""
        if not self.accord:
            raise Http404
        return super().serve(request, *args, **kwargs)
