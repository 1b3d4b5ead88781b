"""From an address to a town: wrong spelling, former codes, unknown ones."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "today"),
    [
        ("/ville/35236-radon/", "/ville/35236-redon/"),
        ("/ville/35236/", "/ville/35236-redon/"),
        ("/ville/2a004-ajaccio/versions/", "/ville/2A004-ajaccio/versions/"),
        ("/ville/35236-radon/comparer/?avec=00001", "/ville/35236-redon/comparer/?avec=00001"),
        ("/ville/01003-ancienne/patrimoine-arbore/", "/ville/01165-francheleins/patrimoine-arbore/"),
        ("/integrer/01003/patrimoine-arbore/", "/integrer/01165/patrimoine-arbore/"),
    ],
)
def test_other_address_of_a_town_leads_to_todays_for_good(client: Client, asked: str, today: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, today)


@pytest.mark.parametrize("code", ["99999", "00001"])
def test_unknown_code_proposes_the_search(client: Client, code: str) -> None:
    answer = client.get(f"/ville/{code}-nulle-part/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert f"Aucune commune n’a le code {code}" in page
    assert '<form action="/recherche/" method="get" role="search">' in page


def test_what_is_no_code_is_no_page(client: Client) -> None:
    assert client.get("/ville/redon/").status_code == 404
