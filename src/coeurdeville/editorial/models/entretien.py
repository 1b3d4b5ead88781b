"""An interview."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from coeurdeville.editorial.blocs import Echange, Illustration, Texte
from coeurdeville.editorial.models.article import Article


class Entretien(Article):
    """Questions to somebody, and the answers, published with their agreement."""

    sorte = "Entretien"

    personne = models.CharField("personne interrogée", max_length=150)
    fonction = models.CharField("fonction et organisme", max_length=200)
    accord = models.BooleanField("la personne a relu et accepte la publication", default=False)
    corps = StreamField(
        [("texte", Texte()), ("echange", Echange()), ("illustration", Illustration())], verbose_name="entretien"
    )

    template = "editorial/entretien.html"
    content_panels = (
        *Article.entete,
        FieldPanel("personne"),
        FieldPanel("fonction"),
        FieldPanel("accord"),
        FieldPanel("corps"),
        Article.liens,
    )

    class Meta:
        verbose_name = "entretien"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; without the agreement of the person it is not there, even published by mistake."""
        if not self.accord:
            raise Http404
        return super().serve(request, *args, **kwargs)
