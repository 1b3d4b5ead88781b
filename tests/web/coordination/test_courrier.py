"""The outbox, by its pages."""

from typing import Any

import pytest
from django.test import Client
from programme.monde import user

from coeurdeville.programme.models import Courrier


def text(answer: Any) -> str:
    return str(answer.content.decode()).replace("\u00a0", " ")


def message(suivi: str = "a_relire", n: int = 0) -> Courrier:
    return Courrier.objects.create(cle=f"{n}", modele="retenue", destinataire=user("elle"), sujet=f"Décision {n}",
                                   texte="Bonjour <b>vous</b>.", suivi=suivi)  # fmt: skip


def test_messages_are_read_corrected_and_let_go_together(browser: Client) -> None:
    first, second, third = (message(n=n) for n in range(3))
    browser.post(f"/coordination/courrier/{first.pk}/", {"sujet": "Relu", "texte": "Bonjour."})
    browser.post("/coordination/courrier/?suivi=a_relire", {"courrier": [first.pk, second.pk, "x"]})
    kept = {one.pk: (one.sujet, one.suivi) for one in Courrier.objects.all()}
    assert kept == {first.pk: ("Relu", "a_envoyer"), second.pk: ("Décision 1", "a_envoyer"),
                    third.pk: ("Décision 2", "a_relire")}  # fmt: skip


def test_text_is_shown_as_text(browser: Client) -> None:
    assert "Bonjour &lt;b&gt;vous&lt;/b&gt;." in text(browser.get(f"/coordination/courrier/{message('envoye').pk}/"))


@pytest.mark.parametrize(
    ("suivi", "acte", "after"),
    [("a_relire", "retenir", "retenu"), ("incertain", "constater", "envoye"), ("envoye", "retenir", "envoye"),
     ("incertain", "laisser-partir", "a_envoyer"), ("a_relire", "constater", "a_relire")],
)  # fmt: skip
def test_each_act_does_only_what_the_state_allows(browser: Client, suivi: str, acte: str, after: str) -> None:
    one = message(suivi)
    browser.post(f"/coordination/courrier/{one.pk}/{acte}/")
    assert Courrier.objects.get().suivi == after


def test_unknown_state_shows_everything(browser: Client) -> None:
    message()
    assert "Décision 0" in text(browser.get("/coordination/courrier/?suivi=perdu&page=9"))
    assert "Aucun message ici" in text(browser.get("/coordination/courrier/?suivi=echec"))


def test_states_are_drawn(browser: Client) -> None:
    page = text(browser.get("/coordination/etats/"))
    assert page.count("<svg") == 13
    assert "Déposer la candidature : de en préparation à déposée" in page


def test_all_messages_of_a_state_go_together(browser: Client) -> None:
    for n in range(3):
        message(n=n)
    browser.post("/coordination/courrier/?suivi=a_relire", {"tous": "1"})
    assert {one.suivi for one in Courrier.objects.all()} == {"a_envoyer"}
    sent = message("envoye", 9)
    browser.post("/coordination/courrier/?suivi=envoye", {"tous": "1"})
    assert Courrier.objects.get(pk=sent.pk).suivi == "envoye"
