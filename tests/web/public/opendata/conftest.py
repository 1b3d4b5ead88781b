"""An edition of a small fictional town, established once, published under as many towns as are asked for."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition, Espace
from coeurdeville.reports.editions import Established

TODAY = date(2026, 11, 25)
TOWNS = (("00001", "Valmorin"), ("00002", "Amont"), ("00003", "Aval"))
Publish = Callable[[int], list[Edition]]


@pytest.fixture(scope="session")
def files(established: Established) -> Mapping[str, bytes]:
    """The files of the edition."""
    return established.files


@pytest.fixture
def publish(db: None, tmp_path: Path, settings: Settings, files: Mapping[str, bytes]) -> Publish:
    """Up to three towns with a public edition."""
    settings.DATA = tmp_path / "site"
    return lambda count: [_published(code, name, files) for code, name in TOWNS[:count]]


def _published(code: str, name: str, files: Mapping[str, bytes]) -> Edition:
    town = Espace.objects.create(commune=code, nom=name)
    identifier = editions().put(code, files, TODAY)
    when = datetime(2026, 11, 26, 12, tzinfo=UTC)
    return Edition.objects.create(espace=town, identifiant=identifier, etablie_le=TODAY, publiee_le=when)
