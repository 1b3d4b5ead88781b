"""The first account of the coordination."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from coeurdeville.comptes.connexion import lien_de
from coeurdeville.comptes.nominations import nommer_coordination


class Command(BaseCommand):
    """Creates the account, or promotes it, and prints the link that lets it in once."""

    help = "Crée un compte de la coordination, ou donne ces droits à un compte, et affiche son lien de connexion."

    def add_arguments(self, parser: CommandParser) -> None:
        """An address, and a name."""
        parser.add_argument("courriel", help="Adresse électronique.")
        parser.add_argument("--nom", default="", help="Nom et prénom.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Create the account; refuse what is no address."""
        try:
            validate_email(options["courriel"])
        except ValidationError:
            raise CommandError(f"« {options['courriel']} » n’est pas une adresse électronique.") from None
        user = nommer_coordination(options["courriel"], options["nom"])
        self.stdout.write(f"{user.courriel} est membre de la coordination.")
        self.stdout.write("Ce lien connecte une fois, pendant 15 minutes, et fait activer la double authentification :")
        self.stdout.write(lien_de(user, "/compte/"))
