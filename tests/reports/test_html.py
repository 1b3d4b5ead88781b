"""The screen version: one file, nothing fetched, nothing executed, everything said."""

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from coeurdeville.reports import html
from coeurdeville.reports.model import Report

HOSTILE = """<script>alert('x')</script> " onload="x & $a #b *c* _d_ @e [f] \\g `h` <!-- ]]> \x07\u202e"""
VOID = {"meta", "path", "rect", "circle", "line", "image", "use"}


class Outline(HTMLParser):
    """Elements in order, and whether they close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


@pytest.fixture(scope="session")
def page(report: Report) -> str:
    return html.render(report)


@pytest.fixture(scope="session")
def outline(page: str) -> Outline:
    return Outline(page)


def test_the_page_is_well_formed(outline: Outline) -> None:
    assert not outline.faults
    assert not outline.open


def test_the_page_speaks_french(outline: Outline) -> None:
    assert outline.elements[0] == ("html", {"lang": "fr"})


def test_the_policy_names_the_style_by_its_hash(page: str, outline: Outline) -> None:
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policies = [attrs["content"] or "" for tag, attrs in outline.elements if attrs.get("http-equiv")]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'")
    assert f"style-src 'sha256-{digest}'" in policies[0]
    assert "unsafe" not in policies[0]


def test_nothing_is_executed_nor_fetched(page: str, outline: Outline) -> None:
    tags = {tag for tag, _ in outline.elements}
    assert not tags & {"script", "link", "iframe", "object", "embed", "img", "form", "base"}
    for _, attrs in outline.elements:
        assert not [name for name in attrs if name == "style" or name.startswith("on")]
        assert (attrs.get("href") or "#").startswith(("#", "data:image/"))
        assert "src" not in attrs
    assert "@import" not in page
    assert set(re.findall(r"url\((.{5})", page)) <= {"data:", "#quar", "#ages", "#vill"}


def test_title_in_another_language_is_marked(page: str) -> None:
    assert page.count('<li lang="en">Santamour') == 1
    assert page.count("<li>Chao") == 1


def test_addresses_are_text_only(page: str) -> None:
    for found in re.finditer(r"https?://[^\s<\"]+", page):
        before = page[: found.start()]
        assert found[0] == "http://www.w3.org/2000/svg" or before.rfind(">") > before.rfind("<"), found[0]


def test_identifiers_are_unique_and_links_lead_somewhere(outline: Outline) -> None:
    names = [attrs["id"] for _, attrs in outline.elements if "id" in attrs]
    assert len(names) == len(set(names))
    links = {attrs["href"] for tag, attrs in outline.elements if tag == "a"}
    assert {f"#{name}" for name in names} >= links
    labels = {name for _, attrs in outline.elements for name in (attrs.get("aria-labelledby") or "").split()}
    assert set(names) >= labels


def test_headings_skip_no_level(outline: Outline) -> None:
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_map_and_chart_has_its_table(page: str, report: Report) -> None:
    for figure in report.drawings():
        if figure.table is not None:
            assert f"<caption>{figure.table.caption}</caption>" in page


def test_tables_scroll_and_take_the_focus(outline: Outline) -> None:
    regions = [attrs for tag, attrs in outline.elements if "scroll" in (attrs.get("class") or "")]
    assert len(regions) == [tag for tag, _ in outline.elements].count("table")
    assert all(region["tabindex"] == "0" and region["role"] == "region" and region["aria-label"] for region in regions)


def test_every_page_says_its_confidence_sources_and_method(page: str, report: Report) -> None:
    sections = re.findall(r'<section id="(.*?)"(.*?)</section>', page, re.DOTALL)
    told = dict(sections)
    for service in report.services:
        text = told[service.key]
        assert f"Confiance {service.confidence.grade}" in text
        assert all(reason in text for reason in service.confidence.reasons)
        assert all(source.licence in text and source.date in text for source in service.sources)
        assert service.method in text


def test_narrow_spaces_are_kept(page: str) -> None:
    assert "5\u202f200" in page
    assert "sécheresse\u202f?" in page


def test_the_same_report_gives_the_same_text(page: str, report: Report) -> None:
    assert html.render(report) == page


def test_the_file_is_small(page: str) -> None:
    assert len(page.encode()) < 400_000


def test_hostile_text_stays_text(report: Report) -> None:
    page = report.services[0]
    answer = dataclasses.replace(page.answer, answer=HOSTILE, detail=HOSTILE)
    service = dataclasses.replace(page, label=HOSTILE, question=HOSTILE, answer=answer, method=HOSTILE)
    hostile = dataclasses.replace(report, town=HOSTILE, title=HOSTILE, services=(service, report.services[1]))
    before, after = Outline(html.render(report)), Outline(html.render(hostile))
    assert [tag for tag, _ in after.elements] == [tag for tag, _ in before.elements]
    assert not after.faults
    assert "\x07" not in html.render(hostile)


def test_report_without_service_still_says_what_is_missing(report: Report) -> None:
    brief = dataclasses.replace(report.brief, figures=(), map=None)
    bare = html.render(dataclasses.replace(report, brief=brief, services=()))
    assert "Ce qui n’a pas pu être calculé" in bare
    assert "Les chiffres à retenir" not in bare


def test_no_gap_is_said(report: Report) -> None:
    full = html.render(dataclasses.replace(report, brief=dataclasses.replace(report.brief, gaps=())))
    assert "Tout ce qui a été demandé a pu être calculé." in full
