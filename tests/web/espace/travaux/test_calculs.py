"""Pages of runs."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.models import Calcul, Edition, Espace, Etat

LIST = "/espace/00001/calculs/"
SAID = {"code": "couche-inconnue", "message": "La couche « arbrres » n’existe pas.", "cure": "L’écrire arbres.",
        "level": "erreur", "examples": ["ligne 3"], "count": 1}  # fmt: skip


def run(espace: Espace, **values: object) -> Calcul:
    return Calcul.objects.create(espace=espace, revision=1, **values)


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_visitor_signs_in_first(client: Client, espace: Espace) -> None:
    assert client.get(LIST).headers["Location"] == f"/compte/connexion/?next={LIST}"


def test_member_of_another_town_is_refused(espace: Espace, entre: Callable[..., Client]) -> None:
    assert entre(Role.REFERENT, "02691").get(LIST).status_code == 403


def test_town_without_space_is_not_found(entre: Callable[..., Client]) -> None:
    assert entre(Role.REFERENT).get(LIST).status_code == 404


def test_pair_asks_for_a_run_once(espace: Espace, entre: Callable[..., Client]) -> None:
    client = entre(Role.CORRESPONDANT)
    assert "Lancer un calcul sur la révision 1" in page(client, LIST)
    first, second = client.post(LIST), client.post(LIST)
    calcul = Calcul.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == f"{LIST}{calcul.pk}/"
    assert "Lancer un calcul" not in page(client, LIST)
    assert "Suivre son avancement" in page(client, LIST)


def test_run_of_a_member_who_left_is_not_said_to_be_of_the_site_alone(
    espace: Espace, entre: Callable[..., Client]
) -> None:
    client = entre(Role.LECTEUR)
    asked = run(espace)
    for path in (LIST, f"{LIST}{asked.pk}/"):
        assert "le site ou un ancien membre" in page(client, path)


def test_reader_sees_and_does_not_ask(espace: Espace, entre: Callable[..., Client]) -> None:
    client = entre(Role.LECTEUR)
    assert "Lancer" not in page(client, LIST).replace("Lancez", "")
    client.post(LIST)
    assert Calcul.objects.count() == 0


def test_empty_folder_says_where_to_start(espace: Espace, entre: Callable[..., Client]) -> None:
    Espace.objects.update(revision=0)
    client = entre(Role.REFERENT)
    assert "Le dossier de la ville est vide" in page(client, LIST)
    refused = client.post(LIST)
    assert refused.status_code == 400
    assert "n’a encore aucune révision" in refused.content.decode()


def test_progress_is_told_by_the_page_and_in_a_few_bytes(espace: Espace, entre: Callable[..., Client]) -> None:
    client = entre(Role.LECTEUR)
    one = run(espace, etat=Etat.COURS, tentatives=2, avancement=46, etape="Exposition aux inondations")
    text = page(client, f"{LIST}{one.pk}/")
    assert '<progress max="100" value="46"' in text
    assert 'role="status" aria-live="polite" data-etape>Exposition aux inondations</p>' in text
    assert "tentative 2 sur 3" in text
    assert client.get(f"{LIST}{one.pk}/etat.json").json() == {
        "etat": "en_cours", "libelle": "en cours", "etape": "Exposition aux inondations", "avancement": 46,
        "ouvert": True, "adresse": f"{LIST}{one.pk}/",
    }  # fmt: skip


def test_page_loads_itself_again_when_asked_and_while_it_runs_only(
    espace: Espace, entre: Callable[..., Client]
) -> None:
    client = entre(Role.LECTEUR)
    one = run(espace, etat=Etat.COURS)
    assert client.get(f"{LIST}{one.pk}/?attendre").headers["Refresh"] == "5"
    assert "Refresh" not in client.get(f"{LIST}{one.pk}/").headers
    Calcul.objects.update(etat=Etat.FAIT)
    assert "Refresh" not in client.get(f"{LIST}{one.pk}/?attendre").headers


def test_failed_run_says_everything_that_stopped_it(espace: Espace, entre: Callable[..., Client]) -> None:
    one = run(espace, etat=Etat.ECHEC, problemes=[SAID, {**SAID, "message": "Autre chose."}])
    text = page(entre(Role.REFERENT), f"{LIST}{one.pk}/")
    assert "Le calcul n’a pas abouti" in text
    assert text.count("L’écrire arbres.") == 2
    assert "ligne 3" in text
    assert "Relancer un calcul" in text


def test_finished_run_leads_to_its_edition(espace: Espace, entre: Callable[..., Client]) -> None:
    one = run(espace, etat=Etat.FAIT)
    Edition.objects.create(espace=espace, identifiant="2026-11-25", calcul=one, etablie_le="2026-11-25")
    text = page(entre(Role.LECTEUR), f"{LIST}{one.pk}/")
    assert 'href="/espace/00001/editions/2026-11-25/"' in text
    assert "<progress" not in text


def test_run_of_another_town_is_not_found(espace: Espace, entre: Callable[..., Client]) -> None:
    other = run(Espace.objects.create(commune="02691", nom="Saint-Quentin", revision=1))
    client = entre(Role.REFERENT)
    assert client.get(f"{LIST}{other.pk}/").status_code == 404
    assert client.get(f"{LIST}{other.pk}/etat.json").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries(
    espace: Espace, entre: Callable[..., Client], count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = entre(Role.REFERENT)
    for rank in range(1, count + 1):
        one = run(espace, etat=Etat.FAIT, fini_le=datetime(2026, 11, 25, tzinfo=UTC))
        Edition.objects.create(espace=espace, identifiant=f"2026-11-{rank}", calcul=one, etablie_le="2026-11-25")
    with django_assert_num_queries(8):
        assert page(client, LIST).count("terminé") == count


def test_locked_database_gives_a_page_in_french(
    espace: Espace, entre: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise OperationalError("database is locked")

    client = entre(Role.REFERENT)
    monkeypatch.setattr("coeurdeville.web.espace.travaux.calculs.demander", locked)
    response = client.post(LIST)
    assert response.status_code == 503
    assert "Le site est très occupé" in response.content.decode()
    assert response.headers["Retry-After"] == "30"
