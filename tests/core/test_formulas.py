"""Nothing that a spreadsheet would run is left as it is."""

import pytest

from coeurdeville.core.formulas import harmless


@pytest.mark.parametrize("text", ["=A1", "+33", "-1", "@x", "\tx", "\rx", "\nx", "＝A1"])
def test_a_text_like_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Tilia", "2017-2018", "1=1", "« - »"])
def test_another_text_is_kept(text: str) -> None:
    assert harmless(text) == text
