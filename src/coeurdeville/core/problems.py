"""Errors as data: a stable code, a French sentence, a cure; gathered, bounded, never a traceback.

Each package declares the kinds of problems it can meet beside the code that meets them::

    COLUMN_MISSING = Kind(
        "colonne-absente",
        "La colonne « {column} » est absente de {where}.",
        "Indiquer dans ville.toml quelle colonne du fichier la remplace.",
    )
    raise Refused([COLUMN_MISSING(column="haut", where="arbres.csv")])

`KINDS` is the tree of all of them; `docs/erreurs.md` lists it and a test compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coeurdeville.core.french import spaced

SHOWN = 5
"""Examples kept in a problem; the count is always exact."""


class Level(StrEnum):
    """How much a problem weighs."""

    ERROR = "erreur"
    """Nothing can be computed from what is concerned."""
    WARNING = "avertissement"
    """The work went on; what was done instead is in the message."""
    NOTE = "remarque"
    """Worth knowing: something was found, counted or repaired."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, with all the places where it is."""

    code: str
    message: str
    cure: str
    level: Level = Level.ERROR
    examples: tuple[str, ...] = ()
    """Places or values, at most `SHOWN`, e.g. `ligne 12 : « abc »`."""
    count: int = 1

    def __str__(self) -> str:
        shown = ", ".join(self.examples) + (" …" if self.count > len(self.examples) > 0 else "")
        return f"[{self.code}] {self.message}" + (f" Par exemple\u00a0: {shown}." if shown else "") + f" {self.cure}"


KINDS: dict[str, Kind] = {}


@dataclass(frozen=True)
class Kind:
    """A sort of problem: what it is called, how it is said, how it is mended.

    `message` and `cure` are French sentences with `{words}` to fill, which are said with unbreakable spaces
    where French wants them. A code is declared once.
    """

    code: str
    message: str
    cure: str
    level: Level = Level.ERROR

    def __post_init__(self) -> None:
        if KINDS.setdefault(self.code, self) != self:
            raise ValueError(f"problem code declared twice: {self.code}")

    def __call__(self, *, examples: Sequence[str] = (), count: int | None = None, **words: object) -> Problem:
        """The problem met. `count` defaults to the number of examples given, at least one."""
        return Problem(
            self.code,
            spaced(self.message.format(**words)),
            spaced(self.cure.format(**words)),
            self.level,
            tuple(map(spaced, examples[:SHOWN])),
            max(1, len(examples)) if count is None else count,
        )


class Refused(ValueError):
    """Input that cannot be used. `problems` holds every reason at once, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Damaged(Refused):
    """What is kept is no longer whole: a fault of the place, which nobody mends by asking otherwise."""


def refuse_errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is left to say when nothing is an error; else `Refused` with everything, warnings included."""
    found = tuple(problems)
    if any(problem.level is Level.ERROR for problem in found):
        raise Refused(found)
    return found
