"""The exports of a diagnostic, all drawn from the same facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from coeurdeville.reports.exports.facts import facts_of
from coeurdeville.reports.exports.geopackage import geopackage
from coeurdeville.reports.exports.grounds import grounds_of
from coeurdeville.reports.exports.holdings import holdings_of
from coeurdeville.reports.exports.json_document import json_document
from coeurdeville.reports.exports.long_table import long_table
from coeurdeville.reports.exports.readme import readme_of
from coeurdeville.reports.exports.workbook import workbook
from coeurdeville.reports.exports.zone_tables import zone_tables
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter, Subject


def exports_of(subject: Subject, chapters: Sequence[Chapter], report: Report) -> dict[str, Callable[[], bytes]]:
    """Name -> what makes its content, the longest first; they can be made in any order, also at once."""
    facts, tables = facts_of(subject, chapters), zone_tables(chapters)
    holdings = holdings_of(subject, chapters)
    readme, grounds = readme_of(chapters, report, tables), grounds_of(subject, chapters)
    return {
        "diagnostic.gpkg": partial(geopackage, subject, chapters, report, tables, grounds),
        "indicateurs.xlsx": partial(workbook, subject, chapters, readme, facts, tables, holdings),
        "indicateurs.csv": partial(long_table, subject, facts),
        "diagnostic.json": partial(json_document, subject, chapters, report, facts, holdings, grounds),
    }
