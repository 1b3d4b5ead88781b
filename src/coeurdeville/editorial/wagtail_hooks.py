"""What the editing of pages refuses."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
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
        messages.error(request, NO_AGREEMENT)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None
