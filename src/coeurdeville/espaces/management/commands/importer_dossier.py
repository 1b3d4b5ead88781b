"""Open a space from a town folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from coeurdeville.core.problems import Refused
from coeurdeville.espaces.ouverture import importer_dossier


class Command(BaseCommand):
    """`importer_dossier <folder|zip>`."""

    help = "Ouvre l’espace d’une ville à partir de son dossier, ou d’un fichier .zip de ce dossier."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to read, and who signs the revision."""
        parser.add_argument("dossier", type=Path)
        parser.add_argument("--auteur", default="import", help="Qui signe la révision.")

    def handle(self, *args: Any, **options: Any) -> None:
        """The folder becomes the last revision of its town."""
        try:
            espace = importer_dossier(options["dossier"], options["auteur"])
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{espace} : révision {espace.revision}.")
