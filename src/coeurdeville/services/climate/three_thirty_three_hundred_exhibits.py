"""What shows the 3-30-300 rule: its conditions as bars, and homes coloured by the one that divides the town most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.core.sentences import Noun, Verb
from coeurdeville.services import places
from coeurdeville.services.climate.sight_band import chosen
from coeurdeville.services.climate.three_thirty_three_hundred import CANOPY, WALK, Figures
from coeurdeville.services.contract.page import Bar, Bars, Classes, ObjectMap, Sheet, TableColumn, Told

HOME, KNOWN_HOME = Noun("logement"), Noun("logement connu")
NEAR = 15.0
"""Distance [m] at which a tree is at the window."""


@dataclass(frozen=True)
class Condition:
    """One of the three numbers of the rule, and how it is said."""

    figure: str
    column: str
    needs: str
    """The argument of the measure that it rests on."""
    title: str
    heading: str
    """Of its column in a table."""
    lack: str
    """What is missing where it is not met."""
    verb: Callable[[Told[Figures]], Verb]
    classes: Callable[[Told[Figures]], Classes]

    def share(self, figures: Figures) -> float | Missing:
        """Share [%] of the dwellings that meet it."""
        found: float | Missing = getattr(figures, self.figure)
        return found

    def said(self, told: Told[Figures]) -> str:
        """`12 % des logements voient trois arbres`."""
        share = self.share(told.figures)
        assert not isinstance(share, Missing)
        return sentences.share_of(share, home(told), self.verb(told), places.known(told.figures.dwellings))


def _metres(title: str, *limits: float) -> Classes:
    bounds = tuple(sorted(set(limits)))
    between = [f"de {french.number(low)} à {french.quantity(high, 'm')}" for low, high in pairwise(bounds)]
    return Classes(
        title,
        bounds,
        (f"moins de {french.quantity(bounds[0], 'm')}", *between, f"{french.quantity(bounds[-1], 'm')} ou plus"),
    )


def _tree_classes(told: Told[Figures]) -> Classes:
    seen, sight = chosen(told, "seen"), chosen(told, "sight")
    return _metres("Distance du troisième arbre", min(NEAR, seen), seen, sight)


def _canopy_classes(told: Told[Figures]) -> Classes:
    radius = french.quantity(chosen(told, "neighbourhood"), "m")
    words = ("moins de 10\u202f%", "de 10 à 20\u202f%", "de 20 à 30\u202f%", "30\u202f% ou plus")
    return Classes(f"Canopée à {radius} à la ronde", (10, 20, CANOPY), words)


def _green_classes(told: Told[Figures]) -> Classes:
    title = f"Distance de l’espace vert, {walked(told)}"
    return _metres(title, WALK / 2, WALK, chosen(told, "walk"))


def _sees(_: Told[Figures]) -> Verb:
    return Verb("voit trois arbres", "voient trois arbres")


def _has_canopy(_: Told[Figures]) -> Verb:
    return Verb("a 30\u202f% de canopée autour de lui", "ont 30\u202f% de canopée autour d’eux")


def _has_green_space(told: Told[Figures]) -> Verb:
    """Smaller ones are on the map and do not count: the least area is always said."""
    smallest = chosen(told, "smallest")
    size = f" d’au moins {french.quantity(smallest, 'm²')}" if smallest else ""
    said = f"un espace vert{size} à 300\u00a0m ou moins"
    return Verb(f"a {said}", f"ont {said}")


CONDITIONS = (
    Condition(
        "three", "third_tree", "trees",
        "Voir trois arbres", "3 arbres", "les arbres en vue",
        _sees, _tree_classes,
    ),
    Condition(
        "thirty", "canopy", "canopy",
        "Avoir 30\u202f% de canopée autour", "30\u202f% de canopée", "la canopée",
        _has_canopy, _canopy_classes,
    ),
    Condition(
        "three_hundred", "green_space", "green_spaces",
        "Avoir un espace vert à 300\u00a0m", "Espace vert à 300\u00a0m", "un espace vert à 300\u00a0m",
        _has_green_space, _green_classes,
    ),
)  # fmt: skip


def home(told: Told[Figures]) -> Noun:
    """`logement`, `logement connu` when the data describe a part of the town only."""
    return KNOWN_HOME if places.ground(told) else HOME


def walked(told: Told[Figures]) -> str:
    """How the distance to a green space was measured."""
    return "à pied par les rues" if "roads" in told.given else "à vol d’oiseau"


def answered(told: Told[Figures]) -> list[Condition]:
    """The conditions whose share is known, the least met first."""
    found = [one for one in CONDITIONS if not isinstance(one.share(told.figures), Missing)]
    return sorted(found, key=lambda one: places.known(one.share(told.figures)))


def conditions_chart(told: Told[Figures], note: str) -> Bars | None:
    """The share of dwellings that meet each condition, the most met first; None when a sentence says as much."""
    found = answered(told)
    if len(found) < 2:
        return None
    town, least = told.figures, found[0]
    bars = [Bar(one.title, places.known(one.share(town)), one is least) for one in reversed(found)]
    if not isinstance(town.all_three, Missing):
        bars.append(Bar("Les trois à la fois", town.all_three))
    worst = places.known(least.share(town))
    served = f"{sentences.share(worst)} des {HOME.many}" if worst else HOME.none
    return Bars(
        title="Toutes les conditions sont remplies partout"
        if worst == 100
        else f"La condition la moins remplie\u00a0: {least.heading.lower()}, {served}",
        bars=tuple(bars),
        unit="%",
        note=note,
    )


def homes_map(told: Told[Figures]) -> ObjectMap | None:
    """Homes by class of the condition that the fewest or the most do not settle: where the town differs most."""
    found = answered(told)
    if not found or not places.known(told.figures.dwellings):
        return None
    shown = min(found, key=lambda one: abs(places.known(one.share(told.figures)) - 50))
    return ObjectMap(
        title=french.capital(shown.said(told)),
        column=shown.column,
        classes=shown.classes(told),
        table=_table(told, found, shown),
        note=f"Les bâtiments sans logement ne sont pas jugés. {places.reading(told)}".rstrip(),
    )


def _table(told: Told[Figures], found: list[Condition], shown: Condition) -> Sheet:
    """By quarter, the least served first; by square, the most populated; else the conditions of the town."""
    zones = {name: one for name, one in told.zones().items() if places.known(one.dwellings)}
    if not zones:
        return _town_table(told, found)
    order = [one for one in CONDITIONS if one in found]
    ranked = sorted(zones, key=lambda name: (_served(told, zones[name], shown), name))
    rows = tuple(
        (name, *(places.cell(one.share(zones[name]), percent=True) for one in order))
        for name in places.listed(ranked, told)
    )
    columns = (
        TableColumn(french.capital(places.noun(told).one)),
        *(TableColumn(one.heading, numeric=True) for one in order),
    )
    caption = places.caption("Part des logements", ranked, told, "les plus peuplés")
    return Sheet(caption, columns, rows, shown.heading)


def _town_table(told: Told[Figures], found: list[Condition]) -> Sheet:
    rows = tuple((one.title, sentences.share(places.known(one.share(told.figures)))) for one in found)
    columns = (TableColumn("Condition"), TableColumn("Logements", numeric=True))
    return Sheet("Part des logements qui remplissent chaque condition", columns, rows)


def _served(told: Told[Figures], zone: Figures, shown: Condition) -> float:
    return places.known(shown.share(zone)) if places.are_named(told) else -places.known(zone.dwellings)
