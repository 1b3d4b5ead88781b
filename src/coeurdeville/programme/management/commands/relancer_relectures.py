"""`django relancer_relectures`: reminders of late reviews, requests to towns whose limit has passed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from coeurdeville.programme.instructions.complements import clore_echus
from coeurdeville.programme.instructions.rappels import relancer_en_retard


class Command(BaseCommand):
    """What falls due in the review of calls. Run it daily: a reviewer is reminded once a week at most."""

    help = "Relance les relectures en retard, et reprend sans le complément les candidatures dont la limite est passée."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say how many of each, when there were some."""
        reviews, limits = relancer_en_retard(), clore_echus()
        if reviews or limits:
            self.stdout.write(f"Relectures relancées : {reviews}. Compléments échus : {limits}.")
