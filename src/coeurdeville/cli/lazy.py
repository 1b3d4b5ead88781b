"""Groups whose commands are imported when they are called, so that help is instant."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click


class Lazy(click.Group):
    """A group that knows its commands by their names and short help only."""

    def __init__(self, *args: Any, package: str, known: Mapping[str, str], **kwargs: Any) -> None:
        """`known`: name -> short help; each is the function `command` of the module of that name in `package`."""
        super().__init__(*args, **kwargs)
        self.package, self.known = package, known

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands."""
        return sorted(self.known)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, imported; None when there is none of this name."""
        if name not in self.known:
            return None
        command: click.Command = importlib.import_module(f"{self.package}.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commandes"):
            formatter.write_dl(sorted(self.known.items()))
