"""A small fictional town, drawn once; a data folder of its own for each test; its space opened in it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from coeurdeville.demo.dossier import write_dossier
from coeurdeville.demo.town import make_town
from coeurdeville.espaces.models import Espace
from coeurdeville.espaces.ouverture import importer_dossier

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fictional town; never written to."""
    folder = tmp_path_factory.mktemp("ville") / "valmorin"
    write_dossier(make_town(buildings=200, seed=1), folder, TODAY)
    return folder


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
