"""The files of the matrix: table, pages, drawings, each whole or absent."""

from __future__ import annotations

from datetime import date
from io import TextIOWrapper
from pathlib import Path

import click

from coeurdeville.cli.deploiements.opening import Towns, places_of
from coeurdeville.core.french import number
from coeurdeville.core.writing import written_aside
from coeurdeville.deployability.csv_table import write_csv
from coeurdeville.deployability.matrix import Matrix


def write_table(made: Matrix, towns: Towns, path: Path) -> None:
    """One line for each service in each commune."""
    with written_aside(path) as file:
        text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
        count = write_csv(made, places_of(towns), date.today(), text)
        text.detach()
    click.echo(f"Écrit : {path} ({number(count)} lignes)")


def write_matrix_page(made: Matrix, towns: Towns, path: Path) -> None:
    """The page of the matrix."""
    from coeurdeville.reports.deployment.matrix_page import matrix_page

    _write(path, matrix_page(made, places_of(towns), date.today(), towns.title))


def write_matrix_drawing(made: Matrix, towns: Towns, path: Path) -> None:
    """The picture of the matrix."""
    from coeurdeville.reports.deployment.matrix_page import matrix_svg

    _write(path, matrix_svg(made, places_of(towns)))


def write_service_page(made: Matrix, towns: Towns, path: Path) -> None:
    """The page of the one service of a matrix, with its map."""
    from coeurdeville.reports.deployment.points import programme_points
    from coeurdeville.reports.deployment.service_page import service_page

    (service,) = made.services
    page = service_page(made.column(service), places_of(towns), programme_points(), made.national.sources,
                        date.today(), towns.title)  # fmt: skip
    _write(path, page)


def _write(path: Path, text: str) -> None:
    with written_aside(path) as file:
        file.write(text.encode())
    click.echo(f"Écrit : {path}")
