"""`coeurdeville demo`: the whole main job on a fictional town, offline, then the site with it."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--dossier", type=click.Path(path_type=Path), default=Path("demo"), help="Où écrire la ville et ses résultats."
)
@click.option(
    "--batiments", type=click.IntRange(50, 200_000), default=4000, show_default=True, help="Taille de la ville."
)
@click.option(
    "--graine", type=click.IntRange(0), default=1, show_default=True, help="Une autre graine, une autre ville."
)
@click.option("--site", is_flag=True, help="Ouvrir ensuite le site, avec cette ville et deux autres.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Le port du site.")
def command(dossier: Path, batiments: int, graine: int, site: bool, port: int) -> None:
    """Dessiner une ville fictive, écrire son dossier comme celui d’une vraie ville, et faire son diagnostic."""
    import shutil
    from datetime import date

    from coeurdeville.cli.diagnosing import write_diagnostic
    from coeurdeville.core import french
    from coeurdeville.core.french import slug
    from coeurdeville.demo.dossier import write_dossier
    from coeurdeville.demo.season import write_told
    from coeurdeville.demo.town import make_town

    town = make_town(buildings=batiments, seed=graine)
    folder = dossier / f"{slug(town.name)}-{batiments}-{graine}"
    if folder.exists():
        shutil.rmtree(folder)
    click.echo(f"{town.name}, ville fictive de {french.plural(batiments, 'bâtiment')}.")
    if site:
        write_told(town, folder)
    else:
        write_dossier(town, folder, date.today())
    written = write_diagnostic(folder, dossier / "resultats")
    click.echo(f"Le dossier de la ville : {folder}")
    click.echo(written.said)
    for path in written.files:
        click.echo(f"  {path}")
    click.echo(f"Ce que cette ville peut faire tourner, et ce qui lui manque : coeurdeville deploiement ville {folder}")
    if site:
        from coeurdeville.cli.demo_site import open_demo

        open_demo(dossier, folder, port)
