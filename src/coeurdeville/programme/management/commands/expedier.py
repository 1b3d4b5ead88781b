"""`django expedier`: sends the messages that are ready."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from coeurdeville.programme.courrier.envoi import denouer, expedier


class Command(BaseCommand):
    """Done every minute by the worker."""

    requires_system_checks = ()
    help = "Envoie les messages du programme qui sont prêts ; signale ceux dont on ne sait pas s’ils sont partis."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many left, when there were some."""
        lost, sent = denouer(), expedier()
        if lost or sent:
            self.stdout.write(f"Partis : {sent} ; peut-être partis, à vérifier : {lost}")
