"""The three themes, with an example of a question of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from coeurdeville.core.french import NBSP, plural
from coeurdeville.services.catalogue import all_services, services
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.questions import question_of
from coeurdeville.web.public.words import printed


@dataclass(frozen=True)
class ThemeCard:
    """A theme as the home shows it."""

    slug: str
    title: str
    question: str
    """Of its first service that is computed."""
    count: str
    """`14 services, dont 2 calculés`."""


@cache
def theme_cards() -> tuple[ThemeCard, ...]:
    """In the order of the call."""
    known, computed = all_services(), services()
    among, run = (Counter(one.theme for one in those.values()) for those in (known, computed))
    return tuple(
        ThemeCard(
            theme.value,
            theme.label,
            printed(question_of(next(one for one in computed.values() if one.theme is theme))),
            f"{plural(among[theme], 'service')}, dont {plural(run[theme], 'calculé').replace(NBSP, ' ')}",
        )
        for theme in Theme
    )
