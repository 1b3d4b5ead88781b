"""The file at the end of « ajouter une source » works as it is printed, on the answer that the page prints."""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.layers.water import Water
from coeurdeville.net.net import Net
from coeurdeville.sources.catalogue import sources
from coeurdeville.sources.contract.ground import ground_of
from coeurdeville.territories.territory import Territory

PAGE = (Path(__file__).parents[2] / "docs" / "ajouter_une_source.md").read_text("utf-8")
TOWN = Territory("00001", "Valombre", 2154, shapely.box(600_000, 6_600_000, 602_000, 6_602_000))
NAME = "coeurdeville.sources.ign_bdtopo_eau"


def block(language: str) -> str:
    """The only block of this language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return found


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The source, importable as if it stood where the page says; then forgotten."""
    package = importlib.import_module("coeurdeville.sources")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    (tmp_path / "ign_bdtopo_eau.py").write_text(block("python"), "utf-8")
    try:
        yield importlib.import_module(NAME)
    finally:
        sys.modules.pop(NAME, None)
        vars(package).pop("ign_bdtopo_eau", None)


@pytest.fixture
def recorded(tmp_path: Path) -> Net:
    folder = tmp_path / "recorded"
    folder.mkdir()
    (folder / "page1.json").write_text(block("json"), "utf-8")
    (folder / "page1.toml").write_text(block("toml"), "utf-8")
    return Net.replay(folder)


def test_page_says_where_the_file_stands() -> None:
    assert f"`src/{NAME.replace('.', '/')}.py`" in PAGE


def test_new_source_is_found_without_a_list(printed: ModuleType) -> None:
    assert sources.__wrapped__()["ign-bdtopo-eau"] is printed.ign_bdtopo_eau


def test_new_source_makes_its_layer_of_the_printed_answer(printed: ModuleType, recorded: Net) -> None:
    water = printed.ign_bdtopo_eau(TOWN, recorded)
    assert isinstance(water, Water)
    assert water.frame["kind"].tolist() == ["Retenue"]
    assert water.extent.equals(ground_of(TOWN))
    assert water.origin.cite() == "BD TOPO, surfaces d’eau, IGN, 23/11/2026, Licence Ouverte 2.0"


def test_missing_recording_names_the_address_to_write(printed: ModuleType, tmp_path: Path) -> None:
    address = re.search(r'^adresse = "(.*)"$', PAGE, re.MULTILINE)
    assert address is not None
    with pytest.raises(Refused, match=re.escape(address[1])):
        printed.ign_bdtopo_eau(TOWN, Net.replay(tmp_path / "nowhere"))
