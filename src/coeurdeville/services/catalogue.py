"""Every service that is declared, by what users type."""

from __future__ import annotations

from functools import cache
from typing import Any

from coeurdeville.core.registry import members, pick
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.service import Service


@cache
def services() -> dict[str, Service[..., Any]]:
    """Slug -> service, by theme in the order of the call, then by title."""
    found = members("coeurdeville.services", Service)
    themes = list(Theme)
    return {one.slug: one for one in sorted(found, key=lambda one: (themes.index(one.theme), one.title))}


def service(slug: str) -> Service[..., Any]:
    """The service that users call `slug`; `Refused` names the nearest."""
    return pick(slug, services(), "Le service")


def service_of(identifier: str) -> Service[..., Any]:
    """The service of this identifier, as stored results name it."""
    return next(one for one in services().values() if one.id == identifier)
