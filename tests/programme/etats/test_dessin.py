"""The drawing of the table of passages can be read in the column of a page, whatever the typeface."""

import xml.etree.ElementTree as ET

import pytest

from coeurdeville.programme.etats.dessin import dessin, sans_issue
from coeurdeville.programme.etats.noms import ETATS

SVG = "{http://www.w3.org/2000/svg}"
PAGE = 830
"""Pixels of the column in which the picture is shown, reduced to its width."""
WIDE = 0.62
"""Width of a letter of a wide sans, semi-bold, in its size."""


def drawn(objet: str) -> ET.Element:
    return ET.fromstring(dessin(objet))


@pytest.mark.parametrize("objet", list(ETATS))
def test_letters_stay_readable_in_a_page(objet: str) -> None:
    width = int(drawn(objet).attrib["width"])
    assert 13 * min(1, PAGE / width) >= 10


@pytest.mark.parametrize("objet", list(ETATS))
def test_names_hold_in_their_frames(objet: str) -> None:
    picture = drawn(objet)
    frame = next(float(one.attrib["width"]) for one in picture.iter(f"{SVG}rect") if "rx" in one.attrib)
    names = [one.text or "" for one in picture.iter(f"{SVG}text") if one.get("text-anchor") == "middle"]
    assert " ".join(names) == " ".join(one.nom for one in ETATS[objet])
    assert [one for one in names if len(one) * 13 * WIDE > frame] == []


def test_only_states_that_nothing_leaves_are_dashed() -> None:
    dashed = [one.nom for one in ETATS["candidature"] if sans_issue("candidature", one)]
    assert dashed == ["non retenue", "sans suite", "désistée"]
    frames = [one for one in drawn("candidature").iter(f"{SVG}rect") if "stroke-dasharray" in one.attrib]
    assert len(frames) == len(dashed)
