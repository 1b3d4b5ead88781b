"""Where the site keeps the folders of towns, their editions, the results of runs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from coeurdeville.inventory.revisions.depot import Depot
    from coeurdeville.reports.editions import Editions
    from coeurdeville.runs.store import Store


def depot(commune: str) -> Depot:
    """The revisions of a town's folder, whether there are some or none yet."""
    from coeurdeville.inventory.revisions.depot import Depot

    return Depot(_data() / "villes" / commune)


def editions() -> Editions:
    """The editions of every town."""
    return _editions(_data() / "editions")


def magasin() -> Store:
    """The results of runs of every town."""
    from coeurdeville.runs.store import Store

    return Store(_data() / "magasin")


def courriers(demande: int) -> Path:
    """The folder of what is kept of a request: its letter on paper, the file that came with the answer."""
    return _data() / "courriers" / str(demande)


def lectures(commune: str) -> Path:
    """The file where what came of reading a town's files is remembered."""
    return _data() / "lectures" / f"{commune}.json"


@cache
def _editions(folder: Path) -> Editions:
    from coeurdeville.reports.editions import Editions

    return Editions(folder)


def _data() -> Path:
    return Path(settings.DATA)
