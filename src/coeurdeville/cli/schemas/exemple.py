"""`coeurdeville schema exemple`: a small conforming file."""

from __future__ import annotations

from pathlib import Path

import click

from coeurdeville.cli.source import ONLINE


@click.command()
@click.argument("schema")
@click.option("--sortie", "output", type=click.Path(path_type=Path), help="Fichier à écrire ; sinon, il est affiché.")
@ONLINE
def command(schema: str, output: Path | None, *, online: bool) -> None:
    """Un fichier d’exemple conforme à un schéma, en CSV."""
    from coeurdeville.cli.schemas.choosing import chosen
    from coeurdeville.core.writing import written_aside
    from coeurdeville.schemas.example import example

    text = example(chosen(schema, online=online))
    if output is None:
        click.echo(text, nl=False)
        return
    with written_aside(output) as file:
        file.write(text.encode())
    click.echo(f"Exemple écrit\u00a0: {output}")
