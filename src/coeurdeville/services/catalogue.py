"""Every service that is declared, by what users type: those that are computed, and those that are described."""

from __future__ import annotations

from functools import cache
from typing import Any

from coeurdeville.core.french import plain
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.core.registry import members, pick
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.described import Described
from coeurdeville.services.contract.described_file import FOLDER, read_described
from coeurdeville.services.contract.service import Service

NOT_COMPUTED = Kind(
    "service-decrit",
    "Le service « {title} » est décrit : rien ne le calcule.",
    "Voir ce qu’il demande et qui l’a mené : coeurdeville service montrer {slug}.",
)
AnyService = Service[..., Any] | Described
"""A line of the matrix."""


@cache
def services() -> dict[str, Service[..., Any]]:
    """Slug -> computed service, by theme in the order of the call, then by title."""
    return {one.slug: one for one in _sorted(members("coeurdeville.services", Service))}


@cache
def described() -> dict[str, Described]:
    """Slug -> described service, in the same order."""
    return {one.slug: one for one in _sorted(read_described(path) for path in FOLDER.glob("*.toml"))}


@cache
def all_services() -> dict[str, AnyService]:
    """Slug -> service, computed or described, in the same order."""
    return {one.slug: one for one in _sorted((*services().values(), *described().values()))}


def service(slug: str) -> Service[..., Any]:
    """The computed service that users call `slug`.

    Raises
    ------
    Refused
        `service-decrit` when it is only described; else `nom-inconnu`, with the nearest.
    """
    known = described().get(plain(slug))
    if known is not None:
        raise Refused([NOT_COMPUTED(title=known.title, slug=known.slug)])
    return pick(slug, services(), "Le service")


def any_service(slug: str) -> AnyService:
    """The service that users call `slug`, computed or described; `Refused` names the nearest."""
    return pick(slug, all_services(), "Le service")


def _sorted(found: Any) -> Any:
    themes = list(Theme)
    return sorted(found, key=lambda one: (themes.index(one.theme), plain(one.title)))
