"""`django rappeler`: letters to the pairs whose project has something due."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from coeurdeville.core.french import plural
from coeurdeville.programme.experimentations.rappels import rappeler


class Command(BaseCommand):
    """Writes the reminders of the day. Run it daily: what was said once is not said again before a month."""

    help = "Écrit aux binômes ce qui est attendu dans leur expérimentation : étapes, livrables, journal, rôles vacants."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, and say how many letters there are, if any."""
        count = rappeler()
        if count:
            self.stdout.write(f"Rappels : {plural(count, 'lettre préparée', 'lettres préparées')}.")
