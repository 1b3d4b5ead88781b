"""The card in preparation, for the pair and the coordination."""

import pytest
from django.test import Client
from programme.cas_usage.fiches import card, over
from programme.monde import member, user

from coeurdeville.programme.cas_usage.prose import ecrire, marque
from coeurdeville.programme.models import CasUsage, Condition

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def signed(who: object) -> Client:
    client = Client()
    client.force_login(who, BACKEND)  # type: ignore[arg-type]
    return client


def page(cas: CasUsage) -> str:
    return f"/experimentations/{cas.experimentation_id}/cas-usage/"


def test_before_the_evaluation_the_page_says_what_it_waits_for() -> None:
    project = over()
    text = signed(member()).get(f"/experimentations/{project.pk}/cas-usage/").content.decode()
    assert "La fiche n’est pas encore ouverte" in text


def test_what_lacks_is_told_with_its_place() -> None:
    cas = card()
    assert "Rien\u00a0: la fiche peut être soumise" in signed(member()).get(page(cas)).content.decode().replace(
        "&nbsp;", "\u00a0"
    )
    Condition.objects.all().delete()
    assert "il manque une condition de redéploiement." in signed(member()).get(page(cas)).content.decode()


def test_strangers_do_not_see_it() -> None:
    cas = card()
    assert signed(user("ailleurs")).get(page(cas)).status_code == 403
    assert signed(user("ailleurs")).get(f"{page(cas)}methode/").status_code == 403


def test_words_are_written_chapter_by_chapter() -> None:
    cas, pair = card(), signed(member())
    answer = pair.post(f"{page(cas)}methode/", {"texte": "Deux hivers.", "base": marque(cas, "methode")})
    assert answer.headers["Location"] == page(cas)
    assert "<p>Deux hivers.</p>" in pair.get(page(cas)).content.decode()


def test_two_at_once_lose_nothing() -> None:
    cas, pair = card(), signed(member())
    base = marque(cas, "methode")
    ecrire(cas, "methode", "Le premier.", base)
    answer = pair.post(f"{page(cas)}methode/", {"texte": "Le second.", "base": base})
    text = answer.content.decode()
    assert answer.status_code == 400
    assert "Le second.</textarea>" in text
    assert "<p>Le premier.</p>" in text
    again = pair.post(f"{page(cas)}methode/", {"texte": "Les deux.", "base": answer.context["base"]})
    assert again.status_code == 302


def test_chapter_that_does_not_exist() -> None:
    assert signed(member()).get(f"{page(card())}inconnu/").status_code == 404
