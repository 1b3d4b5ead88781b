"""Which cells of a file tell that an object is no longer there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coeurdeville.core.french import plain, slug
from coeurdeville.layers.contract.recognition import State
from coeurdeville.readers.values import codes_in, texts
from coeurdeville.schemas.mapping.correspondance import Etat
from coeurdeville.schemas.matching.cut_names import with_cut

if TYPE_CHECKING:
    import pandas as pd


def gone_states(frame: pd.DataFrame, state: State, *, cut: bool = False) -> Iterator[Etat]:
    """The first column of states that tells of objects gone, with the cells that do; then every date of end.

    Parameters
    ----------
    cut
        Whether the file cuts the names of its columns, as a Shapefile does.
    """
    for column in _columns(frame, state.names, cut=cut):
        cells = sorted(frame[column].dropna().astype(str).unique())
        gone = tuple(cell for cell in cells if tells_gone(cell, state.gone))
        if gone:
            yield Etat(column, gone)
            break
    yield from (Etat(column) for column in _columns(frame, state.end_dates, cut=cut))


def coded_states(frame: pd.DataFrame, state: State, *, cut: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Columns of states filled with whole figures alone, with these codes; one code alone tells no state apart."""
    for column in _columns(frame, state.names, cut=cut):
        cells = texts(frame[column])
        codes = codes_in(cells)
        if len(codes) > 1 and len(codes) == cells.nunique():
            yield column, codes


def _columns(frame: pd.DataFrame, names: Iterable[str], *, cut: bool) -> list[str]:
    """Columns of the file that bear one of the names, in the order of the names."""
    held = {slug(str(name)).replace("-", "_"): str(name) for name in reversed(list(frame.columns))}
    return [held[name] for name in with_cut(names, cut=cut) if name in held]


def tells_gone(cell: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases is said there, whole and agreed (*abattue*), and neither denied nor to come.

    *Non abattu* and *à abattre* are in place, and so is a tree whose *remplacement* is planned.
    """
    told = " ".join(plain(cell).replace("-", " ").split())
    listed = "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))
    found = re.search(rf"(?<!\w)({listed})e?s?(?!\w)", told)
    return found is not None and not f" {told[: found.start()]}".endswith((" non ", " a ", " pas ", " jamais "))
