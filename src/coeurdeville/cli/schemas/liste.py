"""`coeurdeville schema liste`: the schemas that can be named."""

from __future__ import annotations

import click

from coeurdeville.cli.source import ONLINE


@click.command()
@ONLINE
def command(*, online: bool) -> None:
    """Les schémas connus : ceux du logiciel, et avec --en-ligne ceux du catalogue national."""
    from coeurdeville.core.french import spaced
    from coeurdeville.schemas.catalogue import schema_titles

    for name, title in schema_titles().items():
        click.echo(f"{name:24} {title}")
    if online:
        _national()
    else:
        click.echo(spaced("Un schéma national se nomme « producteur/nom » ; --en-ligne en donne la liste."))


def _national() -> None:
    from coeurdeville.cli.schemas.choosing import answers
    from coeurdeville.cli.telling import tell
    from coeurdeville.net.net import Net
    from coeurdeville.schemas.national import TABLE, national_entries

    with Net.online(answers()) as net:
        entries = national_entries(net)
    tell(net.notes)
    for name, one in sorted(entries.items()):
        if one.kind == TABLE:
            click.echo(f"{name}@{one.latest}  {one.title}")
