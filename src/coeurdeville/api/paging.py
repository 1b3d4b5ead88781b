"""Long lists, page by page: bounds that a request cannot pass, links to what comes next and before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")
S = TypeVar("S")
MOST = 100
FARTHEST = 10_000_000


class Asked(BaseModel):
    """The part of an address after `?`. Frozen: it is the key under which its answer is kept."""

    model_config = ConfigDict(frozen=True)


class Part(Asked):
    """Which part of a list is wanted; each route says its bounds."""

    limit: int
    offset: int


class Paging(Part):
    """The usual bounds."""

    limit: int = Field(20, ge=1, le=MOST, description="Éléments par page.")
    offset: int = Field(0, ge=0, le=FARTHEST, description="Éléments à passer avant le premier.")


class Page(BaseModel, Generic[T]):
    """One page of a list, in a stable order."""

    count: int = Field(description="Éléments de la liste entière.", ge=0)
    next: str | None = Field(description="Adresse de la page suivante ; null à la dernière.")
    previous: str | None = Field(description="Adresse de la page précédente ; null à la première.")
    results: list[T] = Field(description="Les éléments de cette page.")


def absolute(path: str) -> str:
    """The whole address of a path of the site."""
    return f"{settings.ADDRESS}{path}"


def paged(path: str, asked: Part, found: Sequence[S], tell: Callable[[S], T]) -> Page[T]:
    """The page of a list that is at hand; `tell` is called for its elements only."""
    part = found[asked.offset : asked.offset + asked.limit]
    return page_of(path, asked, len(found), [tell(one) for one in part])


def page_of(path: str, asked: Part, count: int, results: list[T]) -> Page[T]:
    """The page of a list that was cut by whoever made it."""
    return Page(count=count, results=results, **neighbours(path, asked, count))


def neighbours(path: str, asked: Part, count: int) -> dict[str, str | None]:
    """The addresses of the pages after and before; before a page beyond the end stands the last one."""
    after, before = asked.offset + asked.limit, max(0, min(asked.offset, count) - asked.limit)
    return {
        "next": _address(path, asked, after) if after < count else None,
        "previous": _address(path, asked, before) if asked.offset and count else None,
    }


def _address(path: str, asked: Part, offset: int) -> str:
    told = asked.model_dump(mode="json", exclude_defaults=True, exclude={"limit", "offset"})
    chosen = {key: str(value).lower() if isinstance(value, bool) else value for key, value in told.items()}
    return absolute(f"{path}?{urlencode({**chosen, 'limit': asked.limit, 'offset': offset})}")
