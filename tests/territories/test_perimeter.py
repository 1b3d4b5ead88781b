"""Sets of communes by their name: programme, département, région, intercommunal body, list."""

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.territories.perimeter import perimeter, programme
from coeurdeville.territories.towns import towns_of


@pytest.mark.parametrize(
    ("text", "title", "holds", "lacks"),
    [
        ("02", "département Aisne (02)", "02691", "62765"),
        ("aisne", "département Aisne (02)", "02691", "62765"),
        ("2a", "département Corse-du-Sud (2A)", "2A004", "2B033"),
        ("974", "département La Réunion (974)", "97411", "97209"),
        ("84", "département Vaucluse (84)", "84007", "69123"),
        ("R84", "région Auvergne-Rhône-Alpes (84)", "69123", "84007"),
        ("Hauts de France", "région Hauts-de-France (32)", "02691", "35236"),
        ("200071892", "CA du Saint-Quentinois (200071892)", "02691", "02408"),
        ("Redon", "Redon", "35236", "56260"),
        ("35236, Vannes", "Redon, Vannes", "56260", "02691"),
        ("redon, Redon,35236", "Redon", "35236", "02691"),
        ("02, 62", "département Aisne (02), département Pas-de-Calais (62)", "62765", "35236"),
    ],
)
def test_perimeter_by_name(text: str, title: str, holds: str, lacks: str) -> None:
    found = perimeter(text)
    assert found.title == title
    assert holds in found.codes
    assert lacks not in found.codes
    assert list(found.codes) == sorted(set(found.codes))


def test_programme_has_the_244_communes_and_france_all_of_them() -> None:
    assert perimeter("programme").codes == programme()
    assert len(programme()) == 244
    france = perimeter("france").codes
    assert set(programme()) <= set(france)
    assert len(france) > 34_000


def test_a_merged_commune_leads_to_the_one_of_today() -> None:
    """Cherbourg-Octeville is in Cherbourg-en-Cotentin since 2016."""
    assert perimeter("Cherbourg-Octeville").codes == ("50129",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("32", "code-de-departement-et-de-region"),
        ("02100", "code-insee-et-postal"),
        ("14011", "commune-ancienne"),
        ("02, 50173", "commune-ancienne"),
    ],
)
def test_what_could_be_something_else_is_said(text: str, code: str) -> None:
    assert [one.code for one in perimeter(text).notes] == [code]


@pytest.mark.parametrize("text", ["", " , ", "99999", "nulle part du tout", "Redon, nulle part du tout"])
def test_what_names_nothing_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        perimeter(text)
    assert refused.value.problems[0].code == "perimetre-inconnu"


def test_many_communes_at_once_and_fictional_ones_are_not_there() -> None:
    found = towns_of(["02691", "35236", "00001", "50173"])
    assert {code: one.nom for code, one in found.items()} == {"02691": "Saint-Quentin", "35236": "Redon"}


def test_a_fictional_town_stands_for_itself() -> None:
    assert perimeter("00001").codes == ("00001",)
    assert perimeter("00001, 02691").codes == ("00001", "02691")
