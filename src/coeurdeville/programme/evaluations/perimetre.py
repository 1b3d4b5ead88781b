"""Where a service can be taken up: the perimeters of its conditions, and what only somebody on the spot can tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from coeurdeville.core.problems import Refused
from coeurdeville.programme.evaluations.models import Condition
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.perimeter import perimeter


def contraintes(conditions: Collection[Condition]) -> list[str]:
    """What is to be checked on the spot: constraints, and perimeters that only words tell."""
    return [one.texte for one in conditions if _on_the_spot(one)]


def hors(conditions: Collection[Condition], code: str, commune: Commune | None) -> str:
    """Why a town is outside the perimeter; empty when it is inside. All perimeters must hold.

    A town whose population is not known is not put outside for it.
    """
    return dehors(conditions, {code: commune}).get(code, "")


def dehors(conditions: Collection[Condition], villes: Mapping[str, Commune | None]) -> Mapping[str, str]:
    """Insee code -> why, of those that are outside; a place is looked up once, however many the towns."""
    places = [(one, _codes(one.perimetre.strip())) for one in conditions if one.nature == Condition.Nature.PERIMETRE]
    found = dict[str, str]()
    for code, town in villes.items():
        people = town.population if town else None
        why = next((one.texte for one, place in places if not _within(one, place, code, people)), "")
        if why:
            found[code] = why
    return found


def _on_the_spot(one: Condition) -> bool:
    """Whether no machine tells it. Words that name no place any more are read by people, and put nobody outside."""
    if one.nature == Condition.Nature.CONTRAINTE:
        return True
    bounded = one.minimum is not None or one.maximum is not None
    place = one.perimetre.strip()
    return one.nature == Condition.Nature.PERIMETRE and _codes(place) is None and bool(place or not bounded)


def _within(one: Condition, place: Collection[str] | None, code: str, people: int | None) -> bool:
    if people is not None and one.minimum is not None and people < one.minimum:
        return False
    if people is not None and one.maximum is not None and people > one.maximum:
        return False
    return place is None or code in place


@lru_cache(maxsize=256)
def _codes(place: str) -> Collection[str] | None:
    """The communes of a place, None when it names none: kept, since a name is looked for in the whole of France."""
    try:
        return frozenset(perimeter(place).codes) if place else None
    except Refused:
        return None
