"""What the pages of a checking share: its file, its schema, its town, the way between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone

from coeurdeville.core.french import day
from coeurdeville.schemas.catalogue import schema_titles
from coeurdeville.web.public.schemas.checking.kept import Kept
from coeurdeville.web.public.schemas.checking.state import State, Step

STEPS = (
    ("verification-resultat", "Rapport"),
    ("verification-colonnes", "Colonnes"),
    ("verification-repare", "Fichier réparé"),
)


def frame(kept: Kept, state: State, here: str = "verification-resultat") -> dict[str, Any]:
    """Context of a page; `here` is the name of its address."""
    end = timezone.localtime(kept.end)
    return {
        "page_title": state.file,
        "state": state,
        "token": kept.token,
        "schema_title": schema_titles().get(state.schema, ""),
        "town": _town(state.commune),
        "end": f"{day(end.date())} à {end:%H} h {end:%M}",
        "steps": [(reverse(name, args=[kept.token]), label, name == here) for name, label in STEPS],
        "done": state.step is Step.DONE,
    }


def titles(names: Iterable[str]) -> list[tuple[str, str]]:
    """Name and title of schemas."""
    known = schema_titles()
    return [(name, known[name]) for name in names]


def _town(code: str) -> str:
    from coeurdeville.territories.communes import commune_of

    return commune_of(code).nom if code else ""
