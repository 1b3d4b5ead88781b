"""`coeurdeville schema montrer`: a schema in plain French."""

from __future__ import annotations

import click

from coeurdeville.cli.source import ONLINE


@click.command()
@click.argument("schema")
@ONLINE
def command(schema: str, *, online: bool) -> None:
    """Les colonnes d’un schéma : ce qu’elles contiennent, ce qui est obligatoire, un exemple."""
    from coeurdeville.cli.schemas.choosing import chosen
    from coeurdeville.core.french import capital
    from coeurdeville.schemas.in_french import content_words, example_text, key_words, rules

    found = chosen(schema, online=online)
    _say(f"{found.title or found.name} {found.version}", bold=True)
    _say(str(found.descriptor.get("description") or ""))
    for one in found.fields:
        click.echo()
        _say(f"{one.name}{' *' if one.required else ''}  {one.title}", bold=True)
        _say(f"    {capital(content_words(one))} ; {' ; '.join(rules(one))}")
        _say(f"    {one.description}")
        _say(f"    Exemple : {example_text(one)}" if example_text(one) else "")
    click.echo()
    _say(f"* obligatoire. {key_words(found)}")


def _say(text: str, *, bold: bool = False) -> None:
    """A line, unless it is empty; what a schema holds cannot act on the terminal."""
    from coeurdeville.core.french import spaced
    from coeurdeville.schemas.legible import LONG, legible

    if text.strip():
        click.secho(spaced(legible(" ".join(text.rstrip().splitlines()), 4 * LONG)), bold=bold)
