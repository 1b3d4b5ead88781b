"""Rules for every test: no socket, real data only where they are, a database, a town and its edition made once."""

import hashlib
import os
import re
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from coeurdeville.reports.editions import Established
    from coeurdeville.runs.store import Store

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

SOURCE = Path(__file__).parents[1] / "src" / "coeurdeville"
MIRROR = Path(__file__).parents[2] / "shared" / "mirror"
TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that opens a connection fails, with the address it wanted."""

    def refuse(_: socket.socket, address: object) -> None:
        raise AssertionError(f"a test opened a connection to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


TOGETHER = {
    "tests/browser/": "site",
    "tests/reports/editions/": "edition",
    "tests/web/espace/travaux/": "edition",
    "tests/web/public/opendata/": "edition",
    "tests/web/public/town/": "edition",
}
"""Folders whose tests share what is long to make, and its name."""


def world(nodeid: str) -> str:
    """What goes to one worker with a test: its file, or all that share the same world."""
    file = nodeid.partition("::")[0]
    return next((name for folder, name in TOGETHER.items() if file.startswith(folder)), file)


class OneWorldEach(LoadScopeScheduling):
    """Groups by marks are lost by xdist 3.8 under pytest 9.2, without a word: these are by place."""

    def _split_scope(self, nodeid: str) -> str:
        return world(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneWorldEach:
    """Whatever `--dist` says; the order is that of the collection."""
    config.option.loadscopereorder = False
    return OneWorldEach(config, log)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """The long ones start first, so that no worker waits for the other; files that empty the tables come last."""
    yield
    first = {"edition", *(world(item.nodeid) for item in items if item.get_closest_marker("slow"))}
    last = {world(item.nodeid) for item in items if _empties(item)}
    items.sort(key=lambda item: (world(item.nodeid) in last, _empties(item), world(item.nodeid) not in first))


def _empties(item: pytest.Item) -> bool:
    """Whether the tables are empty after it: what migrations put there is gone."""
    mark = item.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction"))


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """No test is given a page of another: databases that are rolled back look alike."""
    keeping = sys.modules.get("coeurdeville.web.exploitation.keeping")
    if keeping is not None:
        keeping.SHELF.clear()


@pytest.fixture(scope="session")
def mirror() -> Path:
    """The folder of real open data beside the project."""
    if not MIRROR.is_dir():
        pytest.skip("the folder of real data is not beside the project")
    return MIRROR


def template() -> Path:
    """Where a database with every table is kept from one run to the next, until a migration changes."""
    from django.conf import settings

    digest = hashlib.sha256("".join(map(version, ("django", "wagtail", "django-axes", "django-tasks-db"))).encode())
    digest.update("".join(settings.INSTALLED_APPS).encode())
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


@pytest.fixture(scope="session")
def tables(django_db_setup: None) -> Path:
    """A SQLite database with every table, to be copied where a site starts in a process of its own."""
    if not template().is_file():
        pytest.skip("the tables were made in another kind of database")
    return template()


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fictional town of 200 buildings; never written to."""
    from coeurdeville.demo.dossier import write_dossier
    from coeurdeville.demo.town import make_town

    folder = tmp_path_factory.mktemp("ville") / "dossier"
    write_dossier(make_town(buildings=200, seed=1), folder, TODAY)
    return folder


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> "Store":
    """Where the results of that town are kept."""
    from coeurdeville.runs.store import Store

    return Store(tmp_path_factory.mktemp("magasin"))


@pytest.fixture(scope="session")
def established(dossier: Path, store: "Store") -> "Established":
    """The edition of that town."""
    from coeurdeville.reports.editions import establish

    return establish(dossier, store, TODAY)


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
