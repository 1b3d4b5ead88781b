"""The sentences of `tests/cases/words/<service>.yaml`, as `LISEZMOI.md` there explains them to those who write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from coeurdeville.core.missing import Missing
from coeurdeville.services.catalogue import services
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.page import QUARTER, SQUARE, Finding, Page, Told, ZoneMap
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

FOLDER = Path(__file__).parents[1] / "cases" / "words"
NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " "})
WRONG = {
    "a space that breaks before a sign": r" [;:!?%»]|« ",
    "a narrow space before a colon": r"\u202f:",
    "a wide space before a sign": r"\u00a0[;!?%]",
    "two spaces": r"[ \u00a0\u202f]{2}",
    "a straight quote": r"['\"]",
    "a number that breaks from its unit": r"\d (?:m|m²|%)\b",
    "an unworded value": r"\b(?:nan|None|inf|Missing|True|False)\b",
    "a plural after one": r"(?<![\d,\u202f])1[ \u00a0](?!mois|fois|ans)[a-zéè]+s\b",
}


@dataclass(frozen=True)
class Case:
    """One town's figures, and what is to be said of them."""

    service: Service[..., Any]
    usual: Mapping[str, Any]
    written: Mapping[str, Any]

    def page(self) -> Page:
        written = self.written
        absent = set(written.get("couches absentes", ()))
        titles = {param.title.translate(NO_BREAK): name for name, param in self.service.parameters.items()}
        given = {titles[title]: value for title, value in written.get("paramètres", {}).items()}
        return self.service.tell(
            Told(
                town=Territory("00001", "Bourg-Essai", 2154, population=written.get("habitants")),
                by=self.by(written.get("commune", {})),
                zonings={
                    zoning: {zone: self.by(figures) for zone, figures in written[key].items()}
                    for key, zoning in (("quartiers", QUARTER), ("carrés", SQUARE))
                    if key in written
                },
                covered=written.get("connu sur", 100.0),
                partial=written.get("connu sur", 100.0) is None,
                given=frozenset(name for name, kind in self.service.layers.items() if kind.slug not in absent),
                parameters={**self.service.defaults, **given},
                band={
                    self.named(title): {f"{at:g}": value for at, value in values.items()}
                    for title, values in written.get("autres seuils", {}).items()
                },
            )
        )

    def by(self, written: Mapping[str, Any]) -> dict[str, Any]:
        if not self.service.by:
            return {"": self.figures(written)}
        return {scenario: self.figures(figures or {}) for scenario, figures in written.items()}

    def figures(self, written: Mapping[str, Any]) -> Any:
        assert self.service.figures_type is not None
        values = {self.named(title): _figure(value) for title, value in {**self.usual, **written}.items()}
        return self.service.figures_type(**values)

    def named(self, title: str) -> str:
        names = {one.title.translate(NO_BREAK): name for name, one in self.service.indicators.items()}
        return names[title]


def _figure(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return float(value)
    if "manque" in value:
        return Missing(value["manque"].replace("« ", "«\u00a0").replace(" »", "\u00a0»"))
    return Breakdown.of(value)


def _cases() -> list[Any]:
    found = []
    by_slug = {service.slug: service for service in services().values()}
    for path in sorted(FOLDER.glob("*.yaml")):
        file = yaml.safe_load(path.read_text(encoding="utf-8"))
        for written in file["cas"]:
            case = Case(by_slug[file["service"]], file["par défaut"], written)
            found.append(pytest.param(case, id=f"{path.stem}: {written['nom']}"))
    return found


def _said(page: Page) -> dict[str, Any]:
    """The page under the names that cases use."""
    table = page.map.table if page.map else None
    return {
        "réponse": page.answer,
        "en bref": [_joined(one) for one in page.brief],
        "chiffres": [f"{one.value} {one.unit} ({one.context})" for one in page.keys],
        "graphique": page.chart.title if page.chart else "aucun",
        "barres": [f"{bar.label}: {bar.value:g}" for bar in page.chart.bars] if page.chart else [],
        "note du graphique": page.chart.note if page.chart else "aucune",
        "carte": page.map.title if page.map else "aucune",
        "note de la carte": page.map.note if page.map else "aucune",
        "tableau": [" | ".join(row) for row in table.rows] if table else [],
        "leviers": [_joined(one) for one in page.levers],
        "inconnues": [_joined(one) for one in page.unknowns],
        "méthodes": [_joined(one) for one in page.methods],
    }


def _joined(one: Finding) -> str:
    return f"{one.answer} {one.detail}".strip()


def _with_plain_spaces(said: Any) -> Any:
    return said.translate(NO_BREAK) if isinstance(said, str) else [one.translate(NO_BREAK) for one in said]


def _sentences(page: Page) -> Iterator[str]:
    yield page.question
    for said in _said(page).values():
        yield from [said] if isinstance(said, str) else said
    if page.map:
        yield from (page.map.note, page.map.table.caption, page.map.classes.title, *page.map.classes.words)


@pytest.mark.parametrize("case", _cases())
def test_words_say_what_the_case_expects(case: Case) -> None:
    said = _said(case.page())
    expected = case.written["attendu"]
    assert {key: _with_plain_spaces(said[key]) for key in expected} == expected


@pytest.mark.parametrize("case", _cases())
def test_words_are_worded_and_typeset(case: Case) -> None:
    found = [(why, said) for said in _sentences(case.page()) for why, wrong in WRONG.items() if re.search(wrong, said)]
    assert not found


@pytest.mark.parametrize("case", _cases())
def test_a_page_can_be_laid_out(case: Case) -> None:
    page = case.page()
    assert page.answer.endswith(".")
    assert page.levers
    assert page.unknowns
    if page.map:
        table = page.map.table
        assert table.rows
        assert all(len(row) == len(table.columns) and all(cell.strip() for cell in row) for row in table.rows)
    if isinstance(page.map, ZoneMap):
        hatched = any(isinstance(value, Missing) for value in page.map.values.values())
        assert all(row[0] in page.map.values or hatched for row in page.map.table.rows)


def test_every_service_has_its_words_tested() -> None:
    tested = {case.values[0].service.slug for case in _cases()}
    assert tested == {service.slug for service in services().values()}
