"""The page of a service: where it runs, what blocks, who gives what, who ran it."""

import dataclasses
from collections import Counter
from collections.abc import Callable

import pytest

from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.matrix import matrix as real_matrix
from coeurdeville.deployability.national import NationalOffer
from coeurdeville.deployability.provider import Doubt
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState
from coeurdeville.deployability.words import SOURCE_UNREAD
from coeurdeville.reports.deployment.blocks import blocks
from coeurdeville.reports.deployment.points import programme_points
from coeurdeville.reports.deployment.service_page import service_page
from coeurdeville.services.catalogue import service
from coeurdeville.services.contract.described import Described, Experience
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.referentiel import read_referentiel
from tests.reports.deployment.conftest import DAY, TREES, Outline, given

Points = dict[str, tuple[float, float]]
HOSTILE = """<script>x</script> " onclick="y"""


@pytest.fixture(scope="module")
def page(matrix: Matrix, charter: Described, communes: dict[str, Commune], points: Points) -> str:
    return service_page(matrix.column(charter), communes, points, matrix.national.sources, DAY)


def test_the_page_is_well_formed(page: str) -> None:
    outline = Outline(page)
    assert not outline.faults
    assert not outline.open
    names = [attrs["id"] for _, attrs in outline.elements if "id" in attrs]
    assert len(names) == len(set(names))
    scopes = Counter(attrs.get("scope") for tag, attrs in outline.elements if tag == "th")
    assert None not in scopes


def test_it_says_where_it_runs_and_for_how_many_people(page: str) -> None:
    assert "Il aurait ses données dans 3\u00a0communes sur 6." in page
    assert "<h2>Où il aurait ses données</h2>" in page
    assert "ourne" not in page[page.index("<main") :]
    assert "On y compte 60\u202f% de leurs habitants." in page
    assert "Dans 1\u00a0commune, une amélioration manque ou n’est pas sûre." in page
    assert "2\u00a0communes hors du programme, sans point sur la carte." in page


def test_a_population_that_is_not_known_is_not_none(
    matrix: Matrix, charter: Described, communes: dict[str, Commune], points: Points
) -> None:
    unknown = {code: dataclasses.replace(one, population=None) for code, one in communes.items()}
    page = service_page(matrix.column(charter), unknown, points, matrix.national.sources, DAY)
    assert "On y compte" not in page
    assert "0\u00a0habitant" not in page
    assert '<dd class="small">Population inconnue. ' in page
    assert '<td class="number">0</td></tr>' not in page


def test_every_commune_is_in_the_tables(page: str) -> None:
    tables = page[page.index('<section id="communes">') :]
    for name in ("Vieux-Pont", "Amont", "Bourg-Essai", "Clairval", "Aubépine", "00006"):
        assert tables.count(f'<th scope="row">{name}</th>') == 1
    assert "<td>20/11/2026</td>" in tables
    assert "inconnu" in tables


def test_blocks_are_counted_in_communes_and_people(
    page: str, matrix: Matrix, charter: Described, communes: dict[str, Commune]
) -> None:
    found = blocks(matrix.column(charter), communes)
    assert [(one.state, len(one.communes), one.people) for one in found] == [
        (CellState.BLOCKED, 2, 1000),
        (CellState.TO_CHECK, 1, 1000),
    ]
    assert "2\u00a0raisons, de la plus fréquente à la plus rare." in page
    assert "aucune source connue ne la donne." in page


def test_what_is_absent_and_what_is_in_doubt_are_said_apart(bulletin: Described, communes: dict[str, Commune]) -> None:
    """Trees are in doubt, species absent: one sentence for each; trees absent too: another block."""
    doubted = {"00001": TownInventory("00001", None, given(TREES, Doubt.READER))}
    made = Matrix(["00001", "00002", "00003"], [bulletin], doubted, national=NationalOffer(()))
    found = blocks(made.column(bulletin), communes)
    assert [(one.title.replace("\u00a0", " "), len(one.communes)) for one in found] == [
        ("il manque « Arbres » et « Statuts des espèces »", 2),
        (f"« Arbres » à vérifier ({SOURCE_UNREAD})\u202f; il manque « Statuts des espèces »", 1),
    ]


def test_it_says_who_ran_it_and_what_it_asks(page: str) -> None:
    assert "<strong>Bourg-Essai</strong> 2024-2025. Un rapport. 12,5 jours de travail relevés." in page
    assert '<a href="https://exemple.fr/essai">exemple.fr/essai</a>' in page
    assert "Il faut quelqu’un qui manie un SIG." in page
    assert "service décrit\u00a0: rien ne le calcule encore ici" in page


def test_a_service_that_runs_everywhere_says_that_nothing_blocks(
    matrix: Matrix, charter: Described, communes: dict[str, Commune], points: Points
) -> None:
    cells = matrix.column(charter)[:2]
    page = service_page(cells, communes, points, (), DAY)
    assert "Il aurait ses données dans les 2\u00a0communes." in page
    assert "Rien\u00a0: le service aurait ses données partout, avec ou sans ses améliorations." in page
    assert "Aucune commune\u00a0: ni dégradé, ni à vérifier, ni bloqué." in page


def test_a_service_that_runs_nowhere_says_so(matrix: Matrix, communes: dict[str, Commune], points: Points) -> None:
    cells = matrix.column(service("patrimoine-arbore"))
    assert "Il peut tourner dans 2\u00a0communes sur 6." in service_page(cells, communes, points, (), DAY)
    page = service_page(cells[2:], communes, points, (), DAY)
    assert "La même raison dans toutes les communes." in page
    assert "Il ne tourne à coup sûr dans aucune des 4\u00a0communes." in page
    assert "service calculé\u00a0: il peut être lancé" in page


def test_hostile_text_stays_text(
    matrix: Matrix, charter: Described, communes: dict[str, Commune], points: Points
) -> None:
    ran = (Experience(HOSTILE, "", HOSTILE, f"https://exemple.fr/{HOSTILE}", HOSTILE),)
    bad = dataclasses.replace(
        charter, title=HOSTILE, question=HOSTILE, constraints=(HOSTILE,), experiences=ran, source="javascript:x"
    )
    cells = [dataclasses.replace(cell, service=bad) for cell in matrix.column(charter)]
    outline = Outline(service_page(cells, communes, points, (), DAY, HOSTILE))
    assert not outline.faults
    assert "script" not in {tag for tag, _ in outline.elements}
    assert not [name for _, attrs in outline.elements for name in attrs if name.startswith("on")]
    links = [attrs["href"] or "" for tag, attrs in outline.elements if tag == "a"]
    assert all(link.startswith(("#", "https://exemple.fr/")) for link in links)


def test_real_services_of_the_programme_have_their_page(misprints: Callable[[str], list[str]]) -> None:
    points, table = programme_points(), read_referentiel()
    communes = {code: table.where("code", code)[0] for code in points}
    matrix = real_matrix(list(points))
    for one in matrix.services:
        page = service_page(matrix.column(one), communes, points, matrix.national.sources, DAY)
        assert len(page.encode()) < 400_000
        outline = Outline(page)
        assert not outline.faults
        sure = [text for tag, text in outline.texts if tag in ("h1", "h2", "h3", "dt", "dd", "caption", "figcaption")]
        assert not [found for text in sure for found in misprints(text)]
        assert page == service_page(matrix.column(one), communes, points, matrix.national.sources, DAY)
