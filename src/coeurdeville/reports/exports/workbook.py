"""`indicateurs.xlsx`: the figures for those who work in a spreadsheet, with how to read them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from coeurdeville.core import french
from coeurdeville.core.missing import Missing
from coeurdeville.reports.exports import zone_tables
from coeurdeville.reports.exports.facts import Fact
from coeurdeville.reports.exports.holdings import Holding
from coeurdeville.reports.exports.readme import Readme, sheet_name
from coeurdeville.reports.exports.readme_sheet import add_readme
from coeurdeville.reports.exports.sheet import Cell, Header, Number, Paint, add_table
from coeurdeville.reports.exports.zone_tables import ZoneColumn, ZoneTable
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.runs.result import TOWN

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CITED = (
    Header("Confiance", 11), Header("Pourquoi pas A", 30), Header("Sources", 40), Header("Date des données", 14),
    Header("Licence", 20), Header("Méthode et paramètres", 50), Header("Date du calcul", 14),
)  # fmt: skip
TOWN_HEADERS = (
    Header("Indicateur", 40), Header("Valeur", 24), Header("Unité", 12), Header("Service", 26), Header("Thème", 26),
    Header("Modalité", 18), Header("Paramètre", 22), Header("Part couverte", 12), *CITED,
)  # fmt: skip
PART_HEADERS = (
    Header("Indicateur", 30), Header("Catégorie", 30), Header("Valeur", 12), Header("Part", 10), Header("Unité", 12),
    Header("Service", 26), Header("Zonage", 16), Header("Zone", 28), Header("Modalité", 18),
    Header("Part couverte", 12), *CITED,
)  # fmt: skip
DATA_HEADERS = (
    Header("Donnée", 26), Header("Couche", 16), Header("État", 12), Header("Services", 30), Header("Titre", 30),
    Header("Producteur", 24), Header("Date", 14), Header("Licence", 20), Header("Objets lus", 12),
    Header("Objets gardés", 12), Header("Ce qui a été supposé", 50, wrap=True),
    Header("Ce que la lecture a signalé", 80, wrap=True),
)  # fmt: skip


def workbook(
    subject: Subject,
    chapters: Sequence[Chapter],
    readme: Readme,
    facts: Sequence[Fact],
    tables: Sequence[ZoneTable],
    holdings: Sequence[Holding],
) -> bytes:
    """The workbook; the same results on the same day make the same bytes."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    made = datetime.combine(subject.today, datetime.min.time())
    book.set_properties({"title": readme.title, "comments": readme.intro, "created": made})
    paint = Paint(book)
    add_readme(book, paint, readme)
    add_table(book, paint, "Indicateurs", TOWN_HEADERS, _town(facts, subject))
    for table in tables:
        add_table(book, paint, sheet_name(table), _zone_headers(table, chapters), _zones(table))
    add_table(book, paint, "Répartitions", PART_HEADERS, _parts(facts, subject))
    add_table(book, paint, "Données", DATA_HEADERS, map(_holding, holdings))
    book.close()
    return file.getvalue()


def _town(facts: Sequence[Fact], subject: Subject) -> Iterator[list[Cell]]:
    """The figures of the town, missing ones with their reason; breakdowns stand in their own sheet."""
    for fact in facts:
        row, one = fact.row, fact.indicator
        if row.zoning == TOWN and not row.category:
            value = Missing(row.missing) if row.value is None else Number(row.value, one.unit, one.digits)
            yield [one.title, value, one.unit, fact.service.title, fact.service.theme.label, fact.by, fact.parameter,
                   _share(row.covered), *_cited(fact, subject)]  # fmt: skip


def _parts(facts: Sequence[Fact], subject: Subject) -> Iterator[list[Cell]]:
    """Each part of each breakdown, with its share of the whole."""
    parts = [fact for fact in facts if fact.row.category and not fact.row.at]
    for together in (list(group) for _, group in groupby(parts, _whole)):
        total = sum(fact.row.value or 0 for fact in together)
        for fact in together:
            row, one = fact.row, fact.indicator
            value = row.value or 0
            yield [one.title, row.category, Number(value, one.unit, one.digits),
                   Number(100 * value / total, "%", 1) if total else None, one.unit, fact.service.title, row.zoning,
                   row.zone, fact.by, _share(row.covered), *_cited(fact, subject)]  # fmt: skip


def _whole(fact: Fact) -> tuple[str, ...]:
    """What the parts of one breakdown share."""
    return fact.service.id, fact.row.zoning, fact.row.zone, fact.row.indicator, fact.row.by


def _cited(fact: Fact, subject: Subject) -> tuple[Cell, ...]:
    words = fact.cited
    return (words.grade, words.reasons, words.sources, words.dates, words.licence, words.method, subject.today)


def _zone_headers(table: ZoneTable, chapters: Sequence[Chapter]) -> list[Header]:
    grades = {chapter.service.id: chapter.confidence.grade for chapter in chapters}
    first = Header(french.capital(table.zoning), 28)
    return [first, *(_zone_header(column, grades[column.service.id]) for column in table.columns)]


def _zone_header(column: ZoneColumn, grade: str) -> Header:
    unit = f" ({column.unit})" if column.unit else ""
    return Header(f"{column.title}{unit}", 16, f"{column.service.title}, confiance {grade} (voir Lisez-moi)")


def _zones(table: ZoneTable) -> Iterator[list[Cell]]:
    for zone, cells in zip(table.zones, table.cells, strict=True):
        yield [zone, *(_figure(column, cell) for column, cell in zip(table.columns, cells, strict=True))]


def _figure(column: ZoneColumn, cell: zone_tables.Cell) -> Cell:
    if isinstance(cell, (int, float)):
        return Number(cell, column.unit, column.indicator.digits)
    return cell


def _share(covered: float | None) -> Cell:
    return None if covered is None else Number(covered, "%")


def _holding(one: Holding) -> list[Cell]:
    origin, services = one.origin, ", ".join(one.services)
    if origin is None:
        return [one.kind.title, one.kind.slug, str(one.state), services]
    return [
        one.kind.title, one.kind.slug, str(one.state), services, origin.title,
        origin.producer or Missing("à préciser"),
        str(origin.vintage) if origin.vintage else Missing("date inconnue"),
        french.capital(origin.licence.title), Number(origin.read), Number(origin.kept), " ".join(origin.assumptions),
        " ".join(problem.message for problem in one.problems),
    ]  # fmt: skip
