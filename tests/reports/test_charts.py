"""Charts: words as given, French numbers, our names, nothing that collides."""

import re

import pytest

from coeurdeville.reports.chart_bars import Bar, Mark, bars
from coeurdeville.reports.chart_curves import Axis, Curve, curves
from coeurdeville.reports.chart_shares import ShareClass, ShareRow, shares, shares_legend
from coeurdeville.reports.chart_svg import WIDTH
from coeurdeville.reports.palette import ramp
from coeurdeville.reports.svg_safety import require_safe_svg

CLASSES = [
    ShareClass(f"c{i}", words, colour) for i, (words, colour) in enumerate(zip("ab", ramp("climat", 2), strict=True))
]


def bar_chart(*rows: Bar, mark: Mark | None = None) -> str:
    return bars("barres", "Titre", "Description", rows, theme="climat", mark=mark)


def lengths(svg: str) -> list[float]:
    """Bars' lengths in pixels, in order."""
    return [float(length) for length in re.findall(r'd="M0,[\d.]+h([\d.]+)v', svg)][1:]


def test_bars_are_as_long_as_their_values() -> None:
    svg = bar_chart(Bar("a", 10, "10"), Bar("b", 5, "5"), Bar("c", 2.5, "2,5"))
    first, second, third = lengths(svg)
    assert second == pytest.approx(first / 2, rel=0.01)
    assert third == pytest.approx(first / 4, rel=0.01)


def test_chart_is_ours() -> None:
    svg = bar_chart(Bar("a", 10, "10"), mark=Mark(5, "repère\u00a0: 5"))
    require_safe_svg("barres", svg)
    assert '<title id="barres-title">Titre</title><desc id="barres-desc">Description</desc>' in svg
    assert "aria-roledescription" not in svg
    assert "style=" not in svg
    assert f'width="{WIDTH}"' in svg
    assert "repère\u00a0: 5" in svg


def test_bars_keep_their_order_and_words() -> None:
    svg = bar_chart(Bar("zèbre", 1, "1\u202f%"), Bar("abeille", 3, "3\u202f%"))
    assert svg.index("zèbre") < svg.index("abeille")
    assert svg.index("1\u202f%") < svg.index("3\u202f%")


def test_bars_of_zero_are_drawn() -> None:
    assert "aucun" in bar_chart(Bar("a", 0, "aucun"))


@pytest.mark.parametrize("name", ['"]; alert(1); ["', "</text><script>x</script>", "datum.value", "${1}", "a\x00b"])
def test_names_are_never_read_as_code(name: str) -> None:
    svg = bar_chart(Bar(name, 1, name), mark=Mark(1, name))
    require_safe_svg("barres", svg)
    assert "<script" not in svg


def test_share_that_is_not_known_is_hatched_and_said() -> None:
    svg = shares("parts", "T", "D", CLASSES, [ShareRow("Sud", (), ("non calculé",))])
    require_safe_svg("parts", svg)
    assert 'fill="url(#parts-hatch)"' in svg
    assert "non calculé" in svg


def test_shares_say_only_what_fits() -> None:
    svg = shares("parts", "T", "D", CLASSES, [ShareRow("Sud", (1, 99), ("1\u202f%", "99\u202f%"))])
    assert "99\u202f%" in svg
    assert ">1\u202f%" not in svg


def test_shares_want_a_value_for_each_class() -> None:
    with pytest.raises(ValueError, match="zip"):
        shares("parts", "T", "D", CLASSES, [ShareRow("Sud", (1,), ("1\u202f%",))])


def test_shares_legend_follows_the_classes() -> None:
    assert [entry.words for entry in shares_legend("Âge", CLASSES).entries] == ["a", "b"]


def curve(**changes: object) -> Curve:
    given = {"label": "Oiseaux", "colour": "#1C6B49", "x": (0, 1000, 2000), "y": (0, 80, 95)}
    return Curve(**{**given, **changes})  # type: ignore[arg-type]


def test_curve_is_dashed_beyond_what_was_observed() -> None:
    whole = curves("courbe", "T", "D", [curve()], x=Axis("observations"), y=Axis("espèces"))
    beyond = curves("courbe", "T", "D", [curve(observed_until=1000)], x=Axis("observations"), y=Axis("espèces"))
    assert 'stroke-dasharray="6,4"' not in whole
    assert 'stroke-dasharray="6,4"' in beyond


def test_curve_shows_its_interval() -> None:
    low, high = (0, 70, 80), (0, 90, 110)
    svg = curves("courbe", "T", "D", [curve(low=low, high=high)], x=Axis("observations"), y=Axis("espèces"))
    require_safe_svg("courbe", svg)
    assert 'opacity="0.2"' in svg


def test_counts_are_french_and_years_are_not_split() -> None:
    counts = curves("courbe", "T", "D", [curve()], x=Axis("observations"), y=Axis("espèces"))
    years = curve(x=(2000, 2010, 2020))
    dated = curves("courbe", "T", "D", [years], x=Axis("année", "year", False), y=Axis("espèces"))
    assert ">1\u202f000<" in counts
    assert ">2010<" in dated
