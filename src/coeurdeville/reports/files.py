"""Every file of a diagnostic, from one subject."""

from __future__ import annotations

from coeurdeville.reports import html, pdf
from coeurdeville.reports.diagnostic import report_of
from coeurdeville.reports.exports.files import exports_of
from coeurdeville.reports.subject import Subject


def files_of(subject: Subject) -> dict[str, bytes]:
    """Name -> content."""
    chapters = subject.chapters()
    report = report_of(subject, chapters)
    return {
        "diagnostic.html": html.render(report).encode(),
        "diagnostic.pdf": pdf.render(report),
        **exports_of(subject, chapters, report),
    }
