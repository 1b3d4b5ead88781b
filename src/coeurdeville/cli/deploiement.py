"""`coeurdeville deploiement`: which services can run where, what is missing, whom to ask, what to open first."""

from __future__ import annotations

import click

from coeurdeville.cli.lazy import Lazy

COMMANDS = {
    "debloquer": "Quelles données, ouvertes ou produites par qui, débloquent le plus de services.",
    "matrice": "Toutes les villes d’un périmètre, tous les services.",
    "service": "Un service : les villes où il peut tourner, ce qui bloque les autres.",
    "standardiser": "Les données qui gagneraient le plus à avoir un schéma commun.",
    "ville": "Une ville : chaque service, avec quoi, sans quoi, et que faire ensuite.",
}
"""Name -> short help."""


@click.group(cls=Lazy, package="coeurdeville.cli.deploiements", known=COMMANDS)
def command() -> None:
    """Où chaque service peut tourner, ce qui manque, qui le détient, quoi ouvrir d’abord."""
