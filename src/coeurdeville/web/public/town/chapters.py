"""The services of an edition as its pages list them: those that ran, those that did not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coeurdeville.core.french import capital, listing, spaced
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.reports.model import Report
from coeurdeville.reports.palette import Theme
from coeurdeville.reports.statements import Grade
from coeurdeville.reports.wording import GRADE_STATUS, GRADE_WORDS, THEME_WORDS
from coeurdeville.web.public.addresses import service_path


@dataclass(frozen=True)
class Ran:
    """A service that has a page."""

    title: str
    path: str
    theme: Theme
    question: str
    answer: str
    grade: Grade

    @property
    def theme_words(self) -> str:
        """`Climat`."""
        return THEME_WORDS[self.theme]

    @property
    def confidence(self) -> str:
        """`Confiance A`."""
        return GRADE_WORDS[self.grade]

    @property
    def tone(self) -> str:
        """Of the badge."""
        return GRADE_STATUS[self.grade]


@dataclass(frozen=True)
class NotRun:
    """A service that was asked and gave nothing."""

    slug: str
    title: str
    path: str
    reason: str
    next_step: str


def ran(report: Report, town: VillePublique) -> list[Ran]:
    """In the order of the report."""
    return [
        Ran(page.label, service_path(town.code, town.nom, page.key), page.theme, page.question, page.answer.answer,
            page.confidence.grade)
        for page in report.services
    ]  # fmt: skip


def not_run(summary: Mapping[str, Any], town: VillePublique) -> list[NotRun]:
    """Those of the edition's summary that have no page, each with its reason and what to bring."""
    return [
        NotRun(one["nom"], one["titre"], service_path(town.code, town.nom, one["nom"]), _reason(one), _step(one))
        for one in summary["services"]
        if one["page"] is None
    ]


def _reason(one: Mapping[str, Any]) -> str:
    return spaced(f"{capital(one['raison'] or 'rien n’a pu être calculé')}.")


def _step(one: Mapping[str, Any]) -> str:
    titles = [f"« {layer['titre']} »" for layer in one["couches_manquantes"]]
    return spaced(f"Apporter {listing(titles)}.") if titles else ""
