"""`django restaurer`: the site as it was when it was backed up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Refused
from coeurdeville.web.exploitation.restoring import restore


class Command(BaseCommand):
    """Restores into an empty folder; its tables need not be there."""

    help = "Restaure une sauvegarde dans un dossier de site vide, après l’avoir vérifiée."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """What to read."""
        parser.add_argument("fichier", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """All or nothing."""
        try:
            count = restore(options["fichier"], settings.DATA)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{plural(count, 'fichier')} dans {settings.DATA}. Vérifier ensuite : django preparer")
