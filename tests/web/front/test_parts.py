"""The parts of the style sheet do not undo each other: they are served as one, the last one winning."""

import re
from collections import defaultdict
from pathlib import Path

PARTS = Path(__file__).parents[3] / "src" / "coeurdeville" / "web" / "front" / "parts"
ALONE = re.compile(r"\.[\w-]+")


def alone(sheet: str) -> set[str]:
    """Classes that a sheet lays out by themselves, wherever they are met; not those it only places in its own pages."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    selectors = (one.strip() for head in re.findall(r"([^{};]+)\{", bare) for one in re.split(r",(?![^(]*\))", head))
    return {one for one in selectors if ALONE.fullmatch(one)}


def test_a_class_is_laid_out_by_one_part_only() -> None:
    parts = defaultdict(set)
    for path in sorted(PARTS.glob("*.css")):
        for one in alone(path.read_text("utf-8")):
            parts[one].add(path.name)
    assert {one: sorted(files) for one, files in parts.items() if len(files) > 1} == {}


def test_a_class_placed_in_its_own_pages_is_not_laid_out_by_them() -> None:
    assert alone(".a, p > .b { color: red } /* .c { } */ @media print { .d { margin: 0 } }") == {".a", ".d"}


def test_what_bootstrap_takes_the_outline_from_has_it_back() -> None:
    root = PARTS.parents[4]
    bootstrap = (root / "node_modules" / "bootstrap" / "dist" / "css" / "bootstrap.css").read_text("utf-8")
    taken = set(re.findall(r"\.([\w-]+):focus(?:-visible)?\s*\{[^}]*outline:\s*0", bootstrap))
    pages = "".join(path.read_text("utf-8") for path in (PARTS.parents[1] / "templates").rglob("*.html"))
    used = {one for one in taken if re.search(rf'class="(?:[^"]* )?{one}[ "]', pages)}
    given = re.findall(r":is\(([^)]*)\):focus-visible \{ outline: 3px", (PARTS / "frame.css").read_text("utf-8"))
    assert {"btn", "form-control"} <= used
    assert used <= {one.strip(" .") for one in ",".join(given).split(",")}
