"""`django sauvegarder`: the whole site in one file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from coeurdeville.core.french import number, plural
from coeurdeville.core.problems import Refused
from coeurdeville.web.exploitation.backup import back_up


class Command(BaseCommand):
    """Backs the site up while it serves."""

    help = "Sauvegarde la base, les dossiers des villes et les résultats dans un fichier .tar.gz."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to write."""
        parser.add_argument("fichier", nargs="?", type=Path, help="Par défaut : sauvegarde-AAAA-MM-JJ-HHMM.tar.gz")

    def handle(self, *args: Any, **options: Any) -> None:
        """One file, named by the minute unless it is named."""
        target = options["fichier"] or Path(f"sauvegarde-{datetime.now():%Y-%m-%d-%H%M}.tar.gz")
        try:
            count = back_up(settings.DATA, target)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        size = number(target.stat().st_size / 1e6, 1)
        self.stdout.write(f"{target} : {plural(count, 'fichier')}, {size}\u00a0Mo.")
