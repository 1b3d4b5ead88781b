"""The files at the end of « ajouter un service » and « ajouter une couche » work as they are printed."""

import ast
import importlib
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import KINDS, Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.catalogue import layers
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.layers.water import Water
from coeurdeville.runs.measure import measure
from coeurdeville.runs.result import TOWN, figures_of
from coeurdeville.services.catalogue import services
from coeurdeville.services.contract.page import Page, Told
from coeurdeville.territories.territory import Territory

DOCS = Path(__file__).parents[2] / "docs"
FILE = re.compile(r"^`src/(coeurdeville/[\w/]+)\.py`[^\n]*\n\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = sorted(path.name for path in DOCS.glob("ajouter_*.md"))
TOWN_ITSELF = Territory("00001", "Quatre-Maisons", 2154)
ORIGIN = Origin("Cas d’école")


@pytest.fixture
def printed(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The first file of a page, importable with the others as if they stood where the page says; then forgotten."""
    files = dict(FILE.findall((DOCS / request.param).read_text("utf-8")))
    names = [name.replace("/", ".") for name in files]
    before = dict(KINDS)
    for name, text in zip(names, files.values(), strict=True):
        package = importlib.import_module(name.rpartition(".")[0])
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
        (tmp_path / f"{name.rpartition('.')[2]}.py").write_text(text, "utf-8")
    try:
        yield importlib.import_module(names[0])
    finally:
        KINDS.clear()
        KINDS.update(before)
        for name in names:
            sys.modules.pop(name, None)
            parent, _, own = name.rpartition(".")
            vars(sys.modules[parent]).pop(own, None)


service_page = pytest.mark.parametrize("printed", ["ajouter_un_service.md"], indirect=True)
layer_page = pytest.mark.parametrize("printed", ["ajouter_une_couche.md"], indirect=True)


def frame(shapes: list[Any], **columns: list[Any]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=2154)


def houses() -> Buildings:
    """Four houses of 10 m, 1, 2, 3 and 4 dwellings, every 200 m from the river eastwards."""
    shapes = [shapely.box(200 * rank, 0, 200 * rank + 10, 10) for rank in range(1, 5)]
    return Buildings(frame(shapes, dwellings=[1, 2, 3, 4]), origin=ORIGIN)


def river() -> Water:
    return Water(frame([shapely.box(-50, -1000, 0, 1000)]), origin=ORIGIN)


def told(service: Any, *given: Any, **parameters: float) -> Page:
    result = measure(service, supplies(*given), TOWN_ITSELF, parameters=parameters)
    by = figures_of(service, result.rows_of(TOWN)[TOWN_ITSELF.name])
    page = service.tell(Told(TOWN_ITSELF, by, parameters=result.parameters))
    assert isinstance(page, Page)
    return page


@service_page
def test_new_service_is_found_without_a_list(printed: ModuleType) -> None:
    assert services.__wrapped__()["fraicheur-proche"] is printed.cool_nearby


@service_page
def test_new_service_measures_and_judges(printed: ModuleType) -> None:
    """River at 200, 400, 600 and 800 m of the houses: one dwelling of ten at 300 m, none of the others within reach."""
    result = measure(printed.cool_nearby, supplies(houses(), river()), TOWN_ITSELF)
    (figures,) = figures_of(printed.cool_nearby, result.rows_of(TOWN)[TOWN_ITSELF.name]).values()
    assert (figures.dwellings, figures.water) == (10, 10)
    assert isinstance(figures.green, Missing)
    assert result.objects is not None
    assert result.objects.frame["water"].tolist() == [200, 400, float("inf"), float("inf")]
    assert [(row.at, row.value) for row in result.rows if row.at] == [("near=150", 0)]


@service_page
def test_new_service_tells(printed: ModuleType) -> None:
    page = told(printed.cool_nearby, houses(), river())
    assert page.answer == "10\u202f% des logements se trouvent à 300\u00a0m ou moins de l’eau."
    assert [one.answer for one in page.unknowns] == ["La distance d’un espace vert."]
    assert told(printed.cool_nearby, houses(), river(), near=100).answer.startswith("Aucun logement ne se trouve à 100")


@service_page
def test_new_service_is_refused_without_water_nor_green_spaces(printed: ModuleType) -> None:
    with pytest.raises(Refused, match="service-bloque"):
        measure(printed.cool_nearby, supplies(houses()), TOWN_ITSELF)


@layer_page
def test_new_layer_is_found_and_documented(printed: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert layers.__wrapped__()["bancs"] is printed.Benches
    monkeypatch.syspath_prepend(DOCS / "generer")
    section = "\n".join(runpy.run_path(str(DOCS / "generer" / "layers_page.py"))["section"](printed.Benches))
    assert "| `nombre_de_places` | Nombre de places |" in section
    assert "`amenity=bench`" in section


@layer_page
def test_new_layer_takes_what_is_right(printed: ModuleType) -> None:
    data = frame([shapely.Point(0, 0), shapely.Point(5, 5)], seats=[2, 20], material=["bois", None], agent=["x", "y"])
    benches = printed.Benches(data, origin=ORIGIN)
    assert len(benches) == 2
    assert "agent" not in benches.frame


@layer_page
def test_new_layer_says_its_problems_as_the_page_prints_them(printed: ModuleType) -> None:
    with pytest.raises(Refused) as refused:
        printed.Benches(frame([shapely.Point(0, 0), shapely.box(0, 0, 2, 1)], seats=[45, 3]), origin=ORIGIN)
    shown = re.search(r"```text\n(.*?)```", (DOCS / "ajouter_une_couche.md").read_text("utf-8"), re.DOTALL)
    assert shown is not None
    for line, problem in zip(shown[1].splitlines(), refused.value.problems, strict=True):
        assert str(problem).startswith(line)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("asked", [["check"], ["format", "--check"]], ids=["ruff-check", "ruff-format"])
def test_printed_files_pass_the_checks_of_the_house(name: str, asked: list[str]) -> None:
    for file, text in FILE.findall((DOCS / name).read_text("utf-8")):
        command = [sys.executable, "-m", "ruff", *asked, "--stdin-filename", f"src/{file}.py", "-"]
        ran = subprocess.run(command, input=text, cwd=DOCS.parent, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("name", PAGES)
def test_page_ends_with_a_complete_file(name: str) -> None:
    page = (DOCS / name).read_text("utf-8")
    *_, last = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert page.rstrip().endswith("```")
    assert ast.get_docstring(ast.parse(last)), "the last block is not a whole file"
