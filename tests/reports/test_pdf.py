"""The paper version: accessible by declaration, the same words, nothing cut."""

import dataclasses
import shutil
import subprocess
from pathlib import Path

import pytest

from coeurdeville.reports import pdf
from coeurdeville.reports.model import Column, Finding, Report, Table
from coeurdeville.reports.typesetting import page_count, printed

HOSTILE = '#import "x" $a$ #b *c* _d_ @e [f] \\g `h` <i> // /* = 1 #sys.inputs \'q\' "r" ~ -- ...'


def poppler(tool: str) -> str:
    """The tool's path; a test that needs it is skipped where it is not installed."""
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} (poppler-utils) is not installed")
    return found


def text_of(document: bytes, folder: Path) -> str:
    (folder / "essai.pdf").write_bytes(document)
    command = [poppler("pdftotext"), "-layout", str(folder / "essai.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


@pytest.fixture(scope="session")
def document(report: Report) -> bytes:
    return pdf.render(report)


def test_the_file_is_a_pdf_that_declares_its_standards(document: bytes) -> None:
    assert document.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in document
    assert b"<pdfaid:part>2</pdfaid:part>" in document


def test_a_page_for_each_service(document: bytes, report: Report) -> None:
    assert page_count(document) == 2 + len(report.services)


def test_key_figures_have_their_sources(report: Report, tmp_path: Path) -> None:
    brief = report.brief
    figure = dataclasses.replace(brief.figures[0], source="Source\u00a0: Arbres, Ville de Redon, 2024.")
    told = dataclasses.replace(report, brief=dataclasses.replace(brief, figures=(figure,)))
    assert "Ville de Redon, 2024" in " ".join(text_of(pdf.render(told), tmp_path).split())


def test_the_same_report_gives_the_same_bytes(document: bytes, report: Report) -> None:
    assert pdf.render(report) == document


def test_the_file_is_small(document: bytes) -> None:
    assert len(document) < 400_000


def test_the_document_is_tagged_and_titled(document: bytes, tmp_path: Path) -> None:
    (tmp_path / "essai.pdf").write_bytes(document)
    command = [poppler("pdfinfo"), str(tmp_path / "essai.pdf")]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert "Tagged:          yes" in told
    assert "Diagnostic environnemental – Bourg-Essai (00)" in told


def test_only_our_typeface_is_embedded(document: bytes, tmp_path: Path) -> None:
    (tmp_path / "essai.pdf").write_bytes(document)
    command = [poppler("pdffonts"), str(tmp_path / "essai.pdf")]
    rows = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    assert {row.split()[0].split("+")[1].split("-")[0] for row in rows} == {"CVSans"}
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows), "embedded, subset, unicode"


def test_the_paper_says_what_the_screen_says(document: bytes, report: Report, tmp_path: Path) -> None:
    told = " ".join(text_of(document, tmp_path).split())
    for service in report.services:
        assert f"Confiance {service.confidence.grade}" in told
        assert all(source.licence in told for source in service.sources)
    assert report.licence.answer in told
    assert "arbres en place" in told


def test_every_map_has_its_table(document: bytes, report: Report, tmp_path: Path) -> None:
    told = text_of(document, tmp_path)
    for figure in (report.brief.map, *(page.map for page in report.services)):
        if figure is not None and figure.table is not None:
            assert figure.table.caption in told


def test_hostile_text_is_data(report: Report, tmp_path: Path) -> None:
    page = report.services[0]
    service = dataclasses.replace(page, question=HOSTILE, label=HOSTILE, levers=(Finding(HOSTILE, HOSTILE),))
    hostile = dataclasses.replace(report, town=HOSTILE, services=(service, report.services[1]))
    told = " ".join(text_of(pdf.render(hostile), tmp_path).split())
    assert "$a$ #b *c* _d_ @e [f]" in told
    assert "#sys.inputs" in told


def test_french_typography_reaches_the_paper() -> None:
    words = "5\u202f200 arbres\u202f; « n’est-ce pas\u202f?\u00a0» ≥ 12\u202f% – CO₂, 3\u00a0m², œuvre"
    assert printed(words) == words


def test_characters_that_the_typeface_lacks_do_not_stop_the_report(report: Report) -> None:
    strange = "E\u0301glantine \U0001f333 木 \t\n\x00\u200b\u00ad Ж"
    assert printed(strange) == "Églantine ? ?    ?"
    document = pdf.render(dataclasses.replace(report, town=strange))
    assert document.startswith(b"%PDF")


def test_a_long_name_of_town_is_not_cut(report: Report, tmp_path: Path) -> None:
    town = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson-lès-Très-Longues-Prairies-sur-la-Rivière (00)"
    told = text_of(pdf.render(dataclasses.replace(report, town=town)), tmp_path)
    assert "Rivière (00)" in " ".join(told.split())


def test_a_full_page_holds_on_one(report: Report) -> None:
    page = report.services[0]
    unknowns = tuple(Finding(f"Ce que l’on ne sait pas, {i}.", "Il manque la donnée. " * 4) for i in range(9))
    full = dataclasses.replace(page, unknowns=unknowns, sources=page.sources * 6, method=page.method * 4)
    document = pdf.render(dataclasses.replace(report, services=(full, report.services[1])))
    assert page_count(document) == 4


def long_table(rows: int) -> Table:
    cells = tuple((f"Quartier numéro {i}", "12\u202f%") for i in range(rows))
    return Table("Quartiers", (Column("Quartier"), Column("Part", numeric=True)), cells)


def test_a_long_table_goes_on_over_pages(report: Report, tmp_path: Path) -> None:
    service = dataclasses.replace(report.services[1], tables=(long_table(90),))
    told = text_of(pdf.render(dataclasses.replace(report, services=(report.services[0], service))), tmp_path)
    assert all(f"Quartier numéro {i} " in told for i in range(90))


def test_tables_are_shortened_past_ten_pages_and_say_so(report: Report, tmp_path: Path) -> None:
    service = dataclasses.replace(report.services[1], tables=(long_table(600),))
    document = pdf.render(dataclasses.replace(report, services=(report.services[0], service)))
    assert page_count(document) <= pdf.PAGES
    assert "Les autres lignes sont dans la version à lire à l’écran." in text_of(document, tmp_path)


def test_a_report_without_service_map_or_figure_is_set(report: Report) -> None:
    brief = dataclasses.replace(report.brief, figures=(), map=None, gaps=())
    assert page_count(pdf.render(dataclasses.replace(report, brief=brief, services=(), references=()))) == 2
