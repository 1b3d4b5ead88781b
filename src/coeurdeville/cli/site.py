"""`coeurdeville site`: the site and its worker, in one command, for one machine."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Le port à écouter.")
@click.option("--hote", default="127.0.0.1", show_default=True, help="L’adresse à écouter ; 0.0.0.0 pour toutes.")
@click.option(
    "--donnees", type=click.Path(path_type=Path, file_okay=False), default=None,
    help="Le dossier du site : base, dossiers des villes, résultats. [défaut : COEURDEVILLE_DONNEES, sinon site]",
)  # fmt: skip
@click.option(
    "--processus", type=click.IntRange(1, 64), default=2, show_default=True,
    help="Combien de processus servent les pages, chacun avec quatre fils.",
)  # fmt: skip
def command(port: int, hote: str, donnees: Path | None, processus: int) -> None:
    """Ouvrir le site : les pages publiques, l’espace des villes, l’API, et le travail de fond qui fait les calculs.

    Tout est gardé dans un dossier. Pour une mise en service : docs/exploitation.md.
    """
    from coeurdeville.cli.serving import prepare, serve, surroundings

    around = surroundings(hote, port, donnees)
    prepare(around)
    click.echo(f"Le site : {around['COEURDEVILLE_ADRESSE']} (Ctrl+C pour l’arrêter)")
    serve(hote, port, processus, around)
