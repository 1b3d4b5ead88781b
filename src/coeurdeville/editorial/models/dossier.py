"""A thematic dossier."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from coeurdeville.editorial.blocs import Citation, Illustration, Texte
from coeurdeville.editorial.themes import Theme
from coeurdeville.services.catalogue import all_services


class Dossier(Page):
    """What is known of a subject, for whoever has ten minutes, with the services that answer to it."""

    sorte = "Dossier"

    chapeau = models.TextField("chapeau", max_length=400)
    theme = models.CharField("thème", max_length=20, choices=Theme.choices, blank=True)
    services = models.CharField(
        "services liés", max_length=400, blank=True, help_text="Leurs noms dans l’adresse, séparés par des virgules."
    )
    corps = StreamField(
        [("texte", Texte()), ("illustration", Illustration()), ("citation", Citation())], verbose_name="texte"
    )

    template = "editorial/dossier.html"
    parent_page_types = ("editorial.Rubrique",)
    subpage_types: tuple[str, ...] = ()
    search_fields = (*Page.search_fields, index.SearchField("chapeau"), index.SearchField("corps"))
    content_panels = (
        *Page.content_panels,
        FieldPanel("chapeau"),
        FieldPanel("theme"),
        FieldPanel("services"),
        FieldPanel("corps"),
    )

    class Meta:
        verbose_name = "dossier"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`linked`: slug and title of the services named, in order; a name that no service bears is left out."""
        names = [name.strip() for name in self.services.split(",")]
        known = all_services()
        linked = [(name, known[name].title) for name in names if name in known]
        return {**super().get_context(request, *args, **kwargs), "linked": linked}
