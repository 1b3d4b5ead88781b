"""What dossiers and interviews have in common."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from coeurdeville.editorial.themes import Theme
from coeurdeville.programme.cas_usage.lecture import publies
from coeurdeville.programme.models import CasUsage


class Article(Page):
    """A page of the list, on a theme, that ties cards « cas d’usage » together."""

    chapeau = models.TextField("chapeau", max_length=400)
    theme = models.CharField("thème", max_length=20, choices=Theme.choices, blank=True)
    cas = ParentalManyToManyField(
        CasUsage, blank=True, related_name="+", verbose_name="cas d’usage liés",
        help_text="Ceux qui sont publiés s’affichent au bas de la page, avec leur ville et leur thème.",
    )  # fmt: skip

    parent_page_types = ("editorial.Rubrique",)
    subpage_types: tuple[str, ...] = ()
    search_fields = (*Page.search_fields, index.SearchField("chapeau"), index.SearchField("corps"))
    entete = (*Page.content_panels, FieldPanel("chapeau"), FieldPanel("theme"))
    liens = FieldPanel("cas", widget=CheckboxSelectMultiple)

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """`cas_lies`: the cards that are published, the newest first."""
        chosen = {one.pk for one in self.cas.all()}
        found = [one for one in publies() if one.cas.pk in chosen] if chosen else []
        return {**super().get_context(request, *args, **kwargs), "cas_lies": found}
