"""Nearest green space against PostGIS: a server of our own, in a temporary folder, without any port.

Skipped where `initdb` or PostGIS is absent (`apt install postgresql-15 postgresql-15-postgis-3`).
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import shapely
from lines import Line, difference, timed
from town import Floats, Shapes, Town

from coeurdeville.geometry.nearest import nearest

TITLE = "nearest green space (PostGIS)"
NOBODY = "nobody"
"""Who runs the server when we are root, which PostgreSQL refuses to be."""
QUERY = """CREATE TABLE found AS SELECT id, (SELECT ST_Distance(homes.geom, green.geom) FROM green
    ORDER BY homes.geom <-> green.geom LIMIT 1) AS metres FROM homes"""
ROUNDS = 3


def measured(place: Town) -> Iterator[Line]:
    """One line; it says why when it is skipped."""
    programs = _programs()
    if programs is None:
        yield Line(TITLE, skipped="initdb is not installed")
        return
    with TemporaryDirectory(prefix="postgis-") as folder, _server(programs, Path(folder)) as server:
        try:
            server.sql("CREATE EXTENSION postgis")
        except subprocess.CalledProcessError as error:
            yield Line(TITLE, skipped=error.stderr.splitlines()[0])
            return
        yield _race(server, place)


def _race(server: "Server", place: Town) -> Line:
    server.load("homes", place.buildings)
    server.load("green", place.green)
    seconds = []
    for _ in range(ROUNDS):
        mine, found = timed(lambda: nearest(place.buildings, place.green, np.inf))
        seconds.append((mine, server.seconds(QUERY)))
        expected = server.distances()
    ours, peer = np.median(seconds, axis=0)
    return Line(TITLE, ours, peer, faster=2, apart=difference(found, expected), allowed=1e-9)


@dataclass(frozen=True)
class Server:
    """A running server, spoken to through a socket in its own folder."""

    programs: Path
    folder: Path

    def sql(self, text: str) -> str:
        """What psql prints of a command."""
        command = [str(self.programs / "psql"), "-h", str(self.folder), "-U", NOBODY, "-d", "postgres", "-XqAt"]
        command += ["-v", "ON_ERROR_STOP=1"]
        return subprocess.run(command, input=text, check=True, capture_output=True, text=True).stdout

    def load(self, table: str, shapes: Shapes) -> None:
        """A table of shapes with its spatial index."""
        rows = "".join(f"{rank}\t{wkb}\n" for rank, wkb in enumerate(shapely.to_wkb(shapes, hex=True)))
        self.sql(f"CREATE TABLE {table} (id int PRIMARY KEY, geom geometry);\n"
                 f"COPY {table} FROM STDIN;\n{rows}\\.\n"
                 f"CREATE INDEX ON {table} USING gist (geom); VACUUM ANALYZE {table}")  # fmt: skip

    def seconds(self, query: str) -> float:
        """What the server itself says of the time that a query took."""
        said = self.sql(f"DROP TABLE IF EXISTS found;\n\\timing on\n{query};")
        (milliseconds,) = re.findall(r"([\d.]+) ms", said)
        return float(milliseconds) / 1000

    def distances(self) -> Floats:
        """What the query found, to the last digit."""
        return np.array(self.sql("SELECT metres FROM found ORDER BY id").split(), dtype=np.float64)


def _programs() -> Path | None:
    """The folder of the server's programs; Debian keeps them apart from the others."""
    found = shutil.which("initdb")
    places = [Path(found).resolve()] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return places[-1].parent if places else None


@contextmanager
def _server(programs: Path, folder: Path) -> Iterator[Server]:
    data, user = folder / "data", NOBODY if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    options = f"-k {folder} -c listen_addresses= -c jit=off -c shared_buffers=256MB -c fsync=off"

    def call(program: str, *arguments: object) -> None:
        command = [str(programs / program), "-D", str(data), *map(str, arguments)]
        subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL, cwd=folder)

    call("initdb", "-U", NOBODY, "-A", "trust", "-E", "UTF8", "--no-sync")
    call("pg_ctl", "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield Server(programs, folder)
    finally:
        call("pg_ctl", "-w", "-m", "immediate", "stop")
