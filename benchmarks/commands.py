"""The program as it is typed: whole processes, with their peak of memory."""

import json
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from lines import Line

from coeurdeville.demo.dossier import write_dossier
from coeurdeville.demo.town import make_town

LAUNCHER = Path(__file__).with_name("one_process.py")
PROGRAM = Path(sysconfig.get_path("scripts")) / "coeurdeville"
ROUNDS = 10
WARM_UP = 100
"""Buildings of the town on which the program is used once before, as it is installed once."""


@dataclass(frozen=True)
class Process:
    """What a finished process took."""

    seconds: float
    megabytes: float
    """Peak of resident memory."""


def measured(buildings: int) -> Iterator[Line]:
    """Help, a first diagnostic of a demo town of that size, the same again."""
    yield _help()
    with TemporaryDirectory() as name:
        folder = Path(name)
        _diagnostic(_dossier(folder / "petite", WARM_UP), folder / "essai")
        dossier = _dossier(folder / "ville", buildings)
        first = _diagnostic(dossier, folder / "une")
        again = _diagnostic(dossier, folder / "deux")
        apart = _other_files(folder / "une", folder / "deux")
    yield Line(f"diagnostic of {buildings} buildings, all its files", first.seconds, most=10)
    yield Line("  its peak of memory", first.megabytes, unit="MB", most=1500)
    yield Line("  the same again, from the store", again.seconds, most=2, apart=apart)


def _help() -> Line:
    run("--help")
    return Line("coeurdeville --help", float(np.median([run("--help").seconds for _ in range(ROUNDS)])), most=0.3)


def _dossier(folder: Path, buildings: int) -> Path:
    write_dossier(make_town(buildings=buildings, seed=1), folder, date.today())
    return folder


def _diagnostic(dossier: Path, output: Path) -> Process:
    return run("diagnostic", str(dossier), "--sortie", str(output))


def run(*arguments: str) -> Process:
    """One process of the program to its end, compiled modules being kept as an installed program keeps them."""
    command = [sys.executable, str(LAUNCHER), str(PROGRAM), *arguments]
    status, seconds, kilobytes = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    if status:
        raise subprocess.CalledProcessError(status, command)
    return Process(seconds, kilobytes / 1024)


def _other_files(one: Path, two: Path) -> float:
    """How many files are not the same, to the byte."""
    names = {path.name for folder in (one, two) for path in folder.iterdir()}
    return float(sum(_content(one / name) != _content(two / name) for name in names))


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
