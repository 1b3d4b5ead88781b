"""A selection as an address writes it: one word for each thing that is chosen, checked all at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.deployability.selection import SIZES, Selection
from coeurdeville.deployability.verdict import CellState
from coeurdeville.services.contract.declaration import Theme

FILTER_UNKNOWN = Kind(
    "filtre-inconnu",
    "« {text} » n’est pas un choix de « {field} ».",
    "Choisir dans la liste{known}.",
)
TITLES = {"theme": "thème", "service": "service", "ou": "lieu", "taille": "taille", "etat": "état"}
"""Name in an address -> title of the field."""
E = TypeVar("E", bound=StrEnum)


def read_selection(texts: Mapping[str, str], services: Collection[str], places: Collection[str]) -> Selection:
    """The selection of these texts; one that is absent or empty chooses nothing.

    Parameters
    ----------
    texts
        By the names of `TITLES`; other names are left alone.
    services, places
        The slugs of services and the codes of places that can be chosen.

    Raises
    ------
    Refused
        `filtre-inconnu`, once for each text that is no choice of its field.
    """
    said = {name: texts.get(name, "").strip() for name in TITLES}
    known = {
        "theme": list(Theme), "service": services, "ou": places, "taille": list(SIZES), "etat": list(CellState),
    }  # fmt: skip
    if problems := list(_problems(said, known)):
        raise Refused(problems)
    return Selection(
        _member(Theme, said["theme"]), said["service"], said["ou"], said["taille"], _member(CellState, said["etat"])
    )


def words_of(kept: Selection) -> dict[str, str]:
    """The same selection as texts: what is chosen alone."""
    texts = {
        "theme": kept.theme or "", "service": kept.service, "ou": kept.place, "taille": kept.size,
        "etat": kept.state or "",
    }  # fmt: skip
    return {name: str(text) for name, text in texts.items() if text}


def _problems(said: Mapping[str, str], known: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    for name, text in said.items():
        if text and text not in known[name]:
            short = f" : {listing([str(one) for one in known[name]], 'ou')}" if len(known[name]) < 6 else ""
            yield FILTER_UNKNOWN(text=text[:60], field=TITLES[name], known=short)


def _member(kind: type[E], text: str) -> E | None:
    return kind(text) if text else None
