"""Numbers, dates and lists as a French reader expects them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.core import french
from coeurdeville.core.french import NARROW, NBSP


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (0, 0, "0"),
        (12345.64, 1, f"12{NARROW}345,6"),
        (1_000_000, 0, f"1{NARROW}000{NARROW}000"),
        (-3.5, 1, "\u22123,5"),
        (-0.4, 0, "0"),
        (2.5, 0, "3"),
        (0.5, 0, "1"),
        (0.125, 2, "0,13"),
        (999.999, 2, f"1{NARROW}000,00"),
    ],
)
def test_number_has_a_comma_narrow_thousands_and_halves_up(value: float, digits: int, said: str) -> None:
    assert french.number(value, digits) == said


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_number_can_be_read_back(value: float, digits: int) -> None:
    text = french.number(value, digits).replace(NARROW, "").replace(",", ".").replace(french.MINUS, "-")
    assert abs(float(text) - value) <= 0.5 * 10**-digits * (1 + 1e-6)
    assert "-" not in french.number(value, digits)


@pytest.mark.parametrize(
    ("value", "said"),
    [(7, "7"), (99, "99"), (104, "100"), (105, "110"), (6645, "6 600"), (1_234_567, "1 200 000")],
)
def test_about_keeps_two_figures_from_a_hundred(value: float, said: str) -> None:
    assert french.about(value).replace(NARROW, " ") == said


def test_quantity_sets_its_unit_apart() -> None:
    assert french.quantity(12.5, "%", 1) == f"12,5{NARROW}%"
    assert french.quantity(25, "m") == f"25{NBSP}m"
    assert french.quantity(25, "") == "25"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 arbre"), (1, "1 arbre"), (1.9, "2 arbre"), (2, "2 arbres"), (-2, "\u22122 arbres")]
)
def test_plural_counts_from_two(count: float, said: str) -> None:
    assert french.plural(count, "arbre").replace(NBSP, " ") == said


@pytest.mark.parametrize(
    ("singular", "many", "said"),
    [
        ("espace vert", "", "espaces verts"),
        ("relevé précis", "", "relevés précis"),
        ("prix", "", "prix"),
        ("objet disparu", "objets disparus", "objets disparus"),
        ("arbre en place", "arbres en place", "arbres en place"),
    ],
)
def test_agree_adds_an_s_to_each_word_or_takes_the_plural_given(singular: str, many: str, said: str) -> None:
    assert french.agree(2, singular, many) == said
    assert french.agree(1, singular, many) == singular


def test_small_counts_are_in_letters() -> None:
    assert french.in_words(1, feminine=True) == "une"
    assert french.in_words(1) == "un"
    assert french.in_words(16) == "seize"
    assert french.in_words(17) == "17"
    assert french.how_many(3, "espèce", feminine=True) == "trois espèces"


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (list("abc"), "a, b et c")]
)
def test_listing_joins_the_last_by_a_word(words: list[str], said: str) -> None:
    assert french.listing(words) == said


def test_listing_takes_another_last_word() -> None:
    assert french.listing(["a", "b"], "ou") == "a ou b"


def test_quoted_says_that_there_are_others() -> None:
    assert french.quoted(["Nord"]) == f"«{NBSP}Nord{NBSP}»"
    assert french.quoted(["Nord", "Sud", "Est", "Ouest"], most=2).endswith(f"«{NBSP}Sud{NBSP}» et ailleurs")


def test_days_are_french() -> None:
    assert french.day(date(2026, 3, 1)) == "01/03/2026"
    assert french.long_day(date(2026, 3, 1)) == "1er mars 2026"
    assert french.long_day(date(2026, 8, 23)) == "23 août 2026"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Redon", "de Redon"),
        ("Olemps", "d’Olemps"),
        ("Évreux", "d’Évreux"),
        ("Œuf-en-Ternois", "d’Œuf-en-Ternois"),
        ("Hyères", "d’Hyères"),
        ("Haguenau", "de Haguenau"),
        ("Houilles", "de Houilles"),
        ("Hénin-Beaumont", "d’Hénin-Beaumont"),
        ("Yvetot", "d’Yvetot"),
        ("Yssingeaux", "d’Yssingeaux"),
        ("Yerres", "de Yerres"),
        ("Yutz", "de Yutz"),
        ("Le Mans", "du Mans"),
        ("Les Abymes", "des Abymes"),
        ("La Rochelle", "de La Rochelle"),
        ("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses"),
        ("Lesparre-Médoc", "de Lesparre-Médoc"),
    ],
)
def test_of_elides_and_contracts(name: str, said: str) -> None:
    assert french.of(name) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("L'Haÿ-les-Roses", "l-hay-les-roses"), ("  Cœur  de ville ", "coeur-de-ville"), ("Ærø", "aerø"), ("---", "")],
)
def test_slug_is_plain_with_single_hyphens(text: str, said: str) -> None:
    assert french.slug(text) == said


@given(st.text())
def test_plain_is_settled_in_one_go(text: str) -> None:
    once = french.plain(text)
    assert french.slug(once) == french.slug(text)


def test_typographic_curves_apostrophes_and_tightens_spaces() -> None:
    assert french.typographic(" L'Isle   d'Abeau ") == "L’Isle d’Abeau"


def test_capital_keeps_the_accent() -> None:
    assert french.capital("école") == "École"
    assert french.capital("") == ""


def test_spaced_keeps_signs_with_their_word_and_adds_no_space() -> None:
    said = french.spaced("Écrire « a » : 5 % ; vraiment ? https://a.fr l:s")
    assert said == "Écrire «\u00a0a\u00a0»\u00a0: 5\u202f% ; vraiment\u202f? https://a.fr l:s".replace(
        "% ;", "%\u202f;"
    )
    assert french.spaced(said) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["a", "b"], "«\u00a0a\u00a0» et «\u00a0b\u00a0»"),
        (["a", "b", "c"], "«\u00a0a\u00a0», «\u00a0b\u00a0» et 1\u00a0autre"),
        (["a", "b", "c", "d"], "«\u00a0a\u00a0», «\u00a0b\u00a0» et 2\u00a0autres"),
    ],
)
def test_the_first_names_and_how_many_others(names: list[str], said: str) -> None:
    assert french.some_of(names, 2) == said
