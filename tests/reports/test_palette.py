"""Colours that everybody can tell, on screen and in grey."""

from itertools import pairwise

import pytest

from coeurdeville.reports import palette
from coeurdeville.reports.palette import BADGES, INK, LINK, MUTED, PAPER, RAMPS, RESTS, THEMES, TINT, contrast, ramp


@pytest.mark.parametrize("ink", [INK, MUTED, LINK, *THEMES.values()])
@pytest.mark.parametrize("ground", [PAPER, TINT])
def test_text_is_legible(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("ink", "tint"), BADGES.values())
def test_badges_are_legible(ink: str, tint: str) -> None:
    assert contrast(ink, tint) >= 4.5


@pytest.mark.parametrize("mark", [*THEMES.values(), *RESTS.values(), MUTED])
def test_marks_are_seen(mark: str) -> None:
    assert contrast(mark, PAPER) >= 3


@pytest.mark.parametrize("theme", list(RAMPS))
@pytest.mark.parametrize("classes", [2, 3, 4, 5])
def test_ramps_darken_step_by_step(theme: palette.Theme, classes: int) -> None:
    colours = ramp(theme, classes)
    assert len(colours) == classes
    assert all(contrast(light, dark) > 1.15 for light, dark in pairwise(colours))
    assert list(colours) == sorted(colours, key=palette.luminance, reverse=True)


@pytest.mark.parametrize("classes", [0, 1, 6])
def test_ramp_refuses_too_many_classes(classes: int) -> None:
    with pytest.raises(ValueError, match="two to five"):
        ramp("climat", classes)


@pytest.mark.parametrize("fill", [colour for colours in RAMPS.values() for colour in colours])
def test_text_on_a_fill_is_legible(fill: str) -> None:
    assert contrast(palette.text_on(fill), fill) >= 4


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
