"""Rebuild the index of towns from their folders."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.index import reindexer
from coeurdeville.espaces.models import Espace


class Command(BaseCommand):
    """`reindexer`: done twice, it changes nothing the second time."""

    help = "Reconstruit l’index des villes d’après leurs dossiers."

    def handle(self, *args: Any, **options: Any) -> None:
        """Every town; one whose folder cannot be read is said, and the others go on."""
        codes = list(Espace.objects.order_by("commune").values_list("commune", flat=True))
        for code in codes:
            try:
                reindexer(code)
            except Refused as refused:
                self.stderr.write(f"{code} : {refused}")
        self.stdout.write(f"{plural(len(codes), 'ville')} dans l’index.")
