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
@click.option("--couche", help="Seulement les sources de cette couche.")
def list_sources(couche: str | None) -> None:
    """Toutes les sources : celles qu’un code lit, puis celles qui sont seulement déclarées."""
    from coeurdeville.core.french import spaced
    from coeurdeville.layers.catalogue import kind_named
    from coeurdeville.sources.catalogue import sheets

    wanted = kind_named(couche) if couche else None
    found = [one for one in sheets().values() if wanted in (None, one.layer)]
    for title, read in (("Lues par le logiciel", True), ("Déclarées, pas encore lues", False)):
        if listed := [one for one in found if one.read is read]:
            click.secho(title, bold=True)
            for one in listed:
                click.echo(f"  {one.slug:32} {spaced(one.title)} ({one.publisher})")
                click.echo(f"  {'':32} couche {one.layer.slug}, {one.licence.title}, {spaced(one.covers)}")
                if read:
                    click.echo(f"  {'':32} demandée pour {one.partition.label}, {one.state}")
    if not found:
        click.echo("Aucune source nationale ne donne cette couche.")


@command.command("montrer")
@click.argument("source")
def show_source(source: str) -> None:
    """La fiche d’une source : producteur, accès, licence, millésime, rythme, emprise, pannes connues."""
    from coeurdeville.core.french import spaced
    from coeurdeville.sources.catalogue import sheet
    from coeurdeville.sources.sheet_lines import lines_of

    found = sheet(source)
    click.secho(spaced(found.title), bold=True)
    for label, text in lines_of(found):
        click.echo(f"  {label:22} {spaced(text)}")


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
