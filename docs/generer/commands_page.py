"""docs/commandes.md: every command with its arguments and its options."""

from collections.abc import Iterator
from pathlib import Path

import click
from writing import NOTE, table

from coeurdeville.cli.main import group

BEFORE = """\
`--aide` après n’importe quelle commande en rappelle l’usage ; `coeurdeville --version` donne la version. Une commande
finit avec le code 0 si tout va bien, 1 si les données sont refusées, 2 si elle est mal écrite, 130 si on l’interrompt.
Ce qui est refusé est dit en français, avec un code expliqué dans [erreurs.md](erreurs.md), et rien n’est laissé à
moitié écrit."""


def commands_page() -> Iterator[str]:
    """The page."""
    yield from ("# Les commandes", NOTE, BEFORE)
    context = click.Context(group, info_name="coeurdeville")
    for name in group.list_commands(context):
        yield from section(name, group.get_command(context, name), context)


def section(name: str, command: click.Command | None, parent: click.Context) -> Iterator[str]:
    """A command; a group is told by its own commands."""
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent)
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            yield from section(inner, command.get_command(context, inner), context)
        return
    yield f"## {context.command_path}"
    yield " ".join((command.help or "").split())
    yield f"```sh\n{' '.join((context.command_path, *_usage(command)))}\n```"
    options = [one for one in command.params if isinstance(one, click.Option)]
    if options:
        yield table(("option", "effet", "par défaut"), map(_option, options))


def _usage(command: click.Command) -> Iterator[str]:
    """Arguments, then the options that cannot be left out."""
    options = [one for one in command.params if isinstance(one, click.Option)]
    yield from ((one.name or "").upper() for one in command.params if isinstance(one, click.Argument))
    yield from (f"{one.opts[-1]} {one.opts[-1].lstrip('-').upper()}" for one in options if one.required)
    if any(not one.required for one in options):
        yield "[options]"


def _option(one: click.Option) -> tuple[str, ...]:
    names = ", ".join(f"`{name}`" for name in (*one.opts, *one.secondary_opts))
    told = isinstance(one.default, (str, int, Path)) and one.default != "" and not one.is_flag
    variable = f" Variable d’environnement : `{one.envvar}`." if one.envvar else ""
    return names, f"{one.help}{variable}", f"`{one.default}`" if told else ""
