"""A value as it is shown."""

import pytest

from coeurdeville.schemas.legible import legible


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Tilia cordata", "Tilia cordata"),
        (" 01 ", " 01 "),
        ("a\nb\tc", "a␊b␉c"),
        ("\x1b[2J", "␛[2J"),
        ("abc\u202edef", "abc\ufffddef"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_cannot_be_seen_is_drawn(value: str, shown: str) -> None:
    assert legible(value) == shown


def test_a_long_value_is_cut() -> None:
    assert legible("x" * 100, 5) == "xxxxx…"
    assert legible("x" * 5, 5) == "xxxxx"
