"""The map of a whole matrix: each commune in the class of what is sure there."""

import re

import pytest

from coeurdeville.deployability.matrix import matrix
from coeurdeville.reports.deployment.overview import overview
from coeurdeville.reports.deployment.points import programme_points
from coeurdeville.reports.deployment.reach import class_of, reach_map
from coeurdeville.reports.svg_safety import require_safe_svg
from coeurdeville.services.catalogue import any_service
from coeurdeville.territories.towns import towns_of

CODES = ("02691", "35236", "00001")


def _map(*slugs: str) -> str:
    made = matrix(CODES, services=[any_service(slug) for slug in slugs])
    return reach_map(overview(made, towns_of(CODES)), programme_points())


@pytest.mark.parametrize(
    ("slugs", "rank"),
    [
        (("trame-noire",), 0),
        (("trame-noire", "patrimoine-arbore", "ruissellement", "trame-verte"), 1),
        (("trame-noire", "trame-verte"), 2),
        (("regle-3-30-300", "trame-verte"), 3),
    ],
)
def test_class_is_the_share_of_services_that_are_sure(slugs: tuple[str, ...], rank: int) -> None:
    made = matrix(("02691",), services=[any_service(slug) for slug in slugs])
    assert class_of(made.row("02691")) == rank


def test_the_drawing_is_safe_and_told_in_words() -> None:
    figure = _map("trame-noire", "trame-verte")
    svg = figure[figure.index("<svg") : figure.index("</svg>") + 6]
    require_safe_svg("carte", svg)
    assert "aucun dans 1\u00a0commune et du quart à la moitié dans 2\u00a0communes" in svg.lower()


def test_communes_without_point_are_told() -> None:
    figure = _map("trame-verte")
    assert "1\u00a0commune hors du programme, sans point sur la carte." in figure
    assert re.findall(r"</svg>([^<]+) \((\d)\)", figure) == [
        ("aucun", "1"), ("jusqu’au quart", "0"), ("du quart à la moitié", "0"), ("plus de la moitié", "2"),
    ]  # fmt: skip


def test_the_pale_ground_is_said_not_to_be_an_outline() -> None:
    caption = _map("trame-noire").partition("<figcaption>")[2]
    assert "ce n’est pas un contour de la France" in caption
