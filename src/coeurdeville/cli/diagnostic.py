"""`coeurdeville diagnostic`: every service that can run, and the report."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--sortie", type=click.Path(path_type=Path), default=Path("resultats"), help="Dossier des résultats.")
def command(dossier: Path, sortie: Path) -> None:
    """Le diagnostic d’une ville : page, PDF, cartes, tableaux. Ce qui a déjà été calculé ne l’est pas de nouveau."""
    from coeurdeville.cli.diagnosing import write_diagnostic

    written = write_diagnostic(dossier, sortie)
    click.echo(written.said)
    for path in written.files:
        click.echo(f"  {path}")
