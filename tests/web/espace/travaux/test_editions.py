"""Pages of editions: read by members before everybody, published, withdrawn."""

import re
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.lecture import edition_publique
from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition, Espace

LIST = "/espace/00001/editions/"
DAY = date(2026, 11, 25)
ONE = f"{LIST}2026-11-25/"


@pytest.fixture
def edition(espace: Espace, fichiers: Mapping[str, bytes]) -> Edition:
    name = editions().put(espace.commune, fichiers, DAY)
    return Edition.objects.create(espace=espace, identifiant=name, etablie_le=DAY)


def test_members_read_an_edition_before_it_is_published(edition: Edition, entre: Callable[..., Client]) -> None:
    text = entre(Role.LECTEUR).get(ONE).content.decode()
    assert "seuls les membres de l’espace voient cette page" in text
    assert '<section id="bref">' in text
    assert text.count("<h1") == 1
    assert "Publier cette édition" not in text
    assert edition_publique("00001") is None


def test_weights_are_said_in_french_units(edition: Edition, entre: Callable[..., Client]) -> None:
    text = entre(Role.LECTEUR).get(ONE).content.decode()
    assert re.search(r'<span class="discret">[\d,]+\u00a0(octets|ko|Mo)</span>', text)
    assert not re.search(r"\d\s*[KM]io\b", text)


def test_pair_publishes_then_withdraws_with_a_reason(edition: Edition, entre: Callable[..., Client]) -> None:
    client = entre(Role.REFERENT)
    assert "Publier cette édition" in client.get(ONE).content.decode()
    said = client.post(f"{ONE}publier/", follow=True)
    assert "est publiée\u00a0: tout le monde peut la lire" in said.content.decode()
    assert edition_publique("00001") == edition
    empty = client.post(f"{ONE}retirer/", {"motif": " "})
    assert empty.status_code == 400
    assert "Écrivez le motif du retrait." in empty.content.decode()
    assert client.post(f"{ONE}retirer/", {"motif": "Un fichier faux"}).headers["Location"] == LIST
    edition.refresh_from_db()
    assert (edition.publique, edition.motif_retrait, str(edition.retiree_par)) == (False, "Un fichier faux", "Ada Test")
    assert "Retirée le" in client.get(LIST).content.decode()


@pytest.mark.parametrize("act", ["publier", "retirer"])
def test_reader_neither_publishes_nor_withdraws(edition: Edition, entre: Callable[..., Client], act: str) -> None:
    assert entre(Role.LECTEUR).post(f"{ONE}{act}/", {"motif": "non"}).status_code == 403
    assert Edition.objects.get().publiee_le is None


def test_withdrawn_edition_is_not_published_again_and_it_is_said(
    edition: Edition, entre: Callable[..., Client]
) -> None:
    client = entre(Role.REFERENT)
    client.post(f"{ONE}publier/")
    client.post(f"{ONE}retirer/", {"motif": "Un fichier faux"})
    said = client.post(f"{ONE}publier/", follow=True)
    assert "elle ne se publie plus" in said.content.decode()


def test_members_download_files_that_exist(edition: Edition, entre: Callable[..., Client]) -> None:
    client = entre(Role.LECTEUR)
    response = client.get(f"{ONE}fichiers/diagnostic.pdf")
    assert b"".join(response).startswith(b"%PDF-")
    assert response.headers["Content-Disposition"] == 'attachment; filename="00001-2026-11-25-diagnostic.pdf"'
    assert client.get(f"{ONE}fichiers/autre.pdf").status_code == 404


def test_edition_whose_files_are_lost_says_so(espace: Espace, entre: Callable[..., Client]) -> None:
    Edition.objects.create(espace=espace, identifiant="2026-11-25", etablie_le=DAY)
    response = entre(Role.LECTEUR).get(ONE)
    assert response.status_code == 503
    assert "Un fichier du site manque" in response.content.decode()


def test_edition_of_no_such_name_is_not_found(espace: Espace, entre: Callable[..., Client]) -> None:
    assert entre(Role.LECTEUR).get(f"{LIST}2020-01-01/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries(
    espace: Espace, entre: Callable[..., Client], count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = entre(Role.REFERENT)
    for rank in range(1, count + 1):
        Edition.objects.create(espace=espace, identifiant=f"2026-11-2{rank}", etablie_le=DAY)
    with django_assert_num_queries(7):
        assert client.get(LIST).content.decode().count("à relire</span>") == count


def test_empty_list_says_what_to_do(espace: Espace, entre: Callable[..., Client]) -> None:
    assert 'href="/espace/00001/calculs/"' in entre(Role.LECTEUR).get(LIST).content.decode()
