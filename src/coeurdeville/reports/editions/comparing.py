"""The figures of a town in two of its editions, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coeurdeville.core import french
from coeurdeville.reports.editions.caveats import caveats
from coeurdeville.reports.editions.edition import Edition

TOWN = "commune"
"""The zoning of the figures of the whole town."""
NOT_THERE = "absent de cette édition"
Key = tuple[str, str]
"""Indicator, value that the service tells apart."""


@dataclass(frozen=True)
class Change:
    """One figure that two editions do not give alike."""

    title: str
    """`Bâtiments exposés, crue centennale`."""
    before: str
    after: str
    """With its unit, or why it is not given."""


@dataclass(frozen=True)
class ServiceDifference:
    """One service in two editions."""

    service: str
    title: str
    changes: tuple[Change, ...]
    same: int
    """Figures that are given alike."""
    caveats: tuple[str, ...]
    """Why its figures may not be compared: other settings, other data, another method."""


@dataclass(frozen=True)
class Difference:
    """Two editions of one town, service by service, in the order of the later one."""

    before: str
    after: str
    """Identifiers."""
    services: tuple[ServiceDifference, ...]
    versions: tuple[str, str] | None
    """Of the program, when they are not the same: it may count otherwise."""


def difference(before: Edition, after: Edition) -> Difference:
    """What changed in the figures of the whole town. Breakdowns are left to the exports.

    Two figures that a reader would read alike, once rounded, are the same.

    Raises
    ------
    ValueError
        When the editions are of two towns.
    """
    if before.commune != after.commune:
        raise ValueError(f"editions of {before.commune} and {after.commune}")
    first, then = _services(before), _services(after)
    titles = {one["couche"]: one["titre"] for edition in (before, after) for one in edition.summary["couches"]}
    programs = before.summary["version_du_logiciel"], after.summary["version_du_logiciel"]
    return Difference(
        before.identifiant,
        after.identifiant,
        tuple(_service(first.get(slug), then.get(slug), titles) for slug in dict.fromkeys((*then, *first))),
        programs if programs[0] != programs[1] else None,
    )


def _services(edition: Edition) -> dict[str, Any]:
    return {one["nom"]: one for one in edition.summary["services"]}


def _service(before: Any, after: Any, titles: Mapping[str, str]) -> ServiceDifference:
    known = after or before
    first, then = _figures(before), _figures(after)
    named = _titles(before) | _titles(after)
    pairs = {key: (first.get(key, NOT_THERE), then.get(key, NOT_THERE)) for key in dict.fromkeys((*then, *first))}
    changes = tuple(Change(named[key], *pair) for key, pair in pairs.items() if pair[0] != pair[1])
    said = tuple(caveats(before, after, titles)) if before and after else ()
    return ServiceDifference(known["nom"], known["titre"], changes, len(pairs) - len(changes), said)


def _figures(service: Any) -> dict[Key, str]:
    """The figures of the town in words, but for breakdowns and for other values of a threshold."""
    return {_key(one): _worded(one, _indicators(service)[one["indicateur"]]) for one in _rows(service)}


def _titles(service: Any) -> dict[Key, str]:
    names = _indicators(service)
    return {
        _key(one): ", ".join(word for word in (names[one["indicateur"]]["titre"], one["modalite"]) if word)
        for one in _rows(service)
    }


def _rows(service: Any) -> list[Any]:
    figures = service["chiffres"] if service else []
    return [one for one in figures if one["zonage"] == TOWN and not one["categorie"] and not one["parametre"]]


def _indicators(service: Any) -> dict[str, Any]:
    return {one["nom"]: one for one in service["indicateurs"]} if service else {}


def _key(figure: Mapping[str, Any]) -> Key:
    return figure["indicateur"], figure["modalite"] or ""


def _worded(figure: Mapping[str, Any], indicator: Mapping[str, Any]) -> str:
    if figure["valeur"] is None:
        return f"non calculé\u00a0: {figure['raison']}" if figure["raison"] else "non calculé"
    return french.quantity(figure["valeur"], indicator["unite"], indicator["decimales"])
