"""Rules for every test: no socket, real data only where they are, a database made once."""

import hashlib
import os
import re
import shutil
import socket
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "coeurdeville"
MIRROR = Path(__file__).parents[2] / "shared" / "mirror"


@pytest.fixture(autouse=True)
def no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that opens a connection fails, with the address it wanted."""

    def refuse(_: socket.socket, address: object) -> None:
        raise AssertionError(f"a test opened a connection to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def mirror() -> Path:
    """The folder of real open data beside the project."""
    if not MIRROR.is_dir():
        pytest.skip("the folder of real data is not beside the project")
    return MIRROR


def template() -> Path:
    """Where a database with every table is kept from one run to the next, until a migration changes."""
    digest = hashlib.sha256("".join(map(version, ("django", "wagtail", "django-axes", "django-tasks-db"))).encode())
    for path in sorted(SOURCE.glob("*/migrations/*.py")):
        digest.update(path.read_bytes())
    return Path(tempfile.gettempdir()) / f"coeurdeville-base-{os.getuid()}-{digest.hexdigest()[:16]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_use_migrations: bool) -> bool:
    """Start from the kept database: going through two hundred migrations again would take most of a short run."""
    from django.conf import settings

    name = settings.DATABASES["default"].get("TEST", {}).get("NAME")
    if name is None or not django_db_use_migrations:
        return False
    if template().is_file():
        shutil.copyfile(template(), name)
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object, django_db_keepdb: bool) -> None:
    """Keep the database for the next run, when it was made in this one."""
    from django.db import connection

    if django_db_keepdb and not template().exists():
        aside = template().with_suffix(f".{os.getpid()}")
        with django_db_blocker.unblock(), connection.cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute(f"VACUUM INTO '{aside}'")
        aside.rename(template())


MISPRINT = re.compile(
    r"'"  # a straight apostrophe
    r"|  "
    r"|[^\u00a0\u202f][;!?%»]"  # no narrow space before
    r"|[^\u00a0]:(?!//)"
    r"|«[^\u00a0\u202f]"
    r"|\d (?:m|m²|cm|km|ha|ans|€)(?!\w)"
)


@pytest.fixture(scope="session")
def misprints() -> Callable[[str], list[str]]:
    """What a French text has against the rules of typography, with what is beside it; nothing when it is right."""
    return MISPRINT.findall
