"""Layers, services, problems and commands: their pages say what the code says."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from coeurdeville.cli.main import group

ROOT = Path(__file__).parents[2]


def test_pages_are_up_to_date() -> None:
    """In a process of its own: what other tests declare is not in the pages."""
    ran = subprocess.run([sys.executable, "docs/generer", "--verifier"], cwd=ROOT, capture_output=True, check=False)
    told = (ran.stdout + ran.stderr).decode()
    assert ran.returncode == 0, f"{told}pour les mettre à jour : .venv/bin/python docs/generer"


def parameters(command: click.Command, path: str) -> list[tuple[str, str]]:
    """Each command with each of its options, also those that the page might forget."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        inner = {name: command.get_command(context, name) for name in command.list_commands(context)}
        return [one for name, found in inner.items() if found for one in parameters(found, f"{path} {name}")]
    options = [name for one in command.params if isinstance(one, click.Option) for name in one.opts]
    return [(path, option) for option in ("", *options)]


@pytest.mark.parametrize(("command", "option"), parameters(group, "coeurdeville"))
def test_every_command_and_option_is_told(command: str, option: str) -> None:
    _, heading, section = (ROOT / "docs" / "commandes.md").read_text("utf-8").partition(f"\n## {command}\n")
    assert heading
    assert not option or f"`{option}`" in section.partition("\n## ")[0]
