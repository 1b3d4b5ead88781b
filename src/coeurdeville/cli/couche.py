"""`coeurdeville couche`: what layers there are, and their columns."""

from __future__ import annotations

import click


@click.group()
def command() -> None:
    """Les couches de données que le logiciel connaît."""


@command.command("liste")
def list_layers() -> None:
    """Toutes les couches : nom à écrire, titre."""
    from coeurdeville.layers.catalogue import layers

    for slug, kind in layers().items():
        click.echo(f"{slug:22} {kind.title}")


@command.command("montrer")
@click.argument("couche")
def show_layer(couche: str) -> None:
    """Les colonnes d’une couche : nom, sens, unité, bornes."""
    from coeurdeville.layers.catalogue import layer
    from coeurdeville.layers.contract.table import TableLayer

    kind = layer(couche)
    click.echo(kind.title)
    for column in kind.columns if issubclass(kind, TableLayer) else ():
        needed = "obligatoire" if column.required else "facultative"
        unit = f" ({column.unit})" if column.unit else ""
        click.echo(f"  {column.key:28} {column.title}{unit}, {needed}. {column.bounds}".rstrip())
