"""A call that is cancelled: the pages of the town say it, and offer nothing more."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from programme.candidatures.dossier import fill
from programme.monde import coordination
from web.espace.candidatures.conftest import someone
from web.espace.candidatures.test_etapes import at

from coeurdeville.core.french import day
from coeurdeville.core.problems import Refused
from coeurdeville.programme.candidatures.depot import deposer
from coeurdeville.programme.candidatures.ecritures import ecrire
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Appel, Candidature

People = Callable[[str], Client]
WHY = "Les crédits ne sont pas ouverts."


def cancelled(town: Candidature, *, deposited: bool) -> Candidature:
    """The call was published, the town wrote; then the coordination cancelled."""
    fill(town, someone())
    if deposited:
        deposer(town, someone(), "deposer", now(), "a" * 16)
    Appel.objects.update(publie_le=now())
    franchir(Appel.objects.get(), "annuler", coordination(), WHY)
    return Candidature.objects.get()


@pytest.mark.parametrize("deposited", [False, True])
@pytest.mark.parametrize("rest", ["", "relire/", "etapes/partage/", "pieces/"])
def test_each_page_says_that_the_call_is_cancelled_and_why(
    people: People, town: Candidature, rest: str, deposited: bool
) -> None:
    cancelled(town, deposited=deposited)
    page = people("referent").get(at(town, rest)).content.decode()
    assert f"L’appel est annulé depuis le {day(localdate())}." in page
    assert WHY in page
    for offered in ("Il reste", "Relire et déposer", "/retirer/", 'name="jeton"', "Enregistrer", "Joindre ce fichier"):
        assert offered not in page, offered


def test_list_says_it_and_the_page_of_the_call_is_still_there(people: People, town: Candidature) -> None:
    cancelled(town, deposited=True)
    browser = people("referent")
    assert "appel annulé" in browser.get("/espace/02691/candidatures/").content.decode()
    assert browser.get("/appels/essai/").status_code == 200


def test_draft_of_a_cancelled_call_is_read_and_not_written(people: People, town: Candidature) -> None:
    cancelled(town, deposited=False)
    with pytest.raises(Refused, match="candidature-appel-annule"):
        ecrire(Candidature.objects.get(), "partage", "Autrement.", 1, someone())
    assert "Dire où planter d’abord." in people("referent").get(at(town, "relire/")).content.decode()


def test_withdrawn_one_does_not_speak_of_the_limit(people: People, town: Candidature) -> None:
    fill(town, someone())
    franchir(town, "retirer", someone())
    Appel.objects.update(publie_le=now())
    franchir(Appel.objects.get(), "annuler", coordination(), WHY)
    page = people("referent").get(at(town)).content.decode()
    assert WHY in page
    assert "la limite est passée" not in page
