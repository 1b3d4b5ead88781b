"""Nearest green space against PostGIS: a server of our own, in a temporary folder, without any port.

Skipped where `initdb` or PostGIS is absent (`apt install postgresql-15 postgresql-15-postgis-3`).
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import shapely
from lines import Line, difference, timed
from postgres import ABSENT, Server, programs, server
from town import Floats, Shapes, Town

from coeurdeville.geometry.nearest import nearest

TITLE = "nearest green space (PostGIS)"
QUERY = """CREATE TABLE found AS SELECT id, (SELECT ST_Distance(homes.geom, green.geom) FROM green
    ORDER BY homes.geom <-> green.geom LIMIT 1) AS metres FROM homes"""
ROUNDS = 3


def measured(place: Town) -> Iterator[Line]:
    """One line; it says why when it is skipped."""
    where = programs()
    if where is None:
        yield Line(TITLE, skipped=ABSENT)
        return
    with TemporaryDirectory(prefix="postgis-") as folder, server(where, Path(folder)) as running:
        try:
            running.sql("CREATE EXTENSION postgis")
        except subprocess.CalledProcessError as error:
            yield Line(TITLE, skipped=error.stderr.splitlines()[0])
            return
        yield _race(running, place)


def _race(running: Server, place: Town) -> Line:
    _load(running, "homes", place.buildings)
    _load(running, "green", place.green)
    seconds = []
    for _ in range(ROUNDS):
        mine, found = timed(lambda: nearest(place.buildings, place.green, np.inf))
        seconds.append((mine, _seconds(running, QUERY)))
        expected = _distances(running)
    ours, peer = np.median(seconds, axis=0)
    return Line(TITLE, ours, peer, faster=2, apart=difference(found, expected), allowed=1e-9)


def _load(running: Server, table: str, shapes: Shapes) -> None:
    """A table of shapes with its spatial index."""
    rows = "".join(f"{rank}\t{wkb}\n" for rank, wkb in enumerate(shapely.to_wkb(shapes, hex=True)))
    running.sql(f"CREATE TABLE {table} (id int PRIMARY KEY, geom geometry);\n"
                f"COPY {table} FROM STDIN;\n{rows}\\.\n"
                f"CREATE INDEX ON {table} USING gist (geom); VACUUM ANALYZE {table}")  # fmt: skip


def _seconds(running: Server, query: str) -> float:
    """What the server itself says of the time that a query took."""
    said = running.sql(f"DROP TABLE IF EXISTS found;\n\\timing on\n{query};")
    (milliseconds,) = re.findall(r"([\d.]+) ms", said)
    return float(milliseconds) / 1000


def _distances(running: Server) -> Floats:
    """What the query found, to the last digit."""
    return np.array(running.sql("SELECT metres FROM found ORDER BY id").split(), dtype=np.float64)
