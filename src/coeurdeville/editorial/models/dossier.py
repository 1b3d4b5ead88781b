"""A thematic dossier."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from coeurdeville.editorial.blocs import Citation, Illustration, Texte
from coeurdeville.editorial.models.article import Article
from coeurdeville.services.catalogue import all_services


class Dossier(Article):
    """What is known of a subject, for whoever has ten minutes, with the services that answer to it."""

    sorte = "Dossier"

    services = models.CharField(
        "services liés", max_length=400, blank=True, help_text="Leurs noms dans l’adresse, séparés par des virgules."
    )
    corps = StreamField(
        [("texte", Texte()), ("illustration", Illustration()), ("citation", Citation())], verbose_name="texte"
    )

    template = "editorial/dossier.html"
    content_panels = (*Article.entete, FieldPanel("services"), FieldPanel("corps"), Article.liens)

    class Meta:
        verbose_name = "dossier"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`linked`: slug and title of the services named, in order; a name that no service bears is left out."""
        names = [name.strip() for name in self.services.split(",")]
        known = all_services()
        linked = [(name, known[name].title) for name in names if name in known]
        return {**super().get_context(request, *args, **kwargs), "linked": linked}
