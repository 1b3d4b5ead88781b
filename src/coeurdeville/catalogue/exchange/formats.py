"""Every form of exchange, and which one a file is in."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from coeurdeville.catalogue.exchange.contract import Exchange
from coeurdeville.catalogue.exchange.headers import bare
from coeurdeville.catalogue.exchange.json_reading import is_json, load_json
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.core.registry import members, pick
from coeurdeville.readers.read import read

FORM_UNKNOWN = Kind(
    "forme-d-echange-inconnue",
    "« {name} » n’est dans aucune forme d’échange reconnue : ses colonnes ou ses clés ne disent rien.",
    "Dire laquelle par --format ({known}), ou partir du classeur à remplir : coeurdeville inventaire gabarit.",
)


@cache
def exchanges() -> dict[str, Exchange]:
    """Slug -> form of exchange, sorted."""
    found = {one.slug: one for one in members("coeurdeville.catalogue.exchange", Exchange)}
    return dict(sorted(found.items()))


def exchange_named(slug: str) -> Exchange:
    """The form that users call `slug`; `Refused` names the nearest."""
    return pick(slug, exchanges(), "La forme d’échange")


def exchange_of(path: Path) -> Exchange:
    """The form of a file, by the names of its columns or keys and never by its extension.

    Raises
    ------
    Refused
        `forme-d-echange-inconnue`; what `readers.read` raises when it cannot be opened.
    """
    names = _names(path)
    best = max(exchanges().values(), key=lambda one: one.likeness(names))
    if not best.likeness(names):
        raise Refused([FORM_UNKNOWN(name=path.name, known=", ".join(exchanges()))])
    return best


def _names(path: Path) -> Collection[str]:
    """Columns of a table; keys of a JSON document and of its first levels."""
    if not is_json(path):
        return {bare(str(one)) for one in read(path).frame.columns}
    return set(map(bare, _keys(load_json(path), 3)))


def _keys(content: object, depth: int) -> set[str]:
    if depth and isinstance(content, dict):
        return {str(key) for key in content}.union(*(_keys(one, depth - 1) for one in content.values()))
    if depth and isinstance(content, list):
        return set().union(*(_keys(one, depth) for one in content[:10]))
    return set()
