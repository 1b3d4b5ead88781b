"""Editions of a small fictional town, established once; towns that published them, each in a store of its own."""

import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django import Settings

from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition, Espace
from coeurdeville.reports.editions import Established, establish
from coeurdeville.runs.store import Store

TODAY = date(2026, 11, 25)
ENTRY = "[[donnees]]"
Files = Mapping[str, bytes]
Publish = Callable[..., Edition]


@pytest.fixture(scope="session")
def files(established: Established) -> Files:
    """The edition of the town with all its data."""
    return established.files


@pytest.fixture(scope="session")
def poor(dossier: Path, store: Store, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The edition of the same town without trees: its services about trees did not run."""
    head, *entries = (dossier / "ville.toml").read_text("utf-8").split(ENTRY)
    kept = [one for one in entries if 'couche = "arbres"\n' not in one]
    folder = tmp_path_factory.mktemp("peu") / "dossier"
    shutil.copytree(dossier, folder)
    (folder / "ville.toml").write_text(ENTRY.join([head, *kept]), "utf-8")
    return establish(folder, store, TODAY).files


@pytest.fixture
def publish(db: None, tmp_path: Path, settings: Settings) -> Publish:
    """Keeps files as a public edition of a town."""
    settings.DATA = tmp_path / "site"
    cache.clear()

    def keep(content: Files, code: str = "00001", nom: str = "Valmorin", day: date = TODAY) -> Edition:
        town, _ = Espace.objects.get_or_create(commune=code, defaults={"nom": nom})
        name = editions().put(code, content, day)
        when = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        return Edition.objects.create(espace=town, identifiant=name, etablie_le=day, publiee_le=when)

    return keep
