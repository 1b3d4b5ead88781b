"""Announce and delete what towns wrote, when its time has come."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from coeurdeville.core.french import plural
from coeurdeville.programme.candidatures.conservation import conserver


class Command(BaseCommand):
    """`conserver`: to be run every day."""

    help = "Annonce un mois avant, puis supprime, les réponses des candidatures dont la durée de conservation s’achève."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what was done."""
        done = conserver()
        for words, those in (("suppression annoncée", done.annoncees), ("réponses supprimées", done.supprimees)):
            for one in those:
                self.stdout.write(f"{one}, {one.appel} : {words}.")
        if done.annoncees or done.supprimees:
            total = plural(len(done.annoncees), "annonce"), plural(len(done.supprimees), "suppression")
            self.stdout.write(f"{total[0]}, {total[1]}.")
