"""`coeurdeville deploiement service`: where one service runs today, and what blocks it elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.deploiements.opening import FOLDERS, PERIMETER, open_towns, places_of

if TYPE_CHECKING:
    from coeurdeville.deployability.matrix import Cell
    from coeurdeville.territories.commune import Commune

NAMED = 12
"""Towns named in a line; beyond, how many others. The page and the table name them all."""


@click.command()
@click.argument("service")
@PERIMETER
@FOLDERS
@click.option("--csv", "csv_file", type=click.Path(path_type=Path, dir_okay=False), help="Une ligne par commune.")
@click.option("--html", "html_file", type=click.Path(path_type=Path, dir_okay=False), help="La page, avec la carte.")
def command(service: str, perimetre: str, villes: Path | None, csv_file: Path | None, html_file: Path | None) -> None:
    """Les villes où un service peut tourner, et ce qui bloque les autres."""
    from coeurdeville.deployability.matrix import matrix
    from coeurdeville.services.catalogue import any_service

    wanted = any_service(service)
    ground = open_towns(perimetre, villes)
    made = matrix(ground.codes, ground.inventories, ground.proofs, [wanted])
    cells, towns = made.column(wanted), places_of(ground)
    click.echo(click.style(wanted.title, bold=True) + f" [{wanted.slug}], {ground.title}")
    for line in (*_by_state(cells, towns), *_blockers(cells)):
        click.echo(line)
    if csv_file is not None:
        from coeurdeville.cli.deploiements.writing import write_table

        write_table(made, ground, csv_file)
    if html_file is not None:
        from coeurdeville.cli.deploiements.writing import write_service_page

        write_service_page(made, ground, html_file)


def _by_state(cells: Sequence[Cell], towns: Mapping[str, Commune]) -> Iterator[str]:
    """How many communes in each state, the most populated named."""
    from coeurdeville.core.french import plural, spaced
    from coeurdeville.deployability.verdict import CellState

    for state in CellState:
        those = [towns[cell.commune] for cell in cells if cell.state is state]
        if those:
            people = sum(one.population or 0 for one in those)
            yield spaced(f"  {state.label:11} {plural(len(those), 'commune')}, {plural(people, 'habitant')}")
            yield f"              {_names(those)}"


def _blockers(cells: Sequence[Cell]) -> Iterator[str]:
    """What blocks, the most frequent first."""
    from coeurdeville.core.french import plural, spaced
    from coeurdeville.deployability.verdict import CellState
    from coeurdeville.deployability.words import of_blocking

    blocked = [
        cell for cell in cells if cell.verdict.blocking and cell.state in (CellState.BLOCKED, CellState.TO_CHECK)
    ]
    groups = Counter(of_blocking(cell.verdict) for cell in blocked)
    if groups:
        yield click.style("Ce qui bloque", bold=True)
    for said, count in groups.most_common():
        yield spaced(f"  {plural(count, 'commune')} : {said}")


def _names(communes: Sequence[Commune]) -> str:
    from coeurdeville.core.french import plural

    ordered = sorted(communes, key=lambda one: (-(one.population or 0), one.code))
    more = len(ordered) - NAMED
    return ", ".join(one.nom for one in ordered[:NAMED]) + (f" et {plural(more, 'autre')}" if more > 0 else "")
