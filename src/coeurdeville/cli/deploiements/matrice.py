"""`coeurdeville deploiement matrice`: every town of a perimeter, every service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.deploiements.opening import FOLDERS, PERIMETER, open_towns

if TYPE_CHECKING:
    from coeurdeville.deployability.matrix import Matrix

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@PERIMETER
@FOLDERS
@click.option("--csv", "csv_file", type=FILE, help="Une ligne par service et par commune, avec ses raisons.")
@click.option("--html", "html_file", type=FILE, help="La page de la matrice.")
@click.option("--svg", "svg_file", type=FILE, help="Le dessin de la matrice.")
def command(
    perimetre: str, villes: Path | None, csv_file: Path | None, html_file: Path | None, svg_file: Path | None
) -> None:
    """Toutes les communes d’un périmètre, tous les services, calculés et décrits."""
    from coeurdeville.core.french import plural, spaced
    from coeurdeville.deployability.matrix import matrix

    ground = open_towns(perimetre, villes)
    if html_file is not None or svg_file is not None:
        from coeurdeville.reports.deployment.bound import require_few

        require_few(ground.codes)
    made = matrix(ground.codes, ground.inventories, ground.proofs)
    click.secho(spaced(f"{ground.title} : {plural(len(ground.codes), 'commune')}"), bold=True)
    for line in _columns(made):
        click.echo(line)
    if csv_file is not None:
        from coeurdeville.cli.deploiements.writing import write_table

        write_table(made, ground, csv_file)
    if html_file is not None:
        from coeurdeville.cli.deploiements.writing import write_matrix_page

        write_matrix_page(made, ground, html_file)
    if svg_file is not None:
        from coeurdeville.cli.deploiements.writing import write_matrix_drawing

        write_matrix_drawing(made, ground, svg_file)


def _columns(made: Matrix) -> Iterator[str]:
    """Each service with its five counts, and why most of its cells are alike when they are."""
    from coeurdeville.core.french import number, spaced
    from coeurdeville.deployability.summary import summary
    from coeurdeville.deployability.verdict import CellState
    from coeurdeville.deployability.words import of_summary
    from coeurdeville.services.contract.described import Described

    theme = None
    for service in made.services:
        if service.theme is not theme:
            theme = service.theme
            yield ""
            yield click.style(theme.label, bold=True)
        whole = summary(made.column(service))
        counted = ((state.label, whole.counts[state]) for state in CellState if whole.counts[state])
        counts = " ; ".join(f"{label} : {number(count)}" for label, count in counted)
        sort = " (décrit)" if isinstance(service, Described) else ""
        yield spaced(f"  {service.title}{sort} [{service.slug}] : {counts}")
        if said := of_summary(whole):
            yield f"      {said}"
