"""The words and pictures that the coordination adds to a card « cas d’usage »."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from coeurdeville.editorial.blocs import Illustration, Passage
from coeurdeville.programme.models import CasUsage


class ChoixDuCas(WagtailAdminPageForm):
    """The form of the page, in which two towns that try the same service are told apart. One query for all cards."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["cas"]
        field.queryset = CasUsage.objects.select_related("experimentation")
        field.label_from_instance = _avec_sa_ville


class FicheCas(Page):
    """Drafted and moderated here; once published, its words go into the next version of the card.

    It is no page of its own: its address leads to the card, and there is nothing to preview.
    """

    cas = models.OneToOneField(CasUsage, models.PROTECT, related_name="+", verbose_name="cas d’usage")
    corps = StreamField([("passage", Passage()), ("illustration", Illustration())], verbose_name="textes et images")

    parent_page_types = ("editorial.Rubrique",)
    subpage_types: tuple[str, ...] = ()
    preview_modes: tuple[tuple[str, str], ...] = ()
    base_form_class = ChoixDuCas
    content_panels = (*Page.content_panels, FieldPanel("cas"), FieldPanel("corps"))

    class Meta:
        verbose_name = "texte d’un cas d’usage"
        verbose_name_plural = "textes de cas d’usage"

    def textes(self) -> dict[str, str]:
        """Chapter of the card -> its words, a paragraph each."""
        found: dict[str, list[str]] = {}
        for block in self.corps:
            if block.block_type == "passage":
                found.setdefault(block.value["chapitre"], []).append(block.value["texte"].strip())
        return {chapter: "\n\n".join(texts) for chapter, texts in found.items()}

    def images(self) -> list[dict[str, str]]:
        """The pictures, at the width of a page, as `CasUsage.images` keeps them."""
        return [_image(block.value) for block in self.corps if block.block_type == "illustration"]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The card."""
        return redirect(f"/cas-usage/{self.cas.slug}/")


def _avec_sa_ville(cas: CasUsage) -> str:
    return f"{cas.titre}, {cas.nom}"


def _image(value: Any) -> dict[str, str]:
    image = value["image"]
    return {
        "adresse": image.get_rendition("width-960").url, "alt": image.contextual_alt_text or "",
        "legende": value["legende"], "credit": value["credit"],
    }  # fmt: skip
