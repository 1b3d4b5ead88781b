"""Real towns, made of real files through the inventory as an officer would."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.problems import Level
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.offre import Offre, offer_of
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import create_ville, open_ville
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.territory import Territory

RealTown = tuple[Territory, Offre]
"""The ground of a town, and the layers of its folder."""


@pytest.fixture(scope="session")
def real_folder(mirror: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Make the folder of a commune: its outline, then each file with its layer (None: the file says it)."""

    def make(code: str, *files: tuple[Path, str | None], **constants: str) -> Path:
        folder = tmp_path_factory.mktemp(code) / "ville"
        create_ville(folder, commune_of(code), date(2026, 11, 23))
        outlines = mirror / "reference" / "contours_1000m" / f"communes-1000m-{code[:2]}.geojson"
        add_file(folder, outlines, "contour")
        for path, layer in files:
            add_file(folder, path, layer, constantes={key: value for key, value in constants.items() if layer})
        return folder

    return make


@pytest.fixture(scope="session")
def real_town(real_folder: Callable[..., Path]) -> Callable[..., RealTown]:
    """The same, opened: its ground and its layers. Nothing but notes is to be said of it."""

    def make(code: str, *files: tuple[Path, str | None]) -> RealTown:
        ville = open_ville(real_folder(code, *files))
        assert all(problem.level is Level.NOTE for problem in ville.problems)
        territory, notes = territory_of_ville(ville)
        assert not notes
        return territory, offer_of(ville, territory)

    return make
