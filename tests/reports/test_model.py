"""What a report may not leave out is refused when it is built."""

import dataclasses

import pytest

from coeurdeville.reports.model import (
    Column,
    Confidence,
    Figure,
    Finding,
    Gap,
    KeyFigure,
    Legend,
    LegendEntry,
    Report,
    Source,
    Table,
)

SVG = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
COLUMNS = (Column("Quartier"), Column("Part", numeric=True))


def figure(**changes: object) -> Figure:
    given = {"key": "carte", "title": "Un titre", "svg": SVG, "alt": "Ce qui se voit", "source": "Ville, 2024"}
    return Figure(**{**given, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\n"])
def test_table_refuses_an_empty_cell(blank: str) -> None:
    with pytest.raises(ValueError, match="empty cell"):
        Table("Parts", COLUMNS, (("Centre", blank),))


def test_table_refuses_a_row_of_another_length() -> None:
    with pytest.raises(ValueError, match="does not have 2 cells"):
        Table("Parts", COLUMNS, (("Centre",),))


@pytest.mark.parametrize("rows", [(), None])
def test_table_refuses_to_be_empty(rows: object) -> None:
    with pytest.raises(ValueError, match="rows is empty"):
        Table("Parts", COLUMNS, rows or ())  # type: ignore[arg-type]


def test_table_wants_a_column_for_its_badges() -> None:
    with pytest.raises(ValueError, match="badge"):
        Table("Parts", COLUMNS, (("Centre", "12"),), badges=("ok",))


def test_table_wants_a_badge_for_each_row() -> None:
    columns = (Column("Couche"), Column("État", shows="badge"))
    with pytest.raises(ValueError, match="badge"):
        Table("Couches", columns, (("Arbres", "utilisée"), ("Eau", "manquante")), badges=("ok",))


@pytest.mark.parametrize("field", ["title", "alt", "source"])
def test_figure_refuses_a_missing_text(field: str) -> None:
    with pytest.raises(ValueError, match=f"{field} has no words"):
        figure(**{field: " "})


@pytest.mark.parametrize("key", ["", "Carte", "1", "a b", "a--b", 'x"', "é"])
def test_figure_refuses_a_key_that_is_not_an_identifier(key: str) -> None:
    with pytest.raises(ValueError, match="is not a key"):
        figure(key=key)


def test_figure_refuses_a_class_that_its_legend_lacks() -> None:
    columns = (Column("Quartier"), Column("Part", shows="swatch"))
    table = Table("Parts", columns, (("Centre", "12"),), swatches=("dark",))
    legend = Legend("Part", (LegendEntry("pale", "#FFFFFF", "peu"),))
    with pytest.raises(ValueError, match="dark"):
        figure(table=table, legend=legend)


@pytest.mark.parametrize("colour", ["red", "#12", 'url("x")', ""])
def test_legend_refuses_what_is_not_a_colour(colour: str) -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        LegendEntry("pale", colour, "peu")


@pytest.mark.parametrize(
    "build",
    [
        lambda: Finding(" "),
        lambda: Gap("Canopée", "", "demander"),
        lambda: Source("Arbres", "Ville", "", "Licence Ouverte 2.0"),
        lambda: Source("Arbres", "Ville", "2024", ""),
        lambda: Confidence("A", ()),
        lambda: KeyFigure("12", "arbres", "", "page", "A"),
        lambda: Column(""),
    ],
)
def test_statement_refuses_a_missing_text(build: object) -> None:
    with pytest.raises(ValueError, match=r"no words|is empty"):
        build()  # type: ignore[operator]


def test_page_refuses_a_map_without_table(report: Report) -> None:
    page = report.services[0]
    assert page.map is not None
    bare = dataclasses.replace(page.map, table=None)
    with pytest.raises(ValueError, match="has no table"):
        dataclasses.replace(page, map=bare)
    with pytest.raises(ValueError, match="has no table"):
        dataclasses.replace(report.brief, map=bare)


def test_page_refuses_to_have_no_source(report: Report) -> None:
    with pytest.raises(ValueError, match="sources is empty"):
        dataclasses.replace(report.services[0], sources=())


def test_report_refuses_two_drawings_of_one_key(report: Report) -> None:
    with pytest.raises(ValueError, match="given twice"):
        dataclasses.replace(report, services=(*report.services, dataclasses.replace(report.services[0], key="autre")))


@pytest.mark.parametrize("key", ["bref", "donnees", "especes"])
def test_report_refuses_a_page_named_like_something_else(report: Report, key: str) -> None:
    with pytest.raises(ValueError, match="given twice"):
        dataclasses.replace(report, services=(*report.services[:1], dataclasses.replace(report.services[1], key=key)))


def test_report_refuses_a_key_figure_that_leads_nowhere(report: Report) -> None:
    with pytest.raises(ValueError, match="leads to no page"):
        dataclasses.replace(report, services=report.services[1:])


@pytest.mark.parametrize("day", ["", "23/11/2026", "2026-13-01"])
def test_report_refuses_what_is_not_a_date(report: Report, day: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        dataclasses.replace(report, date_iso=day)
