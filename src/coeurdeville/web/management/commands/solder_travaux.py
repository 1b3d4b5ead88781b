"""`django solder_travaux`: tasks whose worker was killed are no longer said to be under way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import now
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from coeurdeville.core.french import plural

LONGEST = timedelta(hours=24)
"""No task lasts as long: its worker is dead. What it did is taken up again by its own rules (`reprendre_calculs`)."""


class Command(BaseCommand):
    """To be run every hour."""

    help = "Clôt les travaux dont le travailleur s’est arrêté sans le dire."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say something only when there was something to do."""
        lost = DBTaskResult.objects.running().filter(started_at__lt=now() - LONGEST)
        count = lost.update(status=TaskResultStatus.FAILED, finished_at=now())
        if count:
            self.stdout.write(plural(count, "travail clos", "travaux clos"))
