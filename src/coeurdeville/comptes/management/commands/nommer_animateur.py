"""Animateurs of a perimeter."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from coeurdeville.comptes.nominations import nommer_animateur
from coeurdeville.core.problems import Refused


class Command(BaseCommand):
    """Gives an account a perimeter to look after."""

    help = "Donne à un compte, créé au besoin, un périmètre à animer : 02, R32, un SIREN, « programme »."

    def add_arguments(self, parser: CommandParser) -> None:
        """An address, a perimeter, a name."""
        parser.add_argument("courriel", help="Adresse électronique.")
        parser.add_argument("perimetre", help="Département, région (R32), SIREN, communes séparées par des virgules.")
        parser.add_argument("--nom", default="", help="Nom et prénom.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Name the animateur; refuse a perimeter that means nothing."""
        try:
            title = nommer_animateur(options["courriel"], options["perimetre"], options["nom"])
        except Refused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"{options['courriel']} anime : {title}.")
