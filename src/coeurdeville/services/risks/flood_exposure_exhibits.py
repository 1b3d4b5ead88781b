"""What shows the exposure to floods: scenarios as bars, the share of buildings reached in each zone as a map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.core.sentences import Noun
from coeurdeville.services import places
from coeurdeville.services.contract.page import Bar, Bars, Classes, Sheet, TableColumn, Told, ZoneMap
from coeurdeville.services.risks.flood_exposure import Figures
from coeurdeville.services.risks.flood_scenarios import Scenario, ordered

BUILDING, HOME, PERSON = Noun("bâtiment"), Noun("logement"), Noun("habitant")
FACILITY = Noun("équipement public", "équipements publics")
HOUSED = (("dwellings", HOME), ("people", PERSON))
"""What is counted in buildings, when it is known."""
COUNTED = (*HOUSED, ("facilities", FACILITY))
"""What is counted with buildings, when it is known."""
ANY = 1e-9
"""A share [%] above none."""
CLASSES = Classes(
    "Part des bâtiments touchés",
    (ANY, 10, 30),
    ("aucun bâtiment", "moins de 10\u202f%", "de 10 à 30\u202f%", "30\u202f% ou plus"),
)


@dataclass(frozen=True)
class Flood:
    """One scenario with its figures."""

    scenario: Scenario
    figures: Figures

    @property
    def buildings(self) -> float:
        """Buildings reached; 0 where this is not known."""
        return places.known(self.figures.buildings)


def floods(by: Mapping[str, Figures]) -> list[Flood]:
    """The scenarios whose buildings are counted, from the most frequent to the rarest; one without name is none."""
    known = [name for name, figures in by.items() if name and not isinstance(figures.buildings, Missing)]
    return [Flood(one, by[one.name]) for one in ordered(known)]


def widest(found: list[Flood]) -> Flood:
    """The scenario that reaches most buildings, the rarest of equals."""
    return max(reversed(found), key=lambda one: one.buildings)


def scenarios_chart(told: Told[Figures]) -> Bars | None:
    """Buildings reached in each scenario; None when a sentence says as much."""
    found = floods(told.by)
    if len(found) < 2 or not widest(found).buildings:
        return None
    most = widest(found)
    return Bars(
        title=f"Jusqu’à {sentences.amount(most.buildings, BUILDING, near=False)}, dans {most.scenario.subject}",
        bars=tuple(Bar(french.capital(one.scenario.label), one.buildings, one is most) for one in found),
        unit="",
        note=" ".join(_series(found, figure, noun) for figure, noun in COUNTED if _all_known(found, figure)),
    )


def _all_known(found: list[Flood], figure: str) -> bool:
    return not any(isinstance(getattr(one.figures, figure), Missing) for one in found)


def _series(found: list[Flood], figure: str, noun: Noun) -> str:
    """`Logements touchés, dans le même ordre : 12, 340 et 1 200.`"""
    counts = french.listing([french.about(round(getattr(one.figures, figure))) for one in found])
    return f"{french.capital(noun.many)} touchés, dans le même ordre\u00a0: {counts}."


def zones_map(told: Told[Figures]) -> ZoneMap | None:
    """The share of buildings reached in each zone by the widest scenario; None when no zone has buildings."""
    found = floods(told.by)
    if not found or not widest(found).buildings:
        return None
    worst = widest(found).scenario
    zones = {name: by for name, by in told.zonings.get(told.zoning, {}).items() if _is_built(by, worst)}
    if not zones:
        return None
    ranked = sorted(zones, key=lambda name: (-places.known(zones[name][worst.name].share), name))
    reached = sum(places.known(by[worst.name].buildings) > 0 for by in zones.values())
    return ZoneMap(
        title=f"{french.capital(worst.subject)} toucherait {_among(reached, len(zones), told)}",
        values={name: zones[name][worst.name].share for name in ranked},
        classes=CLASSES,
        table=_table(told, zones, ranked, worst),
        zoning=told.zoning,
        note=f"Un bâtiment est touché dès que l’eau atteint son emprise. Part\u00a0: dans {worst.subject}. "
        f"{places.reading(told)}".rstrip(),
    )


def _among(reached: int, built: int, told: Told[Figures]) -> str:
    """`quatre quartiers sur cinq`, `12 carrés de 200 m bâtis sur 340`, `tous les quartiers`."""
    noun = places.noun(told)
    if reached == built:
        return f"tous les {noun.many} bâtis" if built > 1 else f"le seul {noun.one} bâti"
    if places.are_named(told):
        return f"{places.how_many(reached, told)} sur {french.in_words(built)}"
    count = f"{sentences.counted(reached, noun)} {french.agree(reached, 'bâti')}"
    return f"{count} sur {french.number(built)}"


def _is_built(by: Mapping[str, Figures], worst: Scenario) -> bool:
    """Whether the zone has buildings, or is outside the data and has to be hatched."""
    figures = by.get(worst.name)
    return figures is not None and (isinstance(figures.buildings, Missing) or not isinstance(figures.share, Missing))


def _table(
    told: Told[Figures], zones: Mapping[str, Mapping[str, Figures]], ranked: list[str], worst: Scenario
) -> Sheet:
    """Buildings reached in the most frequent scenario and in the widest, then their share in the widest."""
    first = floods(told.by)[0].scenario
    shown = [worst] if first == worst else [first, worst]
    heads = [one.heading for one in shown] if len(shown) > 1 else ["Bâtiments"]
    rows = tuple(
        (
            name,
            *(places.cell(zones[name][one.name].buildings) for one in shown),
            places.cell(zones[name][worst.name].share, percent=True),
        )
        for name in places.listed(ranked, told)
    )
    numbers = (TableColumn(head, numeric=True) for head in [*heads, "Part"])
    caption = places.caption("Bâtiments touchés", ranked, told, "les plus touchés")
    return Sheet(caption, (TableColumn(french.capital(places.noun(told).one)), *numbers), rows)
