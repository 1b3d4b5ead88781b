"""The matrix as a page: every cell said, nothing fetched, light, readable by all."""

import base64
import dataclasses
import hashlib
import math
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.matrix import matrix as real_matrix
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.alone import WIDER
from coeurdeville.reports.deployment.bound import MOST, require_few
from coeurdeville.reports.deployment.marks import LETTERS
from coeurdeville.reports.deployment.matrix_page import matrix_page, matrix_svg
from coeurdeville.reports.deployment.overview import overview
from coeurdeville.reports.deployment.strips import LEFT
from coeurdeville.reports.fonts import text_width
from coeurdeville.reports.svg_safety import require_safe_svg
from coeurdeville.territories.acv import members
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.referentiel import read_referentiel
from tests.reports.deployment.conftest import DAY, Outline, bare, commune

HOSTILE = """<script>alert('x')</script> " onload="x & <!-- ]]> \x07\u202e"""
CELL = re.compile(r"<td class=(\w)>([^<]*)</td>")


@pytest.fixture(scope="session")
def page(matrix: Matrix, communes: dict[str, Commune]) -> str:
    return matrix_page(matrix, communes, DAY)


@pytest.fixture(scope="session")
def outline(page: str) -> Outline:
    return Outline(page)


@pytest.fixture(scope="session")
def real() -> tuple[Matrix, dict[str, Commune]]:
    """The communes of the programme and the services as they stand."""
    table = read_referentiel()
    codes = [one.code_insee for one in members()]
    return real_matrix(codes), {code: table.where("code", code)[0] for code in codes}


def test_the_fictional_matrix_has_the_five_states(matrix: Matrix) -> None:
    assert all(overview(matrix, {}).counts[state] for state in CellState)


def test_the_page_is_well_formed_and_in_french(outline: Outline) -> None:
    assert not outline.faults
    assert not outline.open
    assert outline.elements[0] == ("html", {"lang": "fr"})


def test_every_cell_says_its_state_in_a_word(page: str, matrix: Matrix, communes: dict[str, Commune]) -> None:
    wanted = [cell.state for row in overview(matrix, communes).rows for cell in row]
    assert CELL.findall(page) == [(LETTERS[state], state.label) for state in wanted]


def test_lines_and_columns_have_headings(outline: Outline, matrix: Matrix) -> None:
    scopes = Counter(attrs.get("scope") for tag, attrs in outline.elements if tag == "th")
    assert None not in scopes
    assert scopes["row"] == len(matrix.communes) + len(matrix.services) + len(CellState)
    assert scopes["col"] >= len(matrix.services)
    assert scopes["colgroup"] == 3


def test_communes_are_under_their_region_and_departement(page: str) -> None:
    order = ["Autre contrée", "Autre essai", "Aubépine", "Contrée d’Essai", "Essai", "Amont", "Bourg-Essai", "Clairval",
             "Vieux-Pont", "Hors du référentiel des communes", "00006"]  # fmt: skip
    table = page[page.index('class="scroll matrix"') :]
    found = [table.index(f">{name}") for name in order]
    assert found == sorted(found)
    assert 'rowspan="4"' in table


def test_computed_and_described_services_are_told_apart(page: str) -> None:
    assert "Patrimoine arboré <small>calculé</small>" in page
    assert "Charte d’essai <small>décrit</small>" in page
    assert "1\u00a0service calculé et 2\u00a0services décrits." in page


def test_headlines_never_say_that_a_described_service_runs(page: str, outline: Outline) -> None:
    """Two towns have trees, of six; of twelve cells of described services, five have their data."""
    brief = page[page.index('class="answer"') : page.index('class="figures states"')]
    assert "Un service calculé peut tourner dans 33\u202f% des cas (2\u00a0cases sur 6)." in brief
    assert "Un service décrit aurait ses données dans" in brief
    assert "Sur 1\u00a0service calculé, aucun ne tourne à coup sûr dans toutes les communes" in brief
    assert "Sur 2\u00a0services décrits, aucun n’aurait ses données dans toutes les communes" in brief
    told = [sentence for _, text in outline.texts for sentence in re.split(r"[.;]", text) if "décrit" in sentence]
    assert told
    assert not [sentence for sentence in told if "tourne" in sentence]


def test_totals_agree_with_the_cells(page: str, matrix: Matrix) -> None:
    seen = overview(matrix, {})
    assert seen.counts_of("calculé") + seen.counts_of("décrit") == seen.counts
    assert seen.counts_of("calculé").total() == len(matrix.communes)
    foot = page[page.index("<tfoot>") : page.index("</tfoot>")]
    sums = [int(found) for found in re.findall(r'<td class="sum">(\d+)</td>', foot)]
    assert sums == [seen.counts_of(sort)[state] for state in CellState for sort in ("calculé", "décrit")]
    assert sum(sums) == len(matrix.communes) * len(matrix.services)


def test_each_service_says_why_it_does_not_run(page: str) -> None:
    assert "Bloqué dans 4\u00a0communes sur 6\u00a0: il manque «\u00a0Arbres\u00a0»" in page
    doubted = "«\u00a0Végétation\u00a0» à vérifier (le logiciel ne lit pas encore la source nationale)"
    assert f"À vérifier dans 1\u00a0commune\u00a0: {doubted}." in page


def test_what_the_figures_rest_on_is_said(page: str, real: tuple[Matrix, dict[str, Commune]]) -> None:
    assert "4\u00a0inventaires de ville sur 6\u00a0communes." in page
    assert "1\u00a0calcul gardé prouve une case." in page
    full = matrix_page(*real, DAY)
    assert "Aucun inventaire de ville n’est compté." in full
    assert "Lues aujourd’hui (" in full
    assert "Déclarées, pas encore lues (" in full
    assert "23 novembre 2026" in full
    assert "Le logiciel n’est pas affilié" in full


def test_nothing_is_executed_nor_fetched(page: str, outline: Outline) -> None:
    assert not {tag for tag, _ in outline.elements} & {"script", "link", "iframe", "object", "embed", "img", "form"}
    for _, attrs in outline.elements:
        assert not [name for name in attrs if name in ("style", "src") or name.startswith("on")]
        assert (attrs.get("href") or "#").startswith("#")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page
    assert not re.findall(r"url\((?!data:|\"data:)", page)


def test_links_lead_somewhere_and_headings_skip_no_level(outline: Outline) -> None:
    names = [attrs["id"] for _, attrs in outline.elements if "id" in attrs]
    assert len(names) == len(set(names))
    assert {f"#{name}" for name in names} >= {attrs["href"] for tag, attrs in outline.elements if tag == "a"}
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_scrolls_takes_the_focus_and_has_a_name(outline: Outline) -> None:
    regions = [attrs for _, attrs in outline.elements if "scroll" in (attrs.get("class") or "").split()]
    assert len(regions) == 3
    assert all(one["tabindex"] == "0" and one["role"] == "region" and one["aria-label"] for one in regions)


def test_hostile_names_stay_text(matrix: Matrix, communes: dict[str, Commune], outline: Outline) -> None:
    bad = {**communes, "00001": commune("00001", HOSTILE)}
    charter = dataclasses.replace(matrix.services[0], title=HOSTILE)  # type: ignore[type-var]
    hostile = dataclasses.replace(matrix, services=(charter, *matrix.services[1:]))
    text = matrix_page(hostile, bad, DAY, HOSTILE)
    after = Outline(text)
    assert Counter(tag for tag, _ in after.elements) == Counter(tag for tag, _ in outline.elements)
    assert not after.faults
    assert "\x07" not in text
    require_safe_svg("matrice", bare(matrix_svg(hostile, bad)))


def test_the_picture_is_safe_light_and_described(matrix: Matrix, communes: dict[str, Commune]) -> None:
    svg = matrix_svg(matrix, communes, "essai")
    require_safe_svg("essai", bare(svg))
    assert "Services décrits, 12\u00a0cases\u00a0: vérifié 1 (8\u202f%)" in svg
    assert "Services calculés, 6\u00a0cases\u00a0: vérifié 0 (0\u202f%)" in svg
    assert all(state.label in svg for state in CellState)


def test_the_real_programme_fits_in_a_light_file(real: tuple[Matrix, dict[str, Commune]]) -> None:
    matrix, communes = real
    every = dataclasses.replace(matrix, services=[matrix.services[0]] * 25)
    assert len(matrix.communes) == 244
    assert len(matrix_page(every, communes, DAY).encode()) < 1_500_000
    assert len(matrix_svg(matrix, communes)) < 150_000
    page = matrix_page(matrix, communes, DAY)
    assert page.count('scope="rowgroup"') >= 18 + 96
    assert len(CELL.findall(page)) == 244 * len(matrix.services)


def test_names_of_the_picture_have_room_in_a_wider_typeface(real: tuple[Matrix, dict[str, Commune]]) -> None:
    """Services before their bars, régions under the top, even where another typeface is a quarter wider."""
    root = ElementTree.fromstring(matrix_svg(*real))
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        words, size = (text.text or "").strip(), float(text.get("font-size", "0"))
        wide = WIDER * text_width(words, size)
        if text.get("transform"):
            assert float(text.get("y", "0")) - wide * math.sin(math.radians(38)) > size / 2
        elif len(text):
            assert wide + WIDER * text_width(text[0].text or "", 11) < LEFT
            assert not words.endswith("…")


def test_too_many_communes_are_refused_before_anything_is_worked_out(matrix: Matrix) -> None:
    wide = dataclasses.replace(matrix, communes=["00001"] * (MOST + 1), services=())
    for made in (lambda: matrix_page(wide, {}, DAY), lambda: matrix_svg(wide, {})):
        with pytest.raises(Refused) as refused:
            made()
        assert [one.code for one in refused.value.problems] == ["trop-de-communes-a-dessiner"]
        assert "CSV" in refused.value.problems[0].cure
        assert "2\u202f001 communes" in refused.value.problems[0].message
    require_few(["00001"] * MOST)


def test_the_same_matrix_gives_the_same_text(matrix: Matrix, communes: dict[str, Commune], page: str) -> None:
    assert matrix_page(matrix, communes, DAY) == page


def test_the_text_is_printed_as_french_is(outline: Outline, misprints: Callable[[str], list[str]]) -> None:
    told = [text for tag, text in outline.texts if tag not in ("style", "title")]
    assert not [found for text in told for found in misprints(text)]


def test_an_empty_matrix_is_refused(matrix: Matrix) -> None:
    with pytest.raises(ValueError, match="at least one commune"):
        matrix_page(dataclasses.replace(matrix, communes=[]), {}, DAY)


def test_headings_stay_and_the_print_shows_all() -> None:
    style = Path(__file__).parents[3] / "src/coeurdeville/reports/deployment/deployment.css"
    text = style.read_text(encoding="utf-8")
    assert "position: sticky; top: 0" in text
    assert "max-height: none; overflow: visible" in text[text.index("@media print") :]
