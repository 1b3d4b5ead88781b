"""docs/methodes.md covers every service, cites publications that are listed and tests that exist."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.references import PLACES, Reference, references
from coeurdeville.services.catalogue import services
from coeurdeville.services.contract.service import Service

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "methodes.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
KEY = re.compile(r"`([a-z]+(?:_[a-z]+)*_\d{4})`")


@pytest.mark.parametrize("service", services().values(), ids=lambda one: one.id)
def test_every_service_has_its_section_and_its_method(service: Service[..., Any]) -> None:
    section = SECTIONS[service.title]
    assert service.method in KEY.findall(section)
    assert all(f"**{part}" in section for part in ("Calcul.", "Cas limites.", "Vérifié par", "Pièges."))


def test_no_section_is_of_a_service_that_is_not_there() -> None:
    assert set(SECTIONS) == {one.title for one in services().values()}


def test_tests_that_are_named_stand_in_a_file_that_the_section_links_to() -> None:
    for title, section in SECTIONS.items():
        linked = "".join((ROOT / "docs" / path).read_text("utf-8") for path in re.findall(r"\]\((\S+\.py)\)", section))
        named = set(re.findall(r"`(test_\w+)`", section))
        assert named, title
        assert not {name for name in named if f"def {name}(" not in linked}, title


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.stem)
def test_keys_that_a_page_cites_are_listed(path: Path) -> None:
    assert set(KEY.findall(path.read_text("utf-8"))) <= references().keys()


def test_keys_that_docstrings_cite_are_listed() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py")]
    assert {key for text in sources for key in KEY.findall(text)} <= references().keys()


def test_every_entry_of_the_list_is_read() -> None:
    entries = re.findall(r"^@\w+\{(\w+),", (ROOT / "docs" / "references.bib").read_text("utf-8"), re.MULTILINE)
    assert len(entries) == len(set(entries))
    assert set(entries) == references().keys()


@pytest.mark.parametrize("reference", references().values(), ids=lambda one: one.key)
def test_entry_says_who_when_what_and_where(reference: Reference) -> None:
    assert reference.authors
    assert reference.title
    assert reference.where
    assert re.fullmatch(r"\d{4}", reference.year)
    assert reference.key.endswith(reference.year)


def test_no_entry_is_listed_for_nothing() -> None:
    sources = [PAGE, *(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))]
    assert not {key for key in references() if not any(key in text for text in sources)}


def test_list_of_publications_goes_with_an_installed_package() -> None:
    """The wheel puts it where `core.references` looks first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "docs/references.bib" in wheel["only-include"]
    assert (ROOT / "src" / wheel["sources"]["docs"] / "references.bib") == PLACES[0]
