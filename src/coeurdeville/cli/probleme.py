"""`coeurdeville probleme`: from a local problem to services, to data."""

from __future__ import annotations

import click

from coeurdeville.cli.lazy import Lazy

COMMANDS = {
    "ajouter": "Noter un problème de la ville, dans les mots de qui le porte.",
    "liste": "Tous les problèmes connus, par thème, et combien de services y répondraient.",
    "montrer": "Un problème : qui le porte, ce qui se fait déjà, les services et les données qui aideraient.",
}
"""Name -> short help."""


@click.group(cls=Lazy, package="coeurdeville.cli.problemes", known=COMMANDS)
def command() -> None:
    """Des problèmes locaux aux services, et aux données."""
