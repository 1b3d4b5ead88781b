"""A PostgreSQL server of our own, in a temporary folder, spoken to through a socket there, without any port."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

ABSENT = "initdb is not installed"
NOBODY = "nobody"
"""Who runs the server when we are root, which PostgreSQL refuses to be."""


@dataclass(frozen=True)
class Server:
    """A running server."""

    programs: Path
    folder: Path

    @property
    def address(self) -> str:
        """Of its only database, as `DATABASE_URL` says it."""
        return f"postgres://{NOBODY}@{quote(str(self.folder), safe='')}/postgres"

    def sql(self, text: str) -> str:
        """What psql prints of a command."""
        command = [str(self.programs / "psql"), "-h", str(self.folder), "-U", NOBODY, "-d", "postgres", "-XqAt"]
        command += ["-v", "ON_ERROR_STOP=1"]
        return subprocess.run(command, input=text, check=True, capture_output=True, text=True).stdout


def programs() -> Path | None:
    """The folder of the server's programs; Debian keeps them apart from the others. None when they are absent."""
    found = shutil.which("initdb")
    places = [Path(found).resolve()] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return places[-1].parent if places else None


@contextmanager
def server(where: Path, folder: Path) -> Iterator[Server]:
    """Started, then stopped at once: what it holds is thrown away."""
    data, user = folder / "data", NOBODY if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    options = f"-k {folder} -c listen_addresses= -c jit=off -c shared_buffers=256MB -c fsync=off"

    def call(program: str, *arguments: object) -> None:
        command = [str(where / program), "-D", str(data), *map(str, arguments)]
        subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL, cwd=folder)

    call("initdb", "-U", NOBODY, "-A", "trust", "-E", "UTF8", "--no-sync")
    call("pg_ctl", "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield Server(where, folder)
    finally:
        call("pg_ctl", "-w", "-m", "immediate", "stop")
