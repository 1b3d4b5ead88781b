"""What the editing of pages refuses, and what its menus leave out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.models import Page

from coeurdeville.editorial.models import Entretien

NO_AGREEMENT = (
    "L’entretien est gardé en brouillon\u00a0: cocher « la personne a relu et accepte la publication » "
    "avant de publier."
)


@hooks.register("before_publish_page")
def require_agreement(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An interview stays a draft until the person agrees."""
    if isinstance(page, Entretien) and not page.accord:
        Page.objects.filter(pk=page.pk, first_published_at=None).update(live=False)  # Wagtail creates it as published
        messages.error(request, NO_AGREEMENT)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


UNUSED = {"documents", "users", "groups"}
"""Menus of pages that the site does without (`web.exploitation.closed`)."""


@hooks.register("construct_main_menu")
@hooks.register("construct_settings_menu")
def leave_out(request: HttpRequest, items: list[MenuItem]) -> None:
    """Menus lead to what there is."""
    items[:] = [item for item in items if item.name not in UNUSED]


@hooks.register("construct_homepage_summary_items")
def leave_out_counts(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Neither do the counts of the first page."""
    items[:] = [item for item in items if not isinstance(item, DocumentsSummaryItem)]
