"""Every file of a diagnostic, from one subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from coeurdeville.reports import html, pdf
from coeurdeville.reports.at_once import at_once
from coeurdeville.reports.diagnostic import report_of
from coeurdeville.reports.exports.files import exports_of
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject


def files_of(subject: Subject) -> dict[str, bytes]:
    """Name -> content; the same subject on the same day makes the same bytes."""
    chapters = subject.chapters()
    makers = makers_of(subject, chapters, report_of(subject, chapters))
    return dict(sorted(zip(makers, at_once(makers.values()), strict=True)))


def makers_of(subject: Subject, chapters: Sequence[Chapter], report: Report) -> dict[str, Callable[[], bytes]]:
    """Name -> what makes its content, the longest first; they can be made in any order, also at once."""
    return {
        **exports_of(subject, chapters, report),
        "diagnostic.html": lambda: html.render(report).encode(),
        "diagnostic.pdf": partial(pdf.render, report),
    }
