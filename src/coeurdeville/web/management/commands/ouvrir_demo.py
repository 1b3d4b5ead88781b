"""`django ouvrir_demo`: spaces of fictional towns, their published diagnostics, and accounts to try them."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from coeurdeville.comptes.demonstration import make_accounts
from coeurdeville.espaces.lecture import communes_publiees
from coeurdeville.inventory.ville import open_ville


class Command(BaseCommand):
    """Does what is not done yet: it can be run again."""

    help = "Ouvre l’espace de villes fictives, publie leur diagnostic et crée des comptes d’essai."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which towns."""
        parser.add_argument("dossiers", nargs="+", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """The password is drawn each time and said once."""
        there, codes = communes_publiees(), []
        for folder in options["dossiers"]:
            code = open_ville(folder).commune
            codes.append(code)
            if code not in there:
                call_command("importer_dossier", folder, verbosity=0)
                call_command("calculer", code, publier=True, verbosity=0)
        password = secrets.token_urlsafe(9)
        self.stdout.write(f"Comptes d’essai, mot de passe {password} :")
        for courriel, what in make_accounts(codes, password):
            self.stdout.write(f"  {courriel} ({what})")
