"""Towns that published a diagnostic, as the database knows them; no file of theirs is in the store."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from coeurdeville.espaces.models import Edition, Espace

TOWNS = (("02691", "Saint-Quentin"), ("35236", "Redon"), ("00001", "Valmorin"))


@pytest.fixture
def publications(db: None, tmp_path: Path, settings: Settings) -> Callable[[int], list[Edition]]:
    """As many towns as are asked for, up to three, each with one public edition; the last is fictional."""
    settings.DATA = tmp_path / "site"

    def publish(count: int) -> list[Edition]:
        return [_publish(code, name, rank + 1) for rank, (code, name) in enumerate(TOWNS[:count])]

    return publish


def _publish(code: str, name: str, day: int) -> Edition:
    town, _ = Espace.objects.get_or_create(commune=code, defaults={"nom": name})
    return Edition.objects.create(
        espace=town,
        identifiant=f"2026-11-0{day}",
        etablie_le=date(2026, 11, day),
        publiee_le=datetime(2026, 11, day, 12, tzinfo=UTC),
    )
