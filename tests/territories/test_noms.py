import pytest
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.territories.noms import bare_key, full_key, split_departement

NAMES = st.text(alphabet="abcdefgéèêëàâôûùçœÿÉÈŒÂ -'’", min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("SAINT QUENTIN", "Saint-Quentin"),
        ("st. quentin", "Saint-Quentin"),
        ("Ste Menehould", "Sainte-Menehould"),
        ("L’HAY LES ROSES", "L'Haÿ-les-Roses"),
        ("villeneuve s/ lot", "Villeneuve-sur-Lot"),
        ("Sacré-Coeur", "Sacré-Cœur"),
        ("mans", "Le Mans"),
        ("Abymes", "Les Abymes"),
    ],
)
def test_bare_key_is_shared_by_writings_of_one_name(typed: str, official: str) -> None:
    assert bare_key(typed) == bare_key(official)


@pytest.mark.parametrize(("one", "other"), [("Saint-Denis", "Sainte-Denis"), ("Rochelle", "Rochelles"), ("Lès", "L")])
def test_bare_key_tells_other_names_apart(one: str, other: str) -> None:
    assert bare_key(one) != bare_key(other)


def test_full_key_keeps_the_article_and_bare_key_keeps_a_name_that_is_one() -> None:
    assert full_key("Le Mans") == "le-mans"
    assert bare_key("Lès") == "les"


@given(NAMES)
def test_keys_do_not_depend_on_case_and_are_their_own_key(text: str) -> None:
    assert full_key(text.upper()) == full_key(text)
    assert full_key(full_key(text)) == full_key(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("La Rochelle (17)", ("La Rochelle", "17")),
        ("Saint-Denis, La Réunion", ("Saint-Denis", "La Réunion")),
        ("La Rochelle", None),
        ("(17)", None),
    ],
)
def test_split_departement_reads_parentheses_and_commas(text: str, parts: tuple[str, str] | None) -> None:
    assert split_departement(text) == parts
