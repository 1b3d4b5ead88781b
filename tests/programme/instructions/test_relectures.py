"""Entrusting, scoring, abstaining, declaring a link: what is kept, what is refused, what disappears."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from programme.instructions.seance import deposited, given
from programme.monde import call, coordination, mandated, user

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.core.problems import Refused
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.affectation import Demande, affecter, proposition
from coeurdeville.programme.instructions.avancement import avancement
from coeurdeville.programme.instructions.avis import demander, ecrire, signaler
from coeurdeville.programme.instructions.complements import clore_echus
from coeurdeville.programme.instructions.lecture import autres, lit, mes_relectures, page
from coeurdeville.programme.instructions.notes import Brouillon, garder
from coeurdeville.programme.instructions.rappels import relancer_en_retard
from coeurdeville.programme.instructions.recusations import declarer
from coeurdeville.programme.instructions.tableau import rangees
from coeurdeville.programme.models import (
    Avis,
    Besoin,
    Complement,
    Courrier,
    Evenement,
    Mandat,
    Note,
    Recusation,
    Relecture,
)

pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + timedelta(days=20)
KEYS = ("innovation", "experience", "organisation", "partage")
WHOLE = Brouillon(dict.fromkeys(KEYS, ("4", "Parce que.")), "Bon dossier.")


def codes(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def mandate(appel: Any, name: str, organisation: str = "") -> Mandat:
    mandated(Mandat.Role.RELECTEUR, appel, name)
    appel.mandats.filter(utilisateur=user(name)).update(organisation=organisation)
    found: Mandat = appel.mandats.get(utilisateur=user(name))
    return found


def test_proposal_is_even_and_never_of_the_same_town_or_organisation() -> None:
    appel = call("instruction", relectures_voulues=2)
    towns = [deposited(appel, number) for number in (1, 2, 3)]
    those = [mandate(appel, "a"), mandate(appel, "b", "Ville de Pontcharme"), mandate(appel, "c")]
    Membre.objects.create(utilisateur=those[0].utilisateur, commune="00001", role="lecteur")
    found, pairs = proposition(appel)
    assert not found.manques
    assert {(one.candidature.nom, str(one.mandat.utilisateur)[0]) for one in pairs} == {
        ("Valmorin-sur-Aune", "b"), ("Valmorin-sur-Aune", "c"), ("Vernoise-le-Pont", "a"), ("Vernoise-le-Pont", "b"),
        ("Pontcharme", "a"), ("Pontcharme", "c"),
    }  # fmt: skip
    affecter(appel, pairs, coordination(), SOON)
    assert Relecture.objects.filter(candidature__in=towns, avant_le=SOON).count() == 6
    assert Courrier.objects.filter(modele="affectation").count() == 3
    assert Evenement.objects.filter(objet="relecture", verbe="creer").count() == 6
    assert proposition(appel)[1] == []


def test_pairs_that_are_forbidden_are_all_said_and_none_is_made() -> None:
    appel = call("instruction")
    one = deposited(appel, 1)
    reader, linked = mandate(appel, "a"), mandate(appel, "b", "Valmorin-sur-Aune Agglomération")
    affecter(appel, [Demande(one, reader)], coordination())
    asked = [Demande(one, reader), Demande(one, linked), Demande(deposited(appel, 2, "brouillon"), reader)]
    assert codes(lambda: affecter(appel, asked, coordination())) == [
        "relecture-deja-affectee", "relecteur-lie", "candidature-hors-instruction",
    ]  # fmt: skip
    assert Relecture.objects.count() == 1


def test_nobody_reads_before_the_limit() -> None:
    appel = call("publie")
    pair = Demande(deposited(appel, 1), mandate(appel, "a"))
    assert codes(lambda: affecter(appel, [pair], coordination())) == ["affectation-trop-tot"]


def test_review_that_was_withdrawn_is_entrusted_again() -> None:
    appel = call("instruction")
    pair = Demande(deposited(appel, 1), mandate(appel, "a"))
    (reading,) = affecter(appel, [pair], coordination())
    franchir(reading, "retirer", coordination())
    (again,) = affecter(appel, [pair], coordination())
    assert (again.pk, again.etat) == (reading.pk, "assignee")


def test_draft_is_kept_as_it_is_and_counts_for_nothing() -> None:
    appel = call("instruction")
    reading = given(deposited(appel, 1), "a", etat="assignee")
    told = garder(reading, Brouillon({"innovation": ("3", "Début."), "partage": ("7", "Trop.")}, " Une idée. "))
    assert [one.code for one in told] == ["note-hors-bornes"]
    assert set(Note.objects.values_list("critere__cle", "valeur", "motif")) == {
        ("innovation", 3, "Début."), ("partage", None, "Trop."),
    }  # fmt: skip
    assert Relecture.objects.get().avis == "Une idée."
    (row,) = rangees(appel, coordination())
    assert (row.ligne.nombre, row.ligne.attendues, row.ligne.mediane) == (0, 1, None)


def test_review_is_given_whole_then_closed_to_writing() -> None:
    reading = given(deposited(call("instruction"), 1), "a", etat="assignee")
    assert codes(lambda: franchir(reading, "rendre", reading.relecteur)) == ["note-absente", "note-sans-motif"] * 4
    garder(reading, WHOLE)
    franchir(reading, "rendre", reading.relecteur)
    assert Relecture.objects.get().rendue_le is not None
    assert codes(lambda: garder(reading, WHOLE)) == ["relecture-deja-rendue"]
    franchir(reading, "reprendre", reading.relecteur)
    garder(reading, Brouillon({}, "Revue."))
    assert set(Note.objects.values_list("valeur", flat=True)) == {None}


def test_scores_of_others_are_hidden_until_ones_own_are_given() -> None:
    one = deposited(call("instruction"), 1)
    given(one, "autre", 5, 4, 3, 2)
    reading = given(one, "a", etat="assignee")
    assert page(reading).autres is None
    garder(reading, WHOLE)
    franchir(reading, "rendre", reading.relecteur)
    (other,) = page(reading).autres or ()
    assert [(it.cle, note.valeur) for it, note in other.notes] == list(zip(KEYS, (5, 4, 3, 2), strict=True))
    assert [one.qui for one in autres(reading, [])] == ["autre@essai.example"]


def test_declared_link_erases_scores_and_hides_the_candidature_everywhere() -> None:
    appel = call("instruction")
    one, other = deposited(appel, 1), deposited(appel, 2)
    coordination()
    reading = given(one, "a", 5, 5, 5, 5)
    given(other, "a", 1, 1, 1, 1)
    Mandat.objects.create(appel=appel, utilisateur=reading.relecteur, role=Mandat.Role.JURY)
    signaler(reading, "avis", "Un hydrologue.")
    declarer(one, reading.relecteur, "Mon frère y est élu.")
    reading.refresh_from_db()
    assert (reading.etat, reading.avis, reading.rendue_le) == ("recusee", "", None)
    assert not Note.objects.filter(relecture=reading).exists()
    assert not Besoin.objects.exists()
    assert Recusation.objects.get().motif == "Mon frère y est élu."
    assert not lit(reading.relecteur, reading)
    assert [line.titre for line in mes_relectures(reading.relecteur).lignes] == ["Vernoise-le-Pont"]
    assert [row.titre for row in rangees(appel, reading.relecteur)] == ["Vernoise-le-Pont"]
    assert Courrier.objects.filter(modele="recusation").count() == 1


def test_juror_without_review_declares_a_link_that_the_town_does_not_read() -> None:
    appel = call("instruction")
    one = deposited(appel, 1)
    sitting = mandated(Mandat.Role.JURY, appel)
    assert codes(lambda: declarer(one, sitting, " ")) == ["lien-sans-motif"]
    declarer(one, sitting, "J’y habite.")
    declarer(one, sitting, "Encore.")
    assert Recusation.objects.get().motif == "J’y habite."
    assert not Evenement.objects.filter(objet="candidature").exists()
    assert rangees(appel, sitting) == []


def test_review_is_not_taken_back_once_the_jury_decided() -> None:
    from programme.instructions.seance import decide

    one = deposited(call("instruction"), 1)
    reading = given(one, "a", 5, 5, 5, 5)
    decide(one, "retenir")
    assert codes(lambda: franchir(reading, "reprendre", reading.relecteur)) == ["relectures-closes"]


def test_late_reviewers_are_reminded_once_a_week() -> None:
    appel = call("instruction", contact="appel@essai.example")
    late, soon = given(deposited(appel, 1), "a", etat="assignee"), given(deposited(appel, 2), "a", etat="assignee")
    Relecture.objects.filter(pk=late.pk).update(avant_le=date(2022, 6, 1))
    Relecture.objects.filter(pk=soon.pk).update(avant_le=date(2022, 6, 20))
    assert relancer_en_retard(date(2022, 6, 10)) == 1
    assert relancer_en_retard(date(2022, 6, 11)) == 0
    Evenement.objects.update(date=timezone.now() - timedelta(days=7))
    assert relancer_en_retard(date(2022, 6, 17)) == 1
    letter = Courrier.objects.filter(modele="relance_relecture").first()
    assert letter is not None
    assert "avant le 01/06/2022" in letter.texte
    assert "Valmorin" not in letter.texte + letter.sujet


def test_town_is_asked_to_complete_some_answers_until_an_instant() -> None:
    one = deposited(call("instruction"), 1)
    wrong = {"champs": ["inconnu"], "avant_le": timezone.now() - timedelta(hours=1)}
    asked = {"champs": ["charge"], "avant_le": timezone.now() + timedelta(days=3)}
    boss = coordination()
    assert codes(lambda: franchir(one, "demander_complement", boss, "")) == [
        "motif-absent", "complement-sans-champ", "complement-sans-limite",
    ]  # fmt: skip
    assert codes(lambda: franchir(one, "demander_complement", boss, "Oui ?", **wrong)) == [
        "complement-champ-inconnu", "complement-limite-passee",
    ]  # fmt: skip
    franchir(one, "demander_complement", boss, "Combien de jours par mois ?", **asked)
    assert (one.etat, Complement.objects.get().demande) == ("a_completer", "Combien de jours par mois ?")
    letter = Courrier.objects.get(modele="complement")
    assert "Combien de jours" in letter.texte
    assert "- Jours par mois que le binôme peut y consacrer" in letter.texte
    assert "avant le" in letter.sujet
    assert clore_echus() == 0
    Complement.objects.update(avant_le=timezone.now() - timedelta(minutes=1))
    assert clore_echus() == 1
    one.refresh_from_db()
    assert (one.etat, Complement.objects.get().clos_le is not None) == ("deposee", True)


def test_no_complement_is_asked_while_the_town_corrects_by_itself() -> None:
    one = deposited(call(), 1)
    asked = {"champs": ["charge"], "avant_le": timezone.now() + timedelta(days=3)}
    assert codes(lambda: franchir(one, "demander_complement", coordination(), "Combien ?", **asked)) == [
        "complement-avant-la-limite"
    ]


def test_expert_is_asked_answers_and_is_read_by_reviewers() -> None:
    one = deposited(call("instruction"), 1)
    assert codes(lambda: demander(one, "personne", " ", coordination())) == ["question-absente", "expert-adresse"]
    expert = user("expert")
    asked = demander(one, "Expert@essai.example ", "La méthode tient-elle ?", coordination(), SOON)
    assert codes(lambda: franchir(asked, "rendre", expert)) == ["avis-vide"]
    ecrire(asked, "Oui, avec des stations.")
    franchir(asked, "rendre", expert)
    ecrire(asked, "Non.")
    assert Avis.objects.get().reponse == "Oui, avec des stations."
    letter = Courrier.objects.get(modele="demande_avis")
    assert "Valmorin" not in letter.texte + letter.sujet
    assert [str(it) for it in page(given(one, "a")).avis] == [f"avis nº {asked.pk}"]


def test_expert_without_account_is_given_one_and_told_how_to_sign_in() -> None:
    one = deposited(call("instruction"), 1)
    asked = demander(one, " Nouvelle@essai.example", "La méthode tient-elle ?", coordination())
    assert asked.expert is not None
    assert (asked.expert.courriel, asked.expert.has_usable_password()) == ("nouvelle@essai.example", False)
    letter = Courrier.objects.get(modele="demande_avis")
    assert letter.destinataire == asked.expert
    assert "/compte/connexion/" in letter.texte
    assert "lien de connexion" in letter.texte


def test_refused_request_makes_no_account_and_a_closed_one_is_said() -> None:
    one = deposited(call("instruction"), 1)
    assert codes(lambda: demander(one, "nouvelle@essai.example", "", coordination())) == ["question-absente"]
    assert not Utilisateur.objects.filter(courriel="nouvelle@essai.example").exists()
    user("partie", is_active=False)
    assert codes(lambda: demander(one, "partie@essai.example", "Et ?", coordination())) == ["expert-compte-ferme"]


def test_expert_of_the_town_is_refused() -> None:
    one = deposited(call("instruction"), 1)
    Membre.objects.create(utilisateur=user("expert"), commune="00001", role="lecteur")
    assert codes(lambda: demander(one, "expert@essai.example", "Et donc ?", coordination())) == ["expert-lie"]


@pytest.mark.parametrize("towns", [1, 3, 200])
def test_reviewer_reads_a_list_in_as_many_queries(towns: int, django_assert_num_queries: Any) -> None:
    appel = call("instruction")
    for number in range(1, towns + 1):
        given(deposited(appel, number), "a", 4, 3, etat="assignee")
    reader = user("a")
    with django_assert_num_queries(8):
        found = mes_relectures(reader)
    assert [(one.notes, one.criteres) for one in found.a_faire] == [(2, 4)] * towns


@pytest.mark.parametrize("towns", [1, 3, 200])
def test_progress_is_read_in_as_many_queries(towns: int, django_assert_num_queries: Any) -> None:
    appel = call("instruction")
    for number in range(1, towns + 1):
        given(deposited(appel, number), "a", 4, 3, 2, 1)
    reader = user("a")
    with django_assert_num_queries(10):
        found = avancement(appel, reader, date(2022, 6, 1))
    assert (len(found.candidatures), found.manquent, found.completes) == (towns, 2 * towns, 0)
    assert [(one.total, one.rendues) for one in found.relecteurs] == [(towns, towns)]


def test_daily_command_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    late = given(deposited(call("instruction"), 1), "a", etat="assignee")
    Relecture.objects.filter(pk=late.pk).update(avant_le=date(2022, 6, 1))
    call_command("relancer_relectures")
    assert capsys.readouterr().out == "Relectures relancées : 1. Compléments échus : 0.\n"
