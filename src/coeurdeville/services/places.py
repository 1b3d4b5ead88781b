"""How words speak of a town's zones: quarters by their names, squares by their number, and of what is not covered."""

from __future__ import annotations

from typing import Any

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.core.sentences import Noun
from coeurdeville.services.contract.page import QUARTER, SQUARE, Finding, Told

NOUNS = {QUARTER: Noun(QUARTER), SQUARE: Noun("carré de 200\u00a0m", "carrés de 200\u00a0m")}
"""The noun of each zoning."""
OUTSIDE = "les données ne couvrent pas la commune"
"""Why a count is missing in the whole town: nothing else takes a count away."""
WHOLE = 95.0
"""Share [%] of the town from which figures are said of the town, without further words."""
SQUARE_NAMES = "Un carré porte les coordonnées de son coin sud-ouest, en centaines de mètres."
ROWS = 10
"""Squares that a table lists: their names say nothing to a reader, the map shows them all."""


def are_named(told: Told[Any]) -> bool:
    """Whether people know the zones by their names."""
    return told.zoning == QUARTER


def noun(told: Told[Any]) -> Noun:
    """What a zone of the usual zoning is called."""
    return NOUNS[told.zoning]


def how_many(count: int, told: Told[Any]) -> str:
    """`trois quartiers`, `un carré de 200 m`."""
    return f"{french.in_words(count)}\u00a0{noun(told).agreed(count)}"


def listed(zones: list[str], told: Told[Any]) -> list[str]:
    """The zones that a table lists, from those in order: every quarter, the first squares."""
    return zones if are_named(told) else zones[:ROWS]


def caption(title: str, zones: list[str], told: Told[Any], first: str) -> str:
    """`Logements, par quartier`, `Logements, dans les 10 carrés de 200 m les plus touchés` with `first`."""
    if are_named(told) or len(zones) <= ROWS:
        return f"{title}, par {noun(told).one}"
    return f"{title}, dans les {ROWS}\u00a0{noun(told).many} {first}"


def reading(told: Told[Any]) -> str:
    """How to read the names of zones; empty for quarters, and without zones."""
    return SQUARE_NAMES if told.zoning == SQUARE else ""


def ground(told: Told[Any]) -> str:
    """`Sur 6 % de la commune, ` when the data describe no more; empty otherwise.

    `Là où les données décrivent la ville, ` when they may not describe it all and nobody knows how much.
    """
    if told.partial:
        return "Là où les données décrivent la ville, "
    if told.covered is None or told.covered >= WHOLE:
        return ""
    return f"Sur {sentences.share(told.covered)} de la commune, "


def on_ground(told: Told[Any], said: str) -> str:
    """A sentence with its capital, and the ground that it holds for."""
    return french.capital(f"{ground(told)}{said}")


def uncovered(told: Told[Any]) -> list[Finding]:
    """What is not known of the rest of the town; nothing when there is no rest."""
    if not ground(told):
        return []
    if told.covered is None:
        said = "Les données s’arrêtent à leur étendue\u202f; hors de là, rien n’est compté."
        return [
            Finding("Le reste de la commune.", f"{said} Le contour de la commune dirait la part qu’elles en laissent.")
        ]
    known = sentences.share(told.covered or 0)
    return [
        Finding(
            "Le reste de la commune.", f"Les données n’en décrivent que {known}\u202f; hors de là, rien n’est compté."
        )
    ]


def cell(value: float | Missing, digits: int = 0, *, percent: bool = False) -> str:
    """A figure in a table: exact, or `non calculé`."""
    if isinstance(value, Missing):
        return "non calculé"
    return sentences.share(value) if percent else french.number(value, digits)


def known(value: float | Missing) -> float:
    """The figure, 0 where it is not given: for sorting only."""
    return 0.0 if isinstance(value, Missing) else value
