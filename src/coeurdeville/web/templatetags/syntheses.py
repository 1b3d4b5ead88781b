"""The way to the published syntheses."""

from __future__ import annotations

from typing import Any

from django import template

from coeurdeville.programme.models import Saison
from coeurdeville.programme.syntheses.lecture import publiees

register = template.Library()


@register.inclusion_tag("saisons/liens.html")
def syntheses(saison: Saison | None = None) -> dict[str, Any]:
    """A link to the synthesis of each season, of one when it is given; nothing before they are published."""
    return {"saisons": publiees(saison)}
