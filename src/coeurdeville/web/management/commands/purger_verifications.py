"""`django purger_verifications`: delete the files that visitors had checked more than a day ago."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from coeurdeville.core.french import plural
from coeurdeville.web.public.schemas.checking.kept import purge


class Command(BaseCommand):
    """To be run every hour; a page that is over is deleted when it is opened too."""

    help = "Efface les fichiers vérifiés en ligne dont le délai est passé."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how many."""
        self.stdout.write(plural(purge(), "vérification effacée", "vérifications effacées"))
