"""`coeurdeville source`: data that a town does not hold."""

from __future__ import annotations

from pathlib import Path

import click

ONLINE = click.option(
    "--en-ligne", "online", is_flag=True, envvar="COEURDEVILLE_EN_LIGNE", help="Autoriser les demandes sur internet."
)
"""Off by default: nothing leaves the machine unless it is said."""


@click.group()
def command() -> None:
    """Les données que la ville n’a pas et qu’un producteur national diffuse."""


@command.command("liste")
def list_sources() -> None:
    """Toutes les sources : couche, producteur, licence, étendue, vérification."""
    from coeurdeville.sources.catalogue import sources

    for slug, source in sources().items():
        click.echo(f"{slug:24} {source.title} ({source.publisher})")
        click.echo(f"{'':24} couche {source.layer.slug}, {source.licence.title}, {source.covers}")
        click.echo(f"{'':24} demandée pour {source.partition.label}, {source.state}")


@command.command("chercher")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("source")
@ONLINE
def fetch(dossier: Path, source: str, *, online: bool) -> None:
    """Chercher une donnée pour la ville et la garder dans son dossier, avec sa provenance."""
    from coeurdeville.cli.sourcing import fetch_into, open_net
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import plural
    from coeurdeville.sources.catalogue import source as source_named

    wanted = source_named(source)
    with open_net(dossier, online=online) as net:
        fetched = fetch_into(dossier, wanted, net)
    tell(fetched.problems)
    donnee = fetched.donnee
    click.secho(f"Donnée « {donnee.id} » ajoutée (couche {donnee.couche}).", bold=True)
    click.echo(f"  {plural(fetched.objects, 'objet')}, {donnee.licence.title}, {donnee.millesime}")
    for sentence in fetched.assumptions:
        click.echo(f"  {sentence}")
    if fetched.serves != donnee.id:
        click.echo(f"  Les services lisent toujours « {fetched.serves} », qui la précède dans ville.toml.")
