"""A town beside others."""

from collections.abc import Callable, Mapping

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coeurdeville.espaces.models import Edition

Files = Mapping[str, bytes]
Publish = Callable[..., Edition]
PAGE = "/ville/00001-valmorin/comparer/"


def test_towns_that_are_alike_stand_side_by_side_with_dates_and_sources(
    client: Client, publish: Publish, files: Files, poor: Files
) -> None:
    publish(files)
    publish(poor, "00002", "Bellerive")
    page = client.get(PAGE).content.decode()
    assert 'name="avec" value="00002" id="avec-00002" checked' in page
    assert "même tranche de population (moins de 2\u202f000 habitants)" in page
    assert '<th scope="col" class="number">Valmorin, 25/11/2026</th>' in page
    assert '<th scope="row">Arbres en place</th><td class="number">230</td>' in page
    assert "non calculé\u00a0: il manque la donnée «\u00a0Arbres\u00a0»" in page
    assert "<li>Bellerive&nbsp;: pas de calcul, donc pas de source.</li>" in page
    assert "Ville de Valmorin-sur-Aune, 2026, Licence Ouverte 2.0. Confiance A." in page


def test_choice_of_nobody_and_of_too_many(client: Client, publish: Publish, files: Files) -> None:
    publish(files)
    publish(files, "00002", "Bellerive")
    assert "Aucune ville n’est choisie" in client.get(f"{PAGE}?avec=").content.decode()
    many = client.get(PAGE, {"avec": ["1", "2", "3", "4", "5"]}).content.decode()
    assert "Plus de 4 villes étaient choisies" in many


def test_town_that_cannot_be_compared_is_said(client: Client, publish: Publish, files: Files) -> None:
    publish(files)
    publish(files, "00002", "Bellerive")
    page = client.get(f"{PAGE}?avec=zz&avec=00001&avec=00002").content.decode()
    assert "Aucune autre ville de code «&nbsp;zz&nbsp;» n’a publié de diagnostic" in page
    assert "Valmorin est déjà la première ville du tableau" in page
    assert 'id="avec-00002" checked' in page


def test_without_edition_or_without_others_there_is_nothing_to_compare(
    client: Client, publish: Publish, files: Files
) -> None:
    alone = client.get("/ville/35236-redon/comparer/").content.decode()
    assert "Redon n’a pas encore de diagnostic publié" in alone
    publish(files)
    assert "Aucune autre ville n’a publié de diagnostic" in client.get(PAGE).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_queries(
    client: Client, publish: Publish, files: Files, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish(files)
    for rank in range(count):
        publish(files, f"0000{rank + 2}", f"Essai {rank}")
    with django_assert_num_queries(4):
        client.get(PAGE)
