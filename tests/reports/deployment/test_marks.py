"""A state is told by a shape and a word, never by its colour alone."""

import itertools
import re
from xml.etree import ElementTree

from coeurdeville.deployability.verdict import CellState
from coeurdeville.reports.deployment import marks
from coeurdeville.reports.deployment.strips_legend import HEIGHTS
from coeurdeville.reports.palette import contrast


def _shape(state: CellState) -> str:
    return re.sub(r'(fill|stroke)="#[0-9A-Fa-f]{6}"', "", marks.drawn(state, 6.5))


def test_no_two_marks_have_the_same_shape() -> None:
    assert len({_shape(state) for state in CellState}) == len(CellState)


def test_no_two_bars_have_the_same_height() -> None:
    heights = [HEIGHTS[state] for state in CellState]
    assert heights == sorted(set(heights), reverse=True)


def test_marks_stand_out_on_white_and_from_each_other_in_words() -> None:
    assert all(contrast(colour, "#FFFFFF") >= 4 for colour in marks.COLOURS.values())
    for one, other in itertools.combinations(CellState, 2):
        assert one.label != other.label
        assert marks.MEANINGS[one] != marks.MEANINGS[other]
        assert marks.LETTERS[one] != marks.LETTERS[other]


def test_a_mark_is_well_formed_and_hidden_from_those_who_hear_its_word() -> None:
    for state in CellState:
        drawing = ElementTree.fromstring(marks.mark(state))
        assert drawing.get("aria-hidden") == "true"
        assert marks.marked(state).endswith(f"{state.label}</span>")


def test_each_state_has_its_rule_in_the_style() -> None:
    assert all(f"td.{marks.LETTERS[state]}::before" in marks.css() for state in CellState)
    assert "#" not in marks.css()  # it would end an address


def test_marks_of_one_state_are_as_many_paths_as_one_mark() -> None:
    one = marks.drawn(CellState.PROVEN, 5)
    many = marks.drawn(CellState.PROVEN, 5, [(x, 0) for x in range(50)])
    assert many.count("<path") == one.count("<path")
    assert marks.drawn(CellState.PROVEN, 5, []) == ""
