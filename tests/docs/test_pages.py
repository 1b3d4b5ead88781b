"""Every page that a person reads: its links lead somewhere; the papers are set as French is."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAPERS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
PAGES = (*PAPERS, *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")))
LINK = re.compile(r"\]\(([^)#\s]+)")
RUN = re.compile(r"\.venv/bin/\w+(?: -q)? ((?:tests|benchmarks|docs)/[\w/.]+)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
ODD = re.compile(r".{0,20}(?: [:;!?»](?!-)|« |[^\W\d_]'[^\W\d_]).{0,20}")
"""A plain space before a double sign or inside « », a straight apostrophe."""


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files_that_exist(page: str) -> None:
    path = ROOT / page
    links = [link for link in LINK.findall(CODE.sub("x", path.read_text("utf-8"))) if "://" not in link]
    assert not [link for link in links if not (path.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES)
def test_commands_name_files_that_exist(page: str) -> None:
    assert not [name for name in RUN.findall((ROOT / page).read_text("utf-8")) if not (ROOT / name).exists()]


@pytest.mark.parametrize("page", PAGES)
def test_french_is_set_as_french(page: str) -> None:
    french = re.split(r"^## In English$", (ROOT / page).read_text("utf-8"), flags=re.MULTILINE)[0]
    assert not ODD.findall(CODE.sub("x", french))


@pytest.mark.parametrize("text", ["Trop tard !", "un : deux", "« mot »", "l'eau", "oui ; non"])
def test_english_habits_are_seen(text: str) -> None:
    assert ODD.search(text)
    assert not ODD.search(text.replace(" ", "\u00a0").replace("'", "’"))
