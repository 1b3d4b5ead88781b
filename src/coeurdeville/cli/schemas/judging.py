"""A file judged by a schema that the command line names, with all that is to be said of both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from coeurdeville.cli.schemas.choosing import answers
from coeurdeville.cli.schemas.progress import shown
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.net.net import Net
from coeurdeville.schemas.catalogue import schema
from coeurdeville.schemas.cells.opening import open_cells
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.checking.header import NAMES
from coeurdeville.schemas.descriptor import ReadSchema
from coeurdeville.schemas.reporting.conformity import Conformity
from coeurdeville.territories.communes import find
from coeurdeville.territories.territory import Ground, Territory, territory_of

NO_GROUND = Kind(
    "commune-sans-contour",
    "L’étendue de « {name} » n’est pas connue : que les points y soient n’est pas vérifié.",
    "Regarder les points sur une carte.",
    Level.NOTE,
)


def judged(
    path: Path, name: str, *, part: str | None, strict: bool, online: bool, plausibility: bool, commune: str
) -> Conformity:
    """The verdict on a file.

    Parameters
    ----------
    part
        Sheet, layer, or file of an archive; None: the first that holds data.
    strict
        Columns are paired as the specification says; else by their names, and their order is only a warning.
    commune
        Code or name of the town where points should be; empty: where they are is not doubted.

    Raises
    ------
    Refused
        The schema, the file or the commune cannot be used.
    """
    read = _schema(name, online=online)
    territory, notes = _territory(commune) if commune and plausibility else (None, ())
    with shown(open_cells(path, part=part, schema=read.schema)) as cells:
        verdict = check(
            cells,
            read.schema,
            match="" if strict else NAMES,
            plausibility=plausibility,
            territory=territory,
        )
    return Conformity(replace(verdict, notes=(*verdict.notes, *notes)), read.schema, date.today(), read.problems)


def _schema(name: str, *, online: bool) -> ReadSchema:
    """The schema, and what is to be said of it; offline, a national one is found among the answers kept."""
    with Net.online(answers()) if online else Net(answers()) as net:
        read = schema(name, net)
        return replace(read, problems=(*net.notes, *read.problems))


def _territory(commune: str) -> tuple[Territory, tuple[Problem, ...]]:
    found = find(commune)
    territory = territory_of(found.commune)
    unknown = (NO_GROUND(name=territory.name),) if territory.ground is Ground.UNKNOWN else ()
    return territory, (*found.notes, *unknown)
