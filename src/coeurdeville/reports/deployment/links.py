"""Where the names of a page lead on a site; a file that stands alone has no such page, and its names are plain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coeurdeville.reports.escaping import escaped


@dataclass(frozen=True)
class Links:
    """Addresses by slug or Insee code. An empty address: no page."""

    service: Callable[[str], str] = lambda _: ""
    layer: Callable[[str], str] = lambda _: ""
    town: Callable[[str, str], str] = lambda _code, _name: ""
    """By Insee code and name."""


NOWHERE = Links()


def linked(words: str, address: str) -> str:
    """Words, not markup, as a link when there is an address."""
    said = escaped(words)
    return f'<a href="{escaped(address)}">{said}</a>' if address else said
