"""What shows the knowledge of species: groups as bars, squares by number of observations, those without hatched."""

from __future__ import annotations

from dataclasses import dataclass

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.core.sentences import Noun, Verb
from coeurdeville.services import places
from coeurdeville.services.biodiversity.species_groups import group_name
from coeurdeville.services.biodiversity.species_knowledge import Figures
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.page import SQUARE, Bar, Bars, Classes, Sheet, TableColumn, Told, ZoneMap

SHOWN = 8
"""Groups drawn as bars."""
SPECIES, RECORD = Noun("espèce", feminine=True), Noun("observation", feminine=True)
CELL = places.NOUNS[SQUARE]
UNSEEN = Missing("aucune observation")
CLASSES = Classes("Observations par carré", (10, 100), ("moins de 10", "de 10 à 99", "100 ou plus"))


@dataclass(frozen=True)
class Effort:
    """Where people looked: the squares of the town that the data describe."""

    seen: dict[str, Figures]
    """Those with observations, the most observed first."""
    empty: tuple[str, ...]
    """Those without."""

    @classmethod
    def of(cls, told: Told[Figures]) -> Effort:
        """From the squares of the town; both empty when its outline is not known."""
        squares = {name: one for name, one in told.zones(SQUARE).items() if not isinstance(one.records, Missing)}
        seen = sorted((name for name, one in squares.items() if one.records), key=lambda n: (-squares[n].records, n))
        return cls({name: squares[name] for name in seen}, tuple(sorted(squares.keys() - set(seen))))

    @property
    def total(self) -> int:
        """Squares of the town."""
        return len(self.seen) + len(self.empty)

    @property
    def unseen(self) -> float | None:
        """Share [%] of the squares without any observation; None when there is no square."""
        return 100 * len(self.empty) / self.total if self.total else None


def groups_chart(groups: Breakdown) -> Bars:
    """Species of the first groups, those of the first told apart."""
    name, count = groups.parts[0]
    others = len(groups) - SHOWN
    undrawn = sentences.number_of(others, Noun("autre groupe"), Verb("n’est pas dessiné", "ne sont pas dessinés"))
    return Bars(
        title=f"Le groupe le plus noté\u00a0: {group_name(name).lower()}, {sentences.counted(count, SPECIES)}",
        bars=tuple(Bar(group_name(one), species, one == name) for one, species in groups.parts[:SHOWN]),
        unit="",
        note="Un groupe sans espèce notée n’est pas absent\u00a0: ces nombres disent d’abord ce que l’on a cherché."
        + (f" {french.capital(undrawn)}." if others > 0 else ""),
    )


def effort_map(effort: Effort) -> ZoneMap | None:
    """Squares by number of observations; None when none has any."""
    if not effort.seen:
        return None
    values = {name: float(one.records) for name, one in effort.seen.items()} | dict.fromkeys(effort.empty, UNSEEN)
    half = _half(effort)
    where = sentences.counted(half, CELL) if half > 1 else f"un seul {CELL.one}"
    hatched = "Hachuré\u00a0: personne n’y a rien noté. " if effort.empty else ""
    return ZoneMap(
        title=f"La moitié des observations tient dans {where} sur {french.number(effort.total)}",
        values=values,
        classes=CLASSES,
        table=_table(effort),
        zoning=SQUARE,
        points=True,
        note=f"{hatched}{places.SQUARE_NAMES}",
    )


def _half(effort: Effort) -> int:
    """How many of the most observed squares hold half of the observations."""
    whole = sum(one.records for one in effort.seen.values())
    held, rank = 0.0, 0
    for one in effort.seen.values():
        if 2 * held >= whole:
            break
        held, rank = held + one.records, rank + 1
    return rank


def _table(effort: Effort) -> Sheet:
    """One row for all the squares without observation, then the most observed."""
    rows = []
    if effort.empty:
        rows.append((f"Sans observation\u00a0: {french.plural(len(effort.empty), 'carré')}", "non connu", "aucune"))
    first = list(effort.seen.items())[: places.ROWS]
    rows += [(name, french.number(one.richness), french.number(one.records)) for name, one in first]
    columns = (TableColumn("Carré"), TableColumn("Espèces", numeric=True), TableColumn("Observations", numeric=True))
    more = len(effort.seen) > len(first)
    caption = f"Les {len(first)}\u00a0carrés les plus observés" if more else "Observations par carré de 200\u00a0m"
    return Sheet(caption, columns, tuple(rows))
