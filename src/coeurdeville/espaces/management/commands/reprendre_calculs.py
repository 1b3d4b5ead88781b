"""Take again the runs whose worker died."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from coeurdeville.core.french import plural
from coeurdeville.espaces.calculs import reprendre


class Command(BaseCommand):
    """`reprendre_calculs`: run when a worker starts, then every minute."""

    help = "Remet dans la file les calculs dont le travailleur s’est arrêté, trois fois au plus."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say something only when there was something to do."""
        done = reprendre()
        if done.reprises or done.abandons:
            again, over = plural(done.reprises, "calcul repris", "calculs repris"), plural(done.abandons, "abandonné")
            self.stdout.write(f"{again}, {over}.")
