"""Writing answers: versions, what meets another text, what is refused."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import now
from programme.candidatures.dossier import ANSWERS
from programme.monde import call, candidature, member, user

from coeurdeville.comptes.roles import Role
from coeurdeville.core.problems import Refused
from coeurdeville.programme.candidatures.ecritures import ecrire, en_attente, histoire_du_champ, regler, restaurer
from coeurdeville.programme.models import Complement, Ecriture, Reponse

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def test_each_writing_is_a_version() -> None:
    town, who = candidature(call()), member()
    assert ecrire(town, "partage", "Un.", 0, who).version == 1
    assert ecrire(town, "partage", "Deux.\r\n", 1, who).version == 2
    held = Reponse.objects.get()
    assert (held.valeur, held.version, held.auteur) == ("Deux.", 2, who)
    assert [one.valeur for one in histoire_du_champ(town, "partage")] == ["Deux.", "Un."]


def test_same_text_makes_no_version_whatever_its_base() -> None:
    town, who = candidature(call()), member()
    ecrire(town, "partage", "Un.", 0, who)
    assert ecrire(town, "partage", " Un. ", 0, member(Role.CORRESPONDANT)).version == 1
    assert ecrire(town, "attentes", "", 0, who).version == 0
    assert Ecriture.objects.count() == 1


def test_text_of_a_former_version_is_set_beside_and_shown_to_its_author() -> None:
    town, one, other = candidature(call()), member(), member(Role.CORRESPONDANT)
    ecrire(town, "partage", "De l’une.", 0, one)
    done = ecrire(town, "partage", "De l’autre.", 0, other)
    assert done.version == 1
    assert done.a_cote is not None
    assert done.a_cote.valeur == "De l’autre."
    assert Reponse.objects.get().valeur == "De l’une."
    assert en_attente(town, other) == [done.a_cote]
    assert en_attente(town, one) == []
    ecrire(town, "partage", "De l’autre.", 0, other)
    assert Ecriture.objects.filter(version=None).count() == 1


def test_author_merges_and_both_texts_stay() -> None:
    town, one, other = candidature(call()), member(), member(Role.CORRESPONDANT)
    ecrire(town, "partage", "De l’une.", 0, one)
    beside = ecrire(town, "partage", "De l’autre.", 0, other).a_cote
    assert beside is not None
    assert regler(beside, "De l’une.\nDe l’autre.", 1, other).version == 2
    assert not en_attente(town)
    texts = [row.valeur for row in histoire_du_champ(town, "partage")]
    assert texts == ["De l’une.\nDe l’autre.", "De l’autre.", "De l’une."]


def test_settling_on_a_text_that_moved_again_sets_beside_again() -> None:
    town, one, other = candidature(call()), member(), member(Role.CORRESPONDANT)
    ecrire(town, "partage", "Un.", 0, one)
    beside = ecrire(town, "partage", "Deux.", 0, other).a_cote
    assert beside is not None
    ecrire(town, "partage", "Trois.", 1, one)
    again = regler(beside, "Un et deux.", 1, other).a_cote
    assert again is not None
    assert [row.valeur for row in en_attente(town, other)] == ["Un et deux."]


def test_whoever_wrote_alone_since_meets_nobody() -> None:
    town, who = candidature(call()), member()
    ecrire(town, "partage", "Le début", 0, who)
    assert ecrire(town, "partage", "Le début et la suite", 0, who).version == 2
    assert not en_attente(town)


def test_sending_made_again_is_not_a_conflict() -> None:
    town, one, other = candidature(call()), member(), member(Role.CORRESPONDANT)
    ecrire(town, "partage", "Un.", 0, one)
    ecrire(town, "partage", "Deux.", 1, other)
    done = ecrire(town, "partage", "Un.", 0, one)
    assert (done.version, done.a_cote) == (1, None)
    assert Reponse.objects.get().valeur == "Deux."


def test_former_text_comes_back_as_a_new_version() -> None:
    town, who = candidature(call()), member()
    ecrire(town, "partage", "Un.", 0, who)
    ecrire(town, "partage", "Deux.", 1, who)
    first = histoire_du_champ(town, "partage")[-1]
    assert restaurer(first, 2, who).version == 3
    assert Reponse.objects.get().valeur == "Un."


@pytest.mark.parametrize(("champ", "valeur", "code"), [
    ("inconnu", "a", "candidature-question-inconnue"),
    ("partage", 3, "candidature-reponse-illisible"),
    ("partage", "x" * 5001, "candidature-reponse-trop-longue"),
    ("referent", "une\ndeux", "candidature-reponse-illisible"),
    ("charge", "six", "candidature-reponse-illisible"),
    ("charge", float("nan"), "candidature-reponse-illisible"),
    ("charge", True, "candidature-reponse-illisible"),
    ("charge", 41, "candidature-nombre-hors-bornes"),
    ("forme", "autre", "candidature-choix-inconnu"),
    ("theme", "risques", "candidature-choix-inconnu"),
    ("probleme", "inconnu", "candidature-choix-inconnu"),
    ("service", "inconnu", "candidature-choix-inconnu"),
    ("ouverture", "oui", "candidature-reponse-illisible"),
    ("donnees", ["arbres"], "candidature-donnee-inconnue"),
    ("donnees", [{"couche": "licornes", "entree": "", "role": "rare"}], "candidature-donnee-inconnue"),
    ("pieces", "a", "candidature-pieces-a-part"),
])  # fmt: skip
def test_value_of_another_sort_is_refused_and_nothing_is_kept(champ: str, valeur: Any, code: str) -> None:
    town = candidature(call())
    assert refused(lambda: ecrire(town, champ, valeur, 0, member())) == [code]
    assert not Ecriture.objects.exists()


@pytest.mark.parametrize(("valeur", "said"), [(45.0, "45"), (40.25, "40,25"), (-1, "−1")])
def test_number_out_of_bounds_is_said_as_it_is_written(valeur: float, said: str) -> None:
    with pytest.raises(Refused) as caught:
        ecrire(candidature(call()), "charge", valeur, 0, member())
    assert f"vaut {said}, hors des bornes\u00a0: de 0 à 40." in caught.value.problems[0].message


def test_everything_wrong_is_said_at_once() -> None:
    town = candidature(call())
    with pytest.raises(Refused) as caught:
        ecrire(town, "referent", f"une\n{'x' * 5000}", 0, member())
    assert [one.code for one in caught.value.problems] == [
        "candidature-reponse-illisible", "candidature-reponse-trop-longue",
    ]  # fmt: skip
    rows = [{"couche": "licornes", "entree": "", "role": "rare"}] * 2
    with pytest.raises(Refused) as caught:
        ecrire(town, "donnees", rows, 0, member())
    assert caught.value.problems[0].message == (
        "« Données que le service demanderait »\u202f: la couche « licornes » n’existe pas, "
        "le rôle « rare » n’existe pas et une donnée y est deux fois."
    ).replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace("\u202f:", "\u00a0:")


def test_every_answer_of_the_form_is_taken() -> None:
    town = candidature(call())
    for champ, valeur in ANSWERS.items():
        ecrire(town, champ, valeur, 0, member())
    assert {one.champ: one.valeur for one in town.reponses.all()} == ANSWERS


def test_typing_on_after_a_conflict_keeps_the_last_text_waiting_and_all_in_the_history() -> None:
    town = candidature(call())
    ecrire(town, "partage", "Un.", 0, member())
    other = member(Role.CORRESPONDANT)
    for text in ("Deux", "Deux villages", "Deux villages et un bourg."):
        assert ecrire(town, "partage", text, 0, other).a_cote is not None
    assert [one.valeur for one in en_attente(town)] == ["Deux villages et un bourg."]
    assert [one.valeur for one in histoire_du_champ(town, "partage")][:3] == [
        "Deux villages et un bourg.", "Deux villages", "Deux",
    ]  # fmt: skip


def test_draft_is_written_after_the_limit_too() -> None:
    town = candidature(call(ferme_le=now() - timedelta(minutes=1)))
    assert ecrire(town, "partage", "Trop tard, mais gardé.", 0, member()).version == 1


def test_deposited_one_is_written_until_the_limit() -> None:
    appel = call()
    town = candidature(appel, etat="deposee")
    assert ecrire(town, "partage", "Un.", 0, member()).version == 1
    appel.ferme_le = now() - timedelta(minutes=1)
    appel.save()
    assert refused(lambda: ecrire(town, "partage", "Deux.", 1, member())) == ["candidature-deposee-et-limite-passee"]


def test_only_the_questions_asked_are_completed() -> None:
    town = candidature(call(), etat="a_completer")
    ask = Complement.objects.create(
        candidature=town, demande="Préciser.", champs=["partage"], avant_le=now() + timedelta(days=2)
    )
    assert ecrire(town, "partage", "Un.", 0, member()).version == 1
    assert refused(lambda: ecrire(town, "experience", "Deux.", 0, member())) == ["complement-autre-question"]
    ask.avant_le = now() - timedelta(minutes=1)
    ask.save()
    assert refused(lambda: ecrire(town, "partage", "Trois.", 1, member())) == ["complement-tardif"]


@pytest.mark.parametrize("etat", ["retiree", "retenue", "non_retenue", "irrecevable"])
def test_nothing_is_written_in_another_state(etat: str) -> None:
    town = candidature(call(), etat=etat)
    assert refused(lambda: ecrire(town, "partage", "Un.", 0, user("a"))) == ["candidature-fermee"]
