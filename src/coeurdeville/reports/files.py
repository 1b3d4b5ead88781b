"""Every file of a diagnostic, from one subject."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from coeurdeville.reports import html, pdf
from coeurdeville.reports.at_once import at_once
from coeurdeville.reports.diagnostic import report_of
from coeurdeville.reports.exports.files import exports_of
from coeurdeville.reports.subject import Subject


def files_of(subject: Subject) -> dict[str, bytes]:
    """Name -> content; the same subject on the same day makes the same bytes."""
    chapters = subject.chapters()
    report = report_of(subject, chapters)
    makers: dict[str, Callable[[], bytes]] = {
        **exports_of(subject, chapters, report),
        "diagnostic.html": lambda: html.render(report).encode(),
        "diagnostic.pdf": partial(pdf.render, report),
    }
    return dict(sorted(zip(makers, at_once(makers.values()), strict=True)))
