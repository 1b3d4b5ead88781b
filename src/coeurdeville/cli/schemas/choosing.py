"""A schema named on a command line: one of the project's, a file, or a national one when the network is allowed."""

from __future__ import annotations

import os
from pathlib import Path

from coeurdeville.cli.telling import tell
from coeurdeville.core.problems import Level
from coeurdeville.schemas.catalogue import schema
from coeurdeville.schemas.model import TableSchema


def answers() -> Path:
    """Where answers of the national catalogue are kept: they can be deleted, they will be asked for again."""
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "coeurdeville" / "schemas"


def chosen(name: str, *, online: bool) -> TableSchema:
    """The schema, what is to be known of it said; nothing leaves the machine unless `online`.

    Offline, a national schema that was asked for before is found among the answers kept.

    Raises
    ------
    Refused
        As `schemas.catalogue.schema` does.
    """
    from coeurdeville.net.net import Net

    with Net.online(answers()) if online else Net(answers()) as net:
        found = schema(name, net)
    tell((*net.notes, *(problem for problem in found.problems if problem.level is not Level.ERROR)))
    return found.schema
