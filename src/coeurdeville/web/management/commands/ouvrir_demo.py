"""`django ouvrir_demo`: fictional towns, their diagnostics, season 2 told with them, and accounts to try it all."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from coeurdeville.comptes.demonstration import make_accounts, open_account
from coeurdeville.espaces.lecture import communes_publiees
from coeurdeville.espaces.ouverts import noms
from coeurdeville.inventory.ville import open_ville
from coeurdeville.programme.demonstration.recit import raconter, recit


class Command(BaseCommand):
    """Does what is not done yet: it can be run again."""

    help = "Ouvre l’espace de villes fictives, publie leur diagnostic, raconte une saison et crée des comptes d’essai."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which towns publish a diagnostic, which ones only answer the call."""
        parser.add_argument("dossiers", nargs="+", type=Path)
        parser.add_argument("--candidates", nargs="*", type=Path, default=())

    def handle(self, *args: Any, **options: Any) -> None:
        """The password is drawn each time and said once."""
        there = communes_publiees()
        shown = [self._open(folder, there) for folder in options["dossiers"]]
        known = noms(shown)
        candidates = [self._open(folder, {**there, **known}, publish=False) for folder in options["candidates"]]
        password = secrets.token_urlsafe(9)
        accounts = list(make_accounts([*shown, *candidates], password))
        accounts += _story([*shown, *candidates], password)
        self.stdout.write(f"Comptes d’essai, mot de passe {password} :")
        for courriel, what in accounts:
            self.stdout.write(f"  {courriel} ({what})")

    def _open(self, folder: Path, there: dict[str, str], *, publish: bool = True) -> str:
        """The space of the town of a folder, and its published diagnostic; its Insee code."""
        code = open_ville(folder).commune
        if code not in there and (publish or not noms([code])):
            call_command("importer_dossier", folder, verbosity=0)
            if publish:
                call_command("calculer", code, publier=True, verbosity=0)
        return code


def _story(codes: Sequence[str], password: str) -> Iterator[tuple[str, str]]:
    """Season 2, when its twelve towns are there; the accounts of its people."""
    named = noms(codes)
    if set(named) != set(recit()["villes"]):
        return
    for user, what in raconter(named).comptes():
        yield user.courriel, open_account(user, what, password)
