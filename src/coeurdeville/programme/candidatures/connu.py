"""What is already known of a town that answers a call, shown beside the questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Refused
from coeurdeville.deployability.verdict import CellState
from coeurdeville.espaces.communes import communes_de
from coeurdeville.espaces.dossiers import dossier
from coeurdeville.espaces.inventaires import inventaires, matrice_interne
from coeurdeville.espaces.lecture import edition_publique
from coeurdeville.layers.catalogue import kinds
from coeurdeville.services.catalogue import all_services
from coeurdeville.territories.acv import membership, sources

if TYPE_CHECKING:
    from coeurdeville.deployability.matrix import Cell
    from coeurdeville.espaces.models import Edition
    from coeurdeville.inventory.donnee import Donnee
    from coeurdeville.territories.commune import Commune

LEVELS = (
    ("possible", (CellState.PROVEN, CellState.POSSIBLE)),
    ("dégradé", (CellState.DEGRADED,)),
    ("à vérifier", (CellState.TO_CHECK,)),
    ("bloqué", (CellState.BLOCKED,)),
)
"""How the row of the matrix is told: words, states."""


@dataclass(frozen=True)
class Connu:
    """A town, as registers, its inventory and the matrix know it."""

    commune: Commune | None
    """None for a code that is nowhere."""
    programme: str
    """When and by which publication the membership is known; empty outside the programme."""
    edition: Edition | None
    """The last diagnostic that it published."""
    entrees: Sequence[Donnee] = ()
    """Its inventory, by title: every entry, as its space counts them."""
    proposables: Sequence[Donnee] = ()
    """The same without those that have errors."""
    cellules: Mapping[str, Cell] = field(default_factory=dict)
    """Slug of a service -> its cell of the matrix."""

    @property
    def services(self) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
        """What the town can do today, with its count -> slugs and titles of the services concerned."""
        cells = [(cell.state, (cell.service.slug, cell.service.title)) for cell in self.cellules.values()]
        told = [(word, [named for state, named in cells if state in states]) for word, states in LEVELS]
        return [(plural(len(those), word, _many(word)), those) for word, those in told if those]


@dataclass(frozen=True)
class Proposee:
    """One line of the question on data: a layer, or an entry of the inventory that makes it."""

    couche: str
    entree: str
    titre: str
    """Of the layer."""
    donnee: Donnee | None
    """The entry of the inventory; None when it has none."""
    demandee: str
    """`indispensable` or `utile` to the service chosen; empty when it does not ask for it."""
    role: str
    """What is ticked."""


def connu(commune: str) -> Connu:
    """What is known of a town. Costs the queries of the matrix, one for the edition, one for the folder."""
    found = communes_de([commune]).get(commune)
    every, sound = _inventaire(commune)
    row = matrice_interne().row(commune)
    return Connu(
        found, _programme(commune), edition_publique(commune), every, sound, {cell.service.slug: cell for cell in row}
    )


def proposees(entrees: Sequence[Donnee], service: str, reponse: Sequence[Mapping[str, str]] | None) -> list[Proposee]:
    """The lines of the question on data: those the service asks for, those of the inventory, then other layers.

    Until the question is answered, entries that the service asks for are ticked.
    """
    asked, told = _demandees(service), {(one["couche"], one["entree"]): one["role"] for one in reponse or ()}
    lines = [*((one.couche, one.id) for one in entrees), *told]
    had = {couche for couche, _ in lines}
    lines += [(couche, "") for couche in (*asked, *kinds()) if couche not in had]
    entry = {(one.couche, one.id): one for one in entrees}
    found = [_line(key, entry.get(key), asked, told if reponse is not None else None) for key in dict.fromkeys(lines)]
    return sorted(found, key=lambda one: (one.demandee == "", one.demandee, one.donnee is None and not one.role))


def _inventaire(commune: str) -> tuple[Sequence[Donnee], Sequence[Donnee]]:
    """Every entry as the space of the town shows it, and those without error.

    Nothing for a town without space, nor while its folder cannot be read: its space says why.
    """
    if commune not in inventaires():
        return (), ()
    try:
        found = dossier(commune)
    except Refused:
        return (), ()
    broken = found.ville.ecartees if found.ville else ()
    return found.donnees, [one for one in found.donnees if one not in broken]


def _many(word: str) -> str:
    return word if word.startswith("à ") else f"{word}s"


def _line(
    key: tuple[str, str], donnee: Donnee | None, asked: Mapping[str, str], told: Mapping[tuple[str, str], str] | None
) -> Proposee:
    couche, entree = key
    need = asked.get(couche, "")
    role = told.get(key, "") if told is not None else (need if donnee is not None else "")
    return Proposee(couche, entree, kinds()[couche].title, donnee, need, role)


def _demandees(service: str) -> dict[str, str]:
    found = all_services().get(service)
    if found is None:
        return {}
    needs = {one.slug for one in found.needs.values()}
    return {one.slug: "indispensable" if one.slug in needs else "utile" for one in found.layers.values()}


def _programme(commune: str) -> str:
    found = membership(commune)
    return f"{sources()[found.source].titre}, {found.date}" if found else ""
