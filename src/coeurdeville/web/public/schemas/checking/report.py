"""The verdict on a file as it was sent: its page, its pieces for ours, its lists."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings

from coeurdeville.territories.territory import Ground, Territory
from coeurdeville.web.public.schemas.checking.kept import Kept
from coeurdeville.web.public.schemas.checking.state import State

if TYPE_CHECKING:
    from coeurdeville.schemas.model import TableSchema

REPORT, PIECES, ERRORS, VERDICT = "rapport.html", "pieces.html", "erreurs.csv", "verdict.json"
"""The report written last tells that all are."""


def write_report(kept: Kept, state: State) -> None:
    """Check the file as it is. Raises `Refused` when it cannot be read as a table."""
    from coeurdeville.reports.conformity import sections
    from coeurdeville.reports.conformity.columns import columns
    from coeurdeville.reports.conformity.html import render
    from coeurdeville.schemas.catalogue import schema
    from coeurdeville.schemas.cells.opening import open_cells
    from coeurdeville.schemas.checking.check import check
    from coeurdeville.schemas.checking.header import NAMES
    from coeurdeville.schemas.reporting.conformity import Conformity
    from coeurdeville.schemas.reporting.csv_report import write_csv
    from coeurdeville.schemas.reporting.json_report import json_report

    read = schema(state.schema)
    cells = open_cells(kept.original, part=state.part or None, schema=read.schema)
    territory = territory_told(state)
    placed = territory if territory and territory.ground is not Ground.UNKNOWN else None
    verdict = check(cells, read.schema, match=NAMES, plausibility=True, territory=placed)
    conformity = Conformity(replace(verdict, name=state.file), _here(read.schema), date.today(), read.problems)
    listed = io.BytesIO()
    write_csv(conformity.verdict, listed)
    pieces = (sections.verdict, sections.to_mend, sections.to_look_at, columns, sections.read)
    kept.put(PIECES, "".join(piece(conformity) for piece in pieces).encode(errors="replace"))
    kept.put(ERRORS, listed.getvalue())
    kept.put(VERDICT, json_report(conformity))
    kept.put(REPORT, render(conformity).encode(errors="replace"))


def _here(schema: TableSchema) -> TableSchema:
    """The schema where this site serves it."""
    return replace(schema, descriptor={**schema.descriptor, "path": f"{settings.ADDRESS}/schemas/{schema.name}/"})


def territory_told(state: State) -> Territory | None:
    """The town that the visitor named; None when none is."""
    from coeurdeville.territories.communes import commune_of
    from coeurdeville.territories.territory import territory_of

    return territory_of(commune_of(state.commune)) if state.commune else None
