"""`django preparer`: what must be there before the site starts; it can be run again at any time."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from coeurdeville.web.exploitation.metrics import sweep
from coeurdeville.web.hosting import keep_base_private, keep_secret_key

STAMP = "statique.empreinte"


class Command(BaseCommand):
    """The key, the tables, the static files."""

    help = "Prépare le dossier du site : clé secrète, base de données, fichiers statiques."

    def handle(self, *args: Any, **options: Any) -> None:
        """Static files are copied again when the bundle, or a package that brings some, changed; counts start anew."""
        keep_secret_key(settings.DATA)
        if connection.vendor == "sqlite":
            keep_base_private(Path(connection.settings_dict["NAME"]))
        sweep()
        call_command("migrate", interactive=False, verbosity=0)
        stamp, now = settings.DATA / STAMP, _fingerprint()
        if not stamp.is_file() or stamp.read_text("ascii") != now:
            call_command("collectstatic", interactive=False, verbosity=0, clear=True)
            stamp.write_text(now, "ascii")
        self.stdout.write(f"Le site est prêt : {settings.DATA}")


def _fingerprint() -> str:
    """Hash of the bundle and of the versions of the packages that bring static files."""
    from importlib.metadata import version

    digest = hashlib.sha256("".join(map(version, ("wagtail", "django", "whitenoise"))).encode())
    for path in sorted(path for folder in settings.STATICFILES_DIRS for path in folder.rglob("*") if path.is_file()):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
