"""A page as its readers have it: title, headings in order, texts, links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

BLOCKS = frozenset({
    "h1", "h2", "h3", "h4", "p", "li", "td", "th", "dt", "dd", "caption", "figcaption", "summary", "label", "option",
    "button", "title", "desc", "text", "div", "section", "a",
})  # fmt: skip
SILENT = frozenset({"script", "style", "code", "cite"})
ADDRESS = re.compile(r"\S*\w\.\w\S*/\S+")


@dataclass
class Page(HTMLParser):
    """What is read of a page."""

    title: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    """Styles and scripts that the policy refuses."""
    meta: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new block ends the text before it."""
        found = {name: value or "" for name, value in attrs}
        if tag in BLOCKS - {"a"}:
            self._close()
        self._open.append(tag)
        if tag == "a":
            self.links.append(found.get("href", ""))
        if tag == "meta":
            self.meta[found.get("name") or found.get("property", "")] = found.get("content", "")
        if tag == "link" and found.get("rel") == "canonical":
            self.meta["canonical"] = found.get("href", "")
        if "style" in found or any(name.startswith("on") for name in found) or (tag == "script" and "src" not in found):
            self.inline.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A heading, the title, or any block."""
        said = " ".join(self._text.split(" ")).strip("\n ")
        if tag == "title" and not self.title:
            self.title = said
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append((int(tag[1]), said))
        if tag in BLOCKS - {"a"}:
            self._close()
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Text outside scripts and code."""
        if not SILENT & set(self._open):
            self._text += data.replace("\n", " ") if self._text.strip() else data.lstrip("\n ").replace("\n", " ")

    def _close(self) -> None:
        said = ADDRESS.sub("…", self._text.strip(" "))
        if said:
            self.texts.append(said)
        self._text = ""


def read(content: bytes) -> Page:
    """A page of these bytes."""
    page = Page()
    page.feed(content.decode())
    page.close()
    return page


def faults(content: bytes) -> list[str]:
    """What every page owes its readers and does not give: one h1, headings without a gap, nothing inline, a title."""
    page = read(content)
    levels = [level for level, _ in page.headings]
    gaps = [page.headings[rank + 1][1] for rank in range(len(levels) - 1) if levels[rank + 1] > levels[rank] + 1]
    return [
        *(["no title"] if page.title.startswith(" –") or not page.title.endswith(" – coeurdeville") else []),
        *(["not one h1"] if levels.count(1) != 1 or levels[0] != 1 else []),
        *(f"gap before {one}" for one in gaps),
        *(f"inline {one}" for one in page.inline),
        *([] if page.meta.get("description") else ["no description"]),
        *([] if page.meta.get("canonical") else ["no canonical address"]),
    ]
