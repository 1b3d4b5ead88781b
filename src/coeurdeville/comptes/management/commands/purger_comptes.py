"""What the site has kept long enough."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from coeurdeville.comptes.invitations import oublier as oublier_invitations
from coeurdeville.comptes.journal import oublier as oublier_journal
from coeurdeville.comptes.verrou import oublier as oublier_essais
from coeurdeville.core.french import plural


class Command(BaseCommand):
    """Deletes deeds of more than a year, old invitations, failures of passwords, sessions that ended. Run it daily."""

    help = "Efface ce qui a passé sa durée de conservation : journal, invitations, essais de mot de passe, sessions."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and say how much."""
        call_command("clearsessions")
        gone = (
            plural(oublier_journal(), "ligne du journal", "lignes du journal"),
            plural(oublier_invitations(), "invitation"),
            plural(oublier_essais(), "essai de mot de passe", "essais de mot de passe"),
        )
        self.stdout.write(f"Effacés : {', '.join(gone)}.")
