"""Where the checking of a file is, as its folder keeps it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from coeurdeville.core.problems import Level, Problem


class Step(StrEnum):
    """What is next."""

    TO_DO = "a-faire"
    SHEET = "feuille"
    """The visitor chooses among several sheets, layers or files."""
    SCHEMA = "schema"
    """The visitor chooses a schema: none is recognised for sure."""
    REFUSED = "refus"
    DONE = "fait"


@dataclass(frozen=True)
class State:
    """One checking."""

    file: str
    """Name under which the file is kept."""
    begun: str
    """ISO time, with its zone."""
    step: Step = Step.TO_DO
    schema: str = ""
    """Name of a schema of the project; empty: to be recognised."""
    recognised: bool = False
    """Whether the schema was told by the columns, not by the visitor."""
    part: str = ""
    """Sheet, layer or file of an archive; empty: the only one, or not chosen yet."""
    commune: str = ""
    """Insee code; empty: not said."""
    choices: tuple[str, ...] = ()
    """Among which the visitor chooses."""
    problems: tuple[Problem, ...] = ()
    """Why the file cannot be checked, or what was said when it arrived."""

    def text(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> State:
        """From the text that `text` writes."""
        told = json.loads(text)
        problems = tuple(problem(one) for one in told.pop("problems"))
        step, choices = Step(told.pop("step")), tuple(told.pop("choices"))
        return cls(**told, step=step, choices=choices, problems=problems)


def problem(told: dict[str, Any]) -> Problem:
    """A problem from the object that `asdict` makes of it."""
    return Problem(**{**told, "level": Level(told["level"]), "examples": tuple(told["examples"])})
