"""A data folder of its own for each test; the space of the fictional town opened in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from coeurdeville.espaces.models import Espace
from coeurdeville.espaces.ouverture import importer_dossier


@pytest.fixture
def donnees(tmp_path: Path, settings: Settings) -> Path:
    """The data folder of the site."""
    settings.DATA = tmp_path / "site"
    return settings.DATA


@pytest.fixture
def espace(db: None, donnees: Path, dossier: Path) -> Espace:
    """The space of the fictional town, at its first revision."""
    return importer_dossier(dossier, "Ada Test")


@pytest.fixture
def villes(db: None, donnees: Path) -> Callable[[int], list[Espace]]:
    """As many spaces as are asked for, of real towns, with an empty inventory."""
    from coeurdeville.espaces.ouverture import ouvrir_espace

    codes = ("02691", "02722", "02168")
    return lambda count: [ouvrir_espace(code, "Ada Test") for code in codes[:count]]
