"""The matrix of towns and services: as it is typed, again in one process, cell by cell, and after one change."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from commands import run
from lines import Line, race, timed
from numpy.typing import NDArray

from coeurdeville.core.licences import LOV2
from coeurdeville.deployability.assess import assess
from coeurdeville.deployability.csv_table import write_csv
from coeurdeville.deployability.matrix import Matrix, matrix
from coeurdeville.deployability.provider import Place, Provider
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState
from coeurdeville.layers.trees import Trees
from coeurdeville.territories.perimeter import FRANCE, PROGRAMME, perimeter
from coeurdeville.territories.towns import towns_of

STATES = list(CellState)


def measured(perimeters: Sequence[str] = (PROGRAMME, FRANCE)) -> Iterator[Line]:
    """The programme, then as many communes as the largest perimeter has."""
    few, many = perimeter(perimeters[0]), perimeter(perimeters[-1])
    with TemporaryDirectory() as name:
        typed = run("deploiement", "matrice", "--perimetre", perimeters[0], "--csv", str(Path(name) / "few.csv"))
        yield Line(f"matrix of {len(few.codes)} communes, typed, in CSV", typed.seconds, most=2)
        typed = run("deploiement", "matrice", "--perimetre", perimeters[-1], "--csv", str(Path(name) / "many.csv"))
        yield Line(f"matrix of {len(many.codes)} communes, typed, in CSV", typed.seconds, most=60)
        yield Line("  its peak of memory", typed.megabytes, unit="MB", most=2000)
    warm = matrix(few.codes)
    told(warm)
    yield Line("matrix of the programme again, with its reasons", timed(lambda: told(warm))[0], most=0.2)
    yield race("  against each cell worked out alone", lambda: states(matrix(few.codes)), lambda: alone(few.codes))
    yield from _changed(warm)


def told(made: Matrix) -> str:
    """Every cell with its state and its reasons, in words."""
    target = io.StringIO(newline="")
    write_csv(made, towns_of(made.communes), date.today(), target)
    return target.getvalue()


def states(made: Matrix) -> NDArray[np.int64]:
    """Rank of the state of each cell, shape `(communes, services)`."""
    return np.array([[STATES.index(cell.state) for cell in row] for row in made.rows()])


def alone(codes: Sequence[str]) -> NDArray[np.int64]:
    """The same without sharing anything: the definition, cell by cell."""
    made = matrix(codes)
    return np.array([
        [STATES.index(assess(service, made.offer(code)).state) for service in made.services] for code in codes
    ])  # fmt: skip


def _changed(made: Matrix) -> Iterator[Line]:
    """One town enters its trees: how long until the matrix is right again, and how many verdicts were worked out."""
    code, before = made.communes[0], len(made.assessor)
    trees = Provider(Trees, Place.FILE, "arbres", "Arbres", "La ville", LOV2)
    town = TownInventory(code, None, {Trees: (trees,)})
    after = replace(made, inventories={code: town})
    seconds, found = timed(lambda: states(after))
    fresh = states(matrix(made.communes, {code: town}))
    yield Line("  the same after one town entered its trees", seconds, most=0.2, apart=float((found != fresh).sum()))
    yield Line("  verdicts worked out for it", len(made.assessor) - before, unit="", most=len(made.services))
