"""Make the diagnostic of a town now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from coeurdeville.core.problems import Refused
from coeurdeville.espaces.calculs import demander
from coeurdeville.espaces.menee import mener
from coeurdeville.espaces.models import Calcul, Espace, Etat
from coeurdeville.espaces.problemes import relus
from coeurdeville.espaces.publication import publier


class Command(BaseCommand):
    """`calculer <code> [--publier]`: in this process, without the worker."""

    help = "Établit le diagnostic de la dernière révision d’une ville, ici même, et peut le publier."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which town, and whether everybody may read it."""
        parser.add_argument("code", help="Code Insee d’une ville qui a un espace.")
        parser.add_argument("--publier", action="store_true", help="Publier l’édition établie.")

    def handle(self, *args: Any, **options: Any) -> None:
        """One that runs already elsewhere is left to it."""
        espace = Espace.objects.filter(commune=options["code"]).first()
        if espace is None:
            raise CommandError(f"La ville {options['code']} n’a pas d’espace : importer_dossier en ouvre un.")
        done = self._done(espace)
        for problem in relus(done.problemes):
            self.stderr.write(str(problem))
        if done.etat != Etat.FAIT:
            raise CommandError(str(done))
        edition = done.editions.get()
        if options["publier"]:
            publier(edition, None)
        self.stdout.write(f"{espace} : édition {edition.identifiant}.")

    def _done(self, espace: Espace) -> Calcul:
        try:
            calcul = demander(espace, None, aussitot=True)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        mener(calcul.pk)
        calcul.refresh_from_db()
        return calcul
