"""An entry of a town completed by what a file says of it: a blank erases nothing, what is written over is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from coeurdeville.catalogue.exchange.contract import Entry
from coeurdeville.catalogue.exchange.discretion import hides
from coeurdeville.catalogue.exchange.names import name_of
from coeurdeville.catalogue.exchange.town_writing import GROWING
from coeurdeville.core.licences import Licence
from coeurdeville.inventory.donnee import Donnee, Statut

LONGEST = 40
"""Characters of a value that are shown."""
_BLANK = Donnee("", "", "")
_ANSWERS = tuple(one.name for one in fields(Donnee) if one.name not in ("id", "autres", "correspondance", *GROWING))


@dataclass(frozen=True)
class Overwrite:
    """A value of the town in the place of which that of the file comes."""

    id: str
    field: str
    """As it is said: `« Titre »`."""
    text: str
    """`« arbres » : Arbres → Les arbres`."""
    key: str


def completed(before: Donnee, entry: Entry) -> tuple[Donnee, tuple[Overwrite, ...]]:
    """The entry with what the file says, and the values that the file replaces.

    Statuses, cooperations and checks are added; the mapping of columns stays. A value that an open form masked does
    not replace what the town knows.
    """
    new = entry.donnee
    said = {key: getattr(new, key) for key in _ANSWERS if getattr(new, key) != getattr(_BLANK, key)}
    said = {key: value for key, value in said.items() if not hides(value) or getattr(before, key) == ""}
    beside = {
        key: value for key, value in new.autres.items() if value and not (hides(value) and before.autres.get(key))
    }
    histories: dict[str, Any] = {key: _grown(before, entry, key) for key in GROWING}
    after = replace(before, autres={**before.autres, **beside}, **said, **histories)
    return after, tuple(_overwrites(before, said, beside))


def _overwrites(before: Donnee, said: Mapping[str, Any], beside: Mapping[str, Any]) -> Iterator[Overwrite]:
    was = {key: getattr(before, key) for key in said if getattr(before, key) != getattr(_BLANK, key)} | {
        key: value for key, value in before.autres.items() if key in beside and value
    }
    for key, old in was.items():
        new = said.get(key, beside.get(key))
        if old != new:
            yield Overwrite(before.id, name_of(key), f"« {before.id} » : {_said(old)} → {_said(new)}", key)


def _said(value: Any) -> str:
    """A value as users read it, cut when it is long."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, Licence):
        return value.title
    if isinstance(value, tuple | list):
        return " ; ".join(map(str, value))
    text = getattr(value, "libelle", "") if isinstance(value, StrEnum) else ""
    shown = " ".join((text or str(value)).split())
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def _grown(before: Donnee, entry: Entry, key: str) -> tuple[object, ...]:
    old: Sequence[object] = getattr(before, key)
    new = [one for one in getattr(entry.donnee, key) if one not in old]
    if key == "statuts":
        new = [one for one in new if not any(_implied(one, each) for each in before.statuts)]
        if entry.undated and before.statut:
            new = [one for one in new if not _implied(replace(one, date=before.statut.date), before.statut)]
    return (*old, *new)


def _implied(new: Statut, known: Statut) -> bool:
    """Whether a status says nothing that a known one does not say."""
    told = ((getattr(new, one.name), getattr(known, one.name)) for one in fields(Statut))
    return all(said == there or said in ("", None) for said, there in told)
