"""Rebuild the index of towns from their folders."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.index import rattraper, reindexer
from coeurdeville.espaces.models import Espace


class Command(BaseCommand):
    """`reindexer`: done twice, it changes nothing the second time."""

    help = "Reconstruit l’index des villes d’après leurs dossiers."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which towns."""
        parser.add_argument("--en-retard", action="store_true", help="Celles seules que leur index ne suit plus.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Every town; one whose folder cannot be read is said, and the others go on."""
        towns = list(Espace.objects.order_by("commune"))
        for espace in towns:
            try:
                rattraper(espace) if options["en_retard"] else reindexer(espace.commune)
            except Refused as refused:
                self.stderr.write(f"{espace.commune} : {refused}")
        self.stdout.write(f"{plural(len(towns), 'ville')} dans l’index.")
