"""Retention: announced a month before, then deleted; export and erasure of an account."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.timezone import now
from programme.candidatures.dossier import fill
from programme.monde import TOWN, call, candidature, member, review
from pytest_django import Settings

from coeurdeville.comptes.export import donnees
from coeurdeville.programme.candidatures.conservation import conserver, echeances
from coeurdeville.programme.candidatures.depot import deposer
from coeurdeville.programme.candidatures.effacement import publiques, supprimer
from coeurdeville.programme.candidatures.pieces import fichier
from coeurdeville.programme.candidatures.recepisse import document
from coeurdeville.programme.candidatures.valeurs import deposees
from coeurdeville.programme.courrier.preparation import preparer
from coeurdeville.programme.etats.passage import Lettre
from coeurdeville.programme.journal.ecriture import dit, histoire, noter
from coeurdeville.programme.models import (
    Appel,
    Avis,
    Besoin,
    Candidature,
    Complement,
    Courrier,
    Decision,
    Ecriture,
    Evenement,
    Experimentation,
    Note,
    PieceJointe,
    Recepisse,
    Redaction,
    Relecture,
    Reponse,
    Suivi,
)
from coeurdeville.reports.documents import page

pytestmark = pytest.mark.django_db
ENDED = datetime(2022, 9, 15, 10, tzinfo=UTC)
KEEP = {"non_retenue": 12, "retenue": 24, "brouillon": 6}


@pytest.fixture(autouse=True)
def _data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def ended(etat: str = "non_retenue") -> Candidature:
    """Deposited with a file, then decided on a day."""
    town = candidature(call(conservation=KEEP))
    fill(town, member())
    digest = "ab" * 32
    fichier(digest).parent.mkdir(parents=True)
    fichier(digest).write_bytes(b"plan")
    PieceJointe.objects.create(candidature=town, nom="plan.csv", sorte="CSV", taille=4, empreinte=digest)
    deposer(town, member(), "deposer", now(), "a")
    Candidature.objects.update(etat=etat)
    event = noter(town, "ecarter", None, "deposee", etat)
    Evenement.objects.filter(pk=event.pk).update(date=ENDED)
    Courrier.objects.all().delete()
    return Candidature.objects.get()


def test_announced_a_month_before_then_deleted_a_month_after(django_capture_on_commit_callbacks: object) -> None:
    town = ended()
    day = datetime(2023, 8, 15, 10, tzinfo=UTC)
    assert not conserver(day - timedelta(days=1)).annoncees
    assert list(conserver(day).annoncees) == [town]
    assert not conserver(day).annoncees
    letter = Courrier.objects.get()
    assert letter.destinataire == member()
    assert "À partir du 15/09/2023" in letter.texte
    assert not conserver(datetime(2023, 9, 15, 9, 59, tzinfo=UTC)).supprimees
    assert Reponse.objects.count() == 14
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert list(conserver(datetime(2023, 9, 15, 10, tzinfo=UTC)).supprimees) == [town]
    assert not Reponse.objects.exists()
    assert not Ecriture.objects.exists()
    assert not PieceJointe.objects.exists()
    assert not fichier("ab" * 32).exists()
    receipt = Recepisse.objects.get()
    assert receipt.contenu == {"reponses": {"theme": "climat", "service": "autre"}, "pieces": []}
    assert receipt.par is None
    assert receipt.numero == "essai-00001-1"
    left = Candidature.objects.get()
    assert (left.nom, left.etat) == ("Bruyères-lès-Aulnes", "non_retenue")
    assert [dit(one) for one in histoire(left)][-2:] == [
        "a annoncé la suppression des réponses", "a supprimé les réponses et les pièces",
    ]  # fmt: skip
    assert not conserver(datetime(2030, 1, 1, tzinfo=UTC)).supprimees


def test_nothing_that_was_written_to_judge_it_stays_but_scores() -> None:
    town = ended()
    reading = review(town, etat="rendue")
    Relecture.objects.update(avis="Un avis d’ensemble.")
    Note.objects.create(relecture=reading, critere=town.appel.criteres.all()[0], valeur=4, motif="Une raison.")
    Avis.objects.create(candidature=town, expert=member(), question="Est-ce réaliste ?", reponse="Oui.")
    Complement.objects.create(candidature=town, demande="Le plan manque.", avant_le=ENDED)
    Decision.objects.create(candidature=town, issue="ecarter", motif="Le texte de la décision.", par=member())
    Redaction.objects.create(candidature=town, issue="ecarter", motif="Un premier texte.")
    event = noter(town, "ecarter", member(), "deposee", "non_retenue", "Le texte de la décision.")
    preparer(Lettre("non_retenue", "binome"), town, event)
    Courrier.objects.update(suivi=Suivi.ENVOYE)
    supprimer(town, datetime(2024, 9, 15, 10, tzinfo=UTC))
    assert [(one.valeur, one.motif) for one in Note.objects.all()] == [(4, "")]
    assert Relecture.objects.get().avis == ""
    assert (Avis.objects.get().question, Avis.objects.get().reponse) == ("", "")
    assert Complement.objects.get().demande == ""
    assert (Decision.objects.get().issue, Decision.objects.get().motif, Decision.objects.get().par) == (
        "ecarter", "", None,
    )  # fmt: skip
    assert not Redaction.objects.exists()
    assert {(one.motif, one.acteur) for one in histoire(town)} == {("", None)}
    assert Courrier.objects.get().texte == "Effacé le 15/09/2024, au terme de la durée de conservation."
    assert deposees(Candidature.objects.get()).theme == "climat"
    paper = page(document(Recepisse.objects.get()))
    assert "effacé le 15/09/2024" in paper
    assert "Géomaticienne" not in paper


def test_late_command_still_leaves_a_month() -> None:
    ended()
    late = datetime(2025, 1, 10, tzinfo=UTC)
    assert not conserver(late).supprimees
    assert "À partir du 10/02/2025" in Courrier.objects.get().texte
    assert not conserver(late + timedelta(days=30)).supprimees
    assert conserver(datetime(2025, 2, 10, tzinfo=UTC)).supprimees


def test_file_that_another_candidature_joined_stays(django_capture_on_commit_callbacks: object) -> None:
    town = ended()
    other = candidature(town.appel, "00002", "Autre")
    PieceJointe.objects.create(candidature=other, nom="plan.csv", sorte="CSV", taille=4, empreinte="ab" * 32)
    conserver(datetime(2024, 1, 1, tzinfo=UTC))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert conserver(datetime(2024, 2, 1, tzinfo=UTC)).supprimees
    assert fichier("ab" * 32).is_file()


def test_state_without_retention_is_kept() -> None:
    ended("irrecevable")
    assert [one.prevue for one in echeances()] == [None]
    assert not conserver(datetime(2040, 1, 1, tzinfo=UTC)).annoncees


def test_retained_one_waits_for_the_end_of_its_experiment() -> None:
    town = ended("retenue")
    project = Experimentation.objects.create(candidature=town, commune=TOWN, nom=town.nom, titre="Essai")
    assert echeances()[0].prevue is None
    Experimentation.objects.update(etat="terminee")
    event = noter(project, "terminer", None, "en_cours", "terminee")
    Evenement.objects.filter(pk=event.pk).update(date=datetime(2023, 9, 1, 10, tzinfo=UTC))
    due = echeances()[0].prevue
    assert due is not None
    assert due.date().isoformat() == "2025-09-01"


@pytest.mark.parametrize("etat", ["deposee", "a_completer"])
def test_left_undecided_by_a_call_that_is_over_is_counted_from_its_end(etat: str) -> None:
    town = ended(etat)
    Appel.objects.update(conservation={"sans_suite": 12})
    assert [one.prevue for one in echeances()] == [None]
    Appel.objects.update(etat="annule")
    event = noter(town.appel, "annuler", None, "instruction", "annule")
    Evenement.objects.filter(pk=event.pk).update(date=datetime(2023, 3, 1, 10, tzinfo=UTC))
    due = echeances()[0].prevue
    assert due is not None
    assert due.date().isoformat() == "2024-03-01"


def test_draft_is_counted_from_the_limit() -> None:
    limit = now() + timedelta(days=10)
    candidature(call(conservation=KEEP, ferme_le=limit))
    due = echeances()[0].prevue
    assert due is not None
    assert timedelta(days=180) < due - limit < timedelta(days=185)


def test_command_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    ended()
    call_command("conserver")
    assert capsys.readouterr().out == (
        "Bruyères-lès-Aulnes (00001), Appel d’essai : suppression annoncée.\n1\u00a0annonce, 0\u00a0suppression.\n"
    )


def test_account_takes_away_what_it_wrote_and_goes_without_erasing_the_town() -> None:
    town = ended()
    who = member()
    told = donnees(who)
    for name in ("reponse", "ecriture", "recepisse"):
        assert told[f"programme.{name}"], name
    who.delete()
    assert {one.auteur for one in Ecriture.objects.all()} == {None}
    assert Candidature.objects.get() == town
    assert Recepisse.objects.get().par is None


def test_reviewer_takes_away_scores_reasons_and_questions() -> None:
    town = ended()
    reading = review(town, etat="rendue")
    Note.objects.create(relecture=reading, critere=town.appel.criteres.all()[0], valeur=4, motif="Une raison.")
    Besoin.objects.create(relecture=reading, sorte="avis", texte="Est-ce réaliste ?")
    told = donnees(reading.relecteur)
    assert [one["motif"] for one in told["programme.note"]] == ["Une raison."]
    assert [one["texte"] for one in told["programme.besoin"]] == ["Est-ce réaliste ?"]
    assert "programme.note" not in donnees(member())


def test_theme_that_stays_is_that_of_the_question_of_the_theme() -> None:
    asked = [{"cle": "sujet", "sorte": "theme", "titre": "Sujet"}, {"cle": "theme", "sorte": "texte", "titre": "Mots"}]
    appel = call(formulaire=[{"cle": "une", "titre": "Une", "champs": asked}])
    kept = publiques({"reponses": {"sujet": "climat", "theme": "Rue des Lilas, chez Léa"}, "pieces": []}, appel)
    assert kept == {"reponses": {"sujet": "climat"}, "pieces": []}
