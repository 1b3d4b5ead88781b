"""A catalogue in CSV: rows that hold to a schema are written, the others are told with all that they lack."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from coeurdeville.catalogue.exchange.contract import Exported
from coeurdeville.catalogue.exchange.guarded import guarded
from coeurdeville.catalogue.exchange.losses import NOTHING_WRITTEN
from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind, Level, Problem, Refused

ROW_REFUSED = Kind(
    "echange-ligne-refusee",
    "Donnée « {id} » : elle n’est pas écrite dans {form}, qui demande {what}.",
    "Compléter l’entrée ; ce que l’inventaire ne prévoit pas s’ajoute par le classeur (coeurdeville inventaire "
    "exporter --format classeur), et l’identité de qui publie par --siret, --nom et --contact.",
    Level.WARNING,
)


def written(
    form: str,
    rows: Mapping[str, Mapping[str, str]],
    required: Mapping[str, str],
    notes: Sequence[Problem],
    unread: Mapping[str, Mapping[str, str]],
) -> Exported:
    """The catalogue: UTF-8 without mark, commas, as the schemas ask.

    Parameters
    ----------
    rows
        Identifier of the entry -> column -> cell; every row has the same columns.
    required
        Column -> what it is in French, with its article: `le thème`.
    unread
        Identifier of the entry -> column -> text in which nothing could be read: it is there, and it is of no use.

    Raises
    ------
    Refused
        When no row can be valid, with what each lacks.
    """
    lacking = {name: _lacking(cells, required, unread.get(name, {})) for name, cells in rows.items()}
    problems = [*_refusals(form, lacking), *notes]
    kept = [cells for name, cells in rows.items() if not lacking[name]]
    if not kept:
        raise Refused([NOTHING_WRITTEN(form=form), *problems])
    file = io.StringIO()
    sheet = csv.writer(file, lineterminator="\r\n")
    sheet.writerow(kept[0])
    sheet.writerows([guarded(cell) for cell in cells.values()] for cells in kept)
    return Exported(file.getvalue().encode(), len(kept), tuple(problems))


def _lacking(cells: Mapping[str, str], required: Mapping[str, str], unread: Mapping[str, str]) -> list[str]:
    return [
        f"{said} ({column}{f' : « {unread[column]} » n’est pas lisible' if column in unread else ''})"
        for column, said in required.items()
        if not cells[column].strip()
    ]


def _refusals(form: str, lacking: Mapping[str, list[str]]) -> Iterator[Problem]:
    for name, what in lacking.items():
        if what:
            yield ROW_REFUSED(id=name, form=form, what=listing(what))
