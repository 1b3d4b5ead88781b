"""`coeurdeville inventaire`: what data there is, who holds it, under which status, whom to ask."""

from __future__ import annotations

import click

from coeurdeville.cli.lazy import Lazy

COMMANDS = {
    "conformite": "Vérifier une donnée par la machine, et l’écrire dans l’inventaire.",
    "decouvrir": "Ce que la ville et son intercommunalité publient déjà, à confirmer.",
    "demander": "La lettre au détenteur d’une donnée, prête à signer.",
    "exporter": "L’inventaire dans une forme d’échange : SCDL, Etalab, collections, DCAT, classeur.",
    "gabarit": "Un classeur vide à remplir à la main, avec ses listes.",
    "importer": "Compléter l’inventaire à partir d’un fichier d’échange ou d’un classeur.",
    "montrer": "L’inventaire, ou une de ses données avec son histoire.",
    "ouverture": "Ce que les communes d’un périmètre publient, avec les dénominateurs.",
    "statut": "Noter un statut d’ouverture, ou la réponse du détenteur.",
}
"""Name -> short help."""


@click.group(cls=Lazy, package="coeurdeville.cli.inventaires", known=COMMANDS)
def command() -> None:
    """Quelles données il y a, qui les détient, sous quel statut, à qui les demander."""
