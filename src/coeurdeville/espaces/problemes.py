"""Problems as the database keeps them, and read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coeurdeville.core.problems import Level, Problem


def ecrits(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Each as a row of JSON."""
    return [
        {
            "code": one.code,
            "message": one.message,
            "cure": one.cure,
            "level": str(one.level),
            "examples": list(one.examples),
            "count": one.count,
        }
        for one in problems
    ]


def relus(rows: Iterable[Mapping[str, Any]]) -> tuple[Problem, ...]:
    """The problems that `ecrits` wrote."""
    return tuple(
        Problem(row["code"], row["message"], row["cure"], Level(row["level"]), tuple(row["examples"]), row["count"])
        for row in rows
    )
