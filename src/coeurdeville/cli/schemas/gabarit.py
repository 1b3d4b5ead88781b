"""`coeurdeville schema gabarit`: an empty workbook for those who type."""

from __future__ import annotations

from pathlib import Path

import click

from coeurdeville.cli.source import ONLINE
from coeurdeville.core.problems import Kind, Refused

TAKEN = Kind(
    "gabarit-deja-la",
    "« {name} » existe déjà : rien n’y est écrit, il est peut-être rempli.",
    "Donner un autre nom à --sortie.",
)


@click.command()
@click.argument("schema")
@click.option(
    "--sortie", "output", type=click.Path(path_type=Path), help="Fichier à écrire ; sinon, le nom du schéma en .xlsx."
)
@ONLINE
def command(schema: str, output: Path | None, *, online: bool) -> None:
    """Un classeur vide à remplir, avec ses listes déroulantes et l’explication de chaque colonne."""
    from coeurdeville.cli.schemas.choosing import chosen
    from coeurdeville.core.french import slug
    from coeurdeville.core.writing import written_aside
    from coeurdeville.schemas.template import template

    found = chosen(schema, online=online)
    output = output or Path(f"{slug(found.name) or 'gabarit'}.xlsx")
    if output.exists():
        raise Refused([TAKEN(name=output.name)])
    with written_aside(output) as file:
        file.write(template(found))
    click.echo(f"Gabarit écrit\u00a0: {output}")
