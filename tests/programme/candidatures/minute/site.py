"""A site of its own for what needs several processes: its data, its database, two hundred towns ready to deposit."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

TESTS = Path(__file__).parents[3]
TOWNS = 200
SECOND_MEMBER = 10
"""One town in so many has a second member who deposits too."""


@contextmanager
def around(folder: Path, tables: Path | None) -> Iterator[dict[str, str]]:
    """The environment of a site whose tables are made: those copied, or a database of its own on PostgreSQL."""
    env = {**os.environ, "COEURDEVILLE_TESTS": str(folder), "PYTHONPATH": str(TESTS), "PYTEST_XDIST_WORKER": "site",
           "DJANGO_SETTINGS_MODULE": "site_settings"}  # fmt: skip
    (folder / "site").mkdir(parents=True)
    if tables is not None:
        shutil.copyfile(tables, folder / "site" / "base.sqlite3")
        yield env
        return
    given = os.environ["DATABASE_URL"]
    name = f"minute_{os.getpid()}_{folder.name.replace('-', '_')}"[:60].lower()
    env["DATABASE_URL"] = urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
    model = os.environ.get("COEURDEVILLE_MODELE", "")
    _postgres(given, f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{model}"' if model else ""))
    try:
        if not model:
            run(env, "-m", "django", "migrate", "-v0")
        yield env
    finally:
        _postgres(given, f'DROP DATABASE "{name}" WITH (FORCE)')


def run(env: dict[str, str], *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """A Python process of the site, to its end."""
    return subprocess.run([sys.executable, *arguments], env=env, capture_output=True, text=True, check=check)


def towns(count: int = TOWNS) -> list[dict[str, Any]]:
    """Fill the database: towns, their pairs, sessions open, candidatures complete. What each browser must know."""
    from programme.candidatures.dossier import ANSWERS
    from programme.monde import call

    from coeurdeville.comptes.models import Membre, Utilisateur
    from coeurdeville.comptes.roles import Role
    from coeurdeville.espaces.models import Espace
    from coeurdeville.programme.models import Candidature, Reponse

    codes = [f"00{rank:03d}" for rank in range(1, count + 1)]
    appel = call(perimetre="00001")
    Espace.objects.bulk_create(Espace(commune=code, nom=f"Ville {code}") for code in codes)
    for role in (Role.REFERENT, Role.CORRESPONDANT):
        users = Utilisateur.objects.bulk_create(Utilisateur(courriel=f"{role}-{code}@essai.example") for code in codes)
        Membre.objects.bulk_create(
            Membre(utilisateur=user, commune=code, role=role) for user, code in zip(users, codes, strict=True)
        )
    found = Candidature.objects.bulk_create(Candidature(appel=appel, commune=one, nom=f"Ville {one}") for one in codes)
    Reponse.objects.bulk_create(
        Reponse(candidature=one, champ=champ, valeur=valeur) for one in found for champ, valeur in ANSWERS.items()
    )
    return [{"pk": one.pk, "commune": one.commune, "sessions": _sessions(one.commune)} for one in found]


def _sessions(commune: str) -> list[str]:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from coeurdeville.comptes.models import Utilisateur

    keys = []
    for user in Utilisateur.objects.filter(membres__commune=commune).order_by("pk"):
        store = SessionStore()
        store[SESSION_KEY], store[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
        store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        store.save()
        keys.append(str(store.session_key))
    return keys


def _postgres(url: str, order: str) -> None:
    code = f"import psycopg; psycopg.connect({url!r}, autocommit=True).execute({order!r})"
    subprocess.run([sys.executable, "-c", code], check=True)
