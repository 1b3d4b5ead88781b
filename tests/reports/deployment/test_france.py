"""The map: each commune where it is, its state by shape, what is not drawn told."""

import re
from xml.etree import ElementTree

import pytest

from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.matrix import matrix as real_matrix
from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment.france import map_alt, map_svg
from coeurdeville.reports.deployment.marks import COLOURS
from coeurdeville.reports.deployment.points import INSETS, programme_points, windows
from coeurdeville.reports.svg_safety import require_safe_svg
from coeurdeville.services.catalogue import service
from tests.reports.deployment.conftest import bare

NAMES = {"00001": "Vieux-Pont", "00002": "Amont <b>"}
Points = dict[str, tuple[float, float]]


@pytest.fixture(scope="module")
def svg(matrix: Matrix, points: Points) -> str:
    return map_svg("Essai", matrix.column(matrix.services[0]), points, NAMES)


def _marks(svg: str, state: CellState) -> int:
    paths = re.findall(rf'<path (?:fill|stroke)="{COLOURS[state]}"[^>]* d="([^"]*)"', svg)
    return max((path.count("M") for path in paths), default=0)


def test_the_map_is_safe_and_described(svg: str) -> None:
    require_safe_svg("carte", bare(svg))
    texts = " ".join(ElementTree.fromstring(svg).itertext())
    assert re.search("\u00a0km", texts)
    assert "vérifié (1)" in texts
    assert "bloqué (2)" in texts


def test_names_are_written_where_it_runs_in_full(svg: str) -> None:
    texts = list(ElementTree.fromstring(svg).itertext())
    assert "Vieux-Pont" in texts
    assert "Amont <b>" in texts


def test_communes_without_point_are_told(svg: str, matrix: Matrix, points: Points) -> None:
    cells = matrix.column(matrix.services[0])
    assert "2\u00a0communes hors du programme, sans point" in svg
    assert map_alt(cells, points, NAMES) == (
        "Carte de France, un point par commune. Vérifié dans 1\u00a0commune, possible dans 1\u00a0commune, dégradé "
        "dans 1\u00a0commune, à vérifier dans 1\u00a0commune et bloqué dans 2\u00a0communes. "
        "Aurait toutes ses données\u00a0: Vieux-Pont et Amont <b>. "
        "2\u00a0communes hors du programme, sans point sur la carte."
    )


def test_each_commune_of_the_programme_has_one_mark() -> None:
    points = programme_points()
    matrix = real_matrix(list(points))
    for one in matrix.services:
        cells = matrix.column(one)
        svg = map_svg("Essai", cells, points, {})
        require_safe_svg("carte", bare(svg))
        assert len(bare(svg)) < 100_000
        halos = re.findall(r'<path fill="#FFFFFF" fill-opacity=".8" d="([^"]*)"', svg)
        assert sum(path.count("M") for path in halos) == 244
        assert "hors du programme" not in svg


def test_overseas_communes_stand_in_their_frames() -> None:
    parts = windows(programme_points())
    assert [part.name for part in parts] == ["", *INSETS.values()]
    assert sum(len(part.points) for part in parts) == 244
    assert len(parts[0].points) == 228
    for part in parts[1:]:
        for x, y in part.drawn(part.points):
            assert part.left * 10 < x < (part.left + 58) * 10
            assert part.top * 10 < y < (part.top + 58) * 10
    assert parts[-1].top + 58 < parts[0].frame.height


def test_corsica_is_in_its_place() -> None:
    metropole = windows(programme_points())[0]
    (ajaccio,), (nice,) = metropole.drawn(["2A004"]), metropole.drawn(["06069"])
    lille = metropole.drawn(["59350"]) or metropole.drawn(["59178"])
    assert ajaccio[0] > nice[0]
    assert ajaccio[1] > nice[1] > lille[0][1]


def test_a_map_of_one_commune_is_drawn(matrix: Matrix) -> None:
    cells = matrix.column(matrix.services[0])[:1]
    svg = map_svg("Essai", cells, {"00001": (2.0, 47.0)}, NAMES)
    require_safe_svg("carte", bare(svg))
    assert _marks(svg, CellState.POSSIBLE) == 1


def test_a_map_without_any_point_is_still_a_picture(matrix: Matrix) -> None:
    svg = map_svg("Essai", matrix.column(matrix.services[0]), {}, NAMES)
    require_safe_svg("carte", bare(svg))
    assert "6\u00a0communes hors du programme" in svg


def test_a_drawing_for_a_page_has_no_style_and_one_of_its_own_has_its_typeface(matrix: Matrix, points: Points) -> None:
    cells = matrix.column(matrix.services[0])
    inside = map_svg("Essai", cells, points, NAMES, legend=False)
    require_safe_svg("carte", inside)
    assert map_svg("Essai", cells, points, NAMES).count("@font-face") == 3


def test_a_computed_service_runs_and_a_described_one_would_have_its_data(matrix: Matrix, points: Points) -> None:
    assert "Tourne en entier" in map_alt(matrix.column(service("patrimoine-arbore")), points, NAMES)
    assert "ourne" not in map_alt(matrix.column(matrix.services[0]), points, NAMES)
