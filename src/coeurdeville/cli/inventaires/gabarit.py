"""`coeurdeville inventaire gabarit`: an empty workbook for those who fill the inventory by hand."""

from __future__ import annotations

from pathlib import Path

import click

from coeurdeville.cli.inventaires.exporter import TAKEN
from coeurdeville.core.problems import Refused


@click.command()
@click.option(
    "--sortie",
    "output",
    type=click.Path(path_type=Path),
    default=Path("inventaire.xlsx"),
    help="Fichier à écrire ; sinon, inventaire.xlsx.",
)
@click.option("--ecraser", "overwriting", is_flag=True, help="Remplacer le fichier s’il existe.")
def command(output: Path, *, overwriting: bool) -> None:
    """Un classeur vide à remplir à la main, avec ses listes déroulantes et l’explication de chaque colonne."""
    from coeurdeville.catalogue.exchange.classeur import template
    from coeurdeville.core.writing import written_aside

    if output.exists() and not overwriting:
        raise Refused([TAKEN(name=output.name)])
    with written_aside(output) as file:
        file.write(template())
    click.echo(f"Gabarit écrit\u00a0: {output}")
