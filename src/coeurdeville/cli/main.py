"""`coeurdeville`: the commands, found by name and imported when they are called, so that help is instant."""

from __future__ import annotations

import gc
import sys

import click

from coeurdeville.cli.lazy import Lazy

RARELY = (100_000, 50, 1000)
"""A command is short and makes many objects that live to its end: looking for dead ones is a tenth of its time."""
COMMANDS = {
    "commune": "Chercher une commune par son nom, son code postal ou son code.",
    "couche": "Les couches de données que le logiciel connaît.",
    "demo": "Le diagnostic complet d’une ville fictive, hors ligne.",
    "deploiement": "Où chaque service peut tourner, ce qui manque, quoi ouvrir d’abord.",
    "diagnostic": "Le diagnostic d’une ville, à partir de son dossier.",
    "inventaire": "Quelles données il y a, qui les détient, à qui les demander.",
    "probleme": "Des problèmes locaux aux services, et aux données.",
    "schema": "Les schémas de données : vérifier un fichier, le réparer, l’ouvrir, proposer un schéma.",
    "service": "Les services de données : liste, fiche, calcul.",
    "site": "Le site : pages publiques, espace des villes, API et travail de fond.",
    "source": "Les données que la ville n’a pas : liste, recherche en ligne.",
    "ville": "Le dossier d’une ville : le créer, y ajouter des données, le vérifier.",
}
"""Name -> short help. Each is the function `command` of the module of the same name."""


@click.group(
    cls=Lazy,
    package="coeurdeville.cli",
    known=COMMANDS,
    context_settings={"help_option_names": ["-h", "--aide", "--help"]},
)
@click.version_option(package_name="coeurdeville", message="coeurdeville %(version)s")
def group() -> None:
    """Des données d’une ville moyenne à des services que toute autre ville peut redéployer."""


def main() -> None:
    """Run a command; what stops it is said in French on standard error, never by a traceback.

    Exit status: 1 when it is refused, 2 when the command line is wrong, 130 when it is interrupted.
    """
    gc.set_threshold(*RARELY)
    try:
        sys.exit(group.main(prog_name="coeurdeville", standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrompu : rien n’a été laissé à moitié écrit.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:
        from coeurdeville.cli.faults import problems_of
        from coeurdeville.cli.telling import tell

        problems = problems_of(error)
        if not problems:
            raise
        tell(problems)
        sys.exit(2 if isinstance(error, click.UsageError) else 1)
