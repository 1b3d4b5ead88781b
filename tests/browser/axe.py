"""What axe-core has to say of a page: WCAG 2.1 A and AA, good practices, and the rules of the RGAA."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice", "RGAAv4"]
WIDTHS = (1280, 320)


def violations(page: Page) -> list[str]:
    """One line a violation: the rule, and where; those of the narrow page too, and what is wider than it."""
    page.evaluate(AXE.joinpath("axe.min.js").read_text("utf-8"))
    page.evaluate(f"axe.configure({{locale: {json.dumps(french())}}})")
    before = page.viewport_size
    found = [line for width in WIDTHS for line in _run(page, width)]
    if before is not None:
        page.set_viewport_size(before)
    return found


def _run(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}, resultTypes: ['violations']}})")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [
        *([f"{width} px, {page.url} : la page déborde"] if wide else []),
        *(
            f"{width} px, {page.url} : {one['id']} ({one['help']}) {node['target']} {node['html'][:150]}"
            for one in found["violations"]
            for node in one["nodes"][:3]
        ),
    ]


def french() -> object:
    """The words of axe-core."""
    return json.loads(AXE.joinpath("locales", "fr.json").read_text("utf-8"))
