"""Publications are cited from one file."""

import pytest

from coeurdeville.core.references import Reference, references


def test_every_reference_says_who_when_what_and_where_to_find_it() -> None:
    assert references()
    for key, one in references().items():
        assert one.key == key
        assert one.authors, key
        assert one.year.isdigit(), key
        assert one.title, key
        assert one.doi or one.url or one.where, key
        assert "{" not in str(one), key


def test_language_of_a_title_is_known() -> None:
    found = {key: one.language for key, one in references().items()}
    assert found["cgdd_2018"] == "fr"
    assert found["hill_1973"] == "en"


@pytest.mark.parametrize(
    ("doi", "url", "end"),
    [("10.1/x", "https://a.fr", "doi 10.1/x."), ("", "https://a.fr", "https://a.fr."), ("", "", "Revue.")],
)
def test_a_reference_is_written_with_its_best_address(doi: str, url: str, end: str) -> None:
    said = str(Reference("k", "Dupont, A.", "2020", "Titre", "Revue", doi, url))
    assert said.startswith("Dupont, A. (2020), Titre, Revue")
    assert said.endswith(end)
