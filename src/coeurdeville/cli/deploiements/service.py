"""`coeurdeville deploiement service`: where one service runs today, and what blocks it elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.deploiements.opening import FOLDERS, PERIMETER, open_folders

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
    from coeurdeville.territories.perimeter import perimeter
    from coeurdeville.territories.towns import towns_of

    wanted, ground = any_service(service), perimeter(perimetre)
    inventories, proofs = open_folders(villes)
    made = matrix(ground.codes, inventories, proofs, [wanted])
    cells, towns = made.column(wanted), towns_of(ground.codes)
    click.echo(click.style(wanted.title, bold=True) + f" [{wanted.slug}], {ground.title}")
    for line in (*_by_state(cells, towns), *_blockers(cells)):
        click.echo(line)
    if csv_file is not None:
        from coeurdeville.cli.deploiements.writing import write_table

        write_table(made, csv_file)
    if html_file is not None:
        from coeurdeville.cli.deploiements.writing import write_service_page

        write_service_page(made, ground.title, html_file)


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
    from coeurdeville.core.french import listing, plural, spaced
    from coeurdeville.deployability.verdict import CellState
    from coeurdeville.deployability.words import named

    blocked = [
        cell for cell in cells if cell.verdict.blocking and cell.state in (CellState.BLOCKED, CellState.TO_CHECK)
    ]
    groups = Counter((cell.verdict.blocking, cell.verdict.every, cell.state) for cell in blocked)
    if groups:
        yield click.style("Ce qui bloque", bold=True)
    for (layers, every, state), count in groups.most_common():
        said = listing([named(one) for one in layers], "et" if every else "ou")
        lack = "manque" if state is CellState.BLOCKED else "à vérifier"
        yield spaced(f"  {said} : {lack} dans {plural(count, 'commune')}")


def _names(communes: Sequence[Commune]) -> str:
    from coeurdeville.core.french import plural

    ordered = sorted(communes, key=lambda one: (-(one.population or 0), one.code))
    more = len(ordered) - NAMED
    return ", ".join(one.nom for one in ordered[:NAMED]) + (f" et {plural(more, 'autre')}" if more > 0 else "")
