"""Which sheet, layer or file is read when there are several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.readers.refusals import PART_MISSING, SEVERAL_PARTS, quoted


def choose(
    names: Sequence[str], part: str | None, name: str, words: str, holds_data: Callable[[str], bool]
) -> tuple[str, tuple[Problem, ...]]:
    """The part asked for, else the first one that holds data, said when there was a choice.

    Raises `Refused` (`partie-absente`, with the names there are) when the part asked for is not there.
    """
    if part is not None:
        if part not in names:
            raise Refused([PART_MISSING(part=part, name=name, available=quoted(names))])
        return part, ()
    if len(names) == 1:
        return names[0], ()
    chosen = next((one for one in names if holds_data(one)), names[0])
    others = quoted(one for one in names if one != chosen)
    return chosen, (SEVERAL_PARTS(name=name, words=words, part=chosen, others=others),)
