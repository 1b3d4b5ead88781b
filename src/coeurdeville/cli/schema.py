"""`coeurdeville schema`: check a file, find its columns, repair it, open it, propose a schema."""

from __future__ import annotations

import click

from coeurdeville.cli.lazy import Lazy

COMMANDS = {
    "exemple": "Un fichier d’exemple conforme à un schéma.",
    "gabarit": "Un classeur vide à remplir, avec ses listes déroulantes.",
    "liste": "Les schémas connus.",
    "montrer": "Les colonnes d’un schéma : ce qu’elles contiennent, ce qui est obligatoire.",
    "proposer": "Un schéma proposé d’après les fichiers de plusieurs villes.",
    "rapprocher": "Quelle colonne du fichier est laquelle du schéma : proposé, expliqué, à confirmer.",
    "reparer": "Un fichier conforme, les lignes rejetées, le journal des changements, le paquet à publier.",
    "valider": "Dire tout ce qui n’est pas conforme dans un fichier.",
}
"""Name -> short help."""


@click.group(cls=Lazy, package="coeurdeville.cli.schemas", known=COMMANDS)
def command() -> None:
    """Vérifier un fichier avec un schéma, le réparer, l’ouvrir ; proposer un schéma."""
