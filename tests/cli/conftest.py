"""Commands run in this process as the program runs them, and a fictional town to give them."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from coeurdeville.cli.main import main
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.ville import create_ville
from coeurdeville.territories.commune import Commune, Departement, Region


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    status: int
    out: str
    err: str


@pytest.fixture
def coeurdeville(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command line; spaces of its answer are made plain."""

    def run(*words: str | Path) -> Ran:
        monkeypatch.setattr("sys.argv", ["coeurdeville", *map(str, words)])
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = (text.replace("\u00a0", " ").replace("\u202f", " ") for text in capsys.readouterr())
        return Ran(status, out, err)

    return run


@pytest.fixture(scope="session")
def enclosed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fictional town of four kilometres by four, with its outline; never written to."""
    folder = tmp_path_factory.mktemp("ville")
    commune = Commune("00042", "Valbois", Departement("00", "x"), Region("00", "x"), None, None, 9000, 2026, (), ())
    create_ville(folder / "valbois", commune, date(2026, 11, 23))
    square = shapely.box(700_000, 6_600_000, 704_000, 6_604_000)
    gpd.GeoDataFrame(geometry=[square], crs=2154).to_file(folder / "contour.gpkg")
    add_file(folder / "valbois", folder / "contour.gpkg", "contour")
    return folder / "valbois"


@pytest.fixture
def valbois(enclosed: Path, tmp_path: Path) -> Path:
    """A copy of the folder of the town."""
    return Path(shutil.copytree(enclosed, tmp_path / "valbois"))


@pytest.fixture
def state() -> Callable[[Path], dict[str, str]]:
    """Every file of a folder with its content, to see that nothing changed."""

    def look(folder: Path) -> dict[str, str]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    return look
