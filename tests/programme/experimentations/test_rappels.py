"""What a pair is reminded of: once, then every month."""

from datetime import date, timedelta

import pytest
from programme.experimentations.projets import laureate, started
from programme.monde import coordination

from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.experimentations.rappels import echeances, rappeler
from coeurdeville.programme.models import Courrier, Experimentation, Livrable, NoteJournal, Rappel

pytestmark = pytest.mark.django_db
START = date(2026, 1, 5)


@pytest.fixture
def project() -> Experimentation:
    made = started(laureate(), START)
    NoteJournal.objects.create(experimentation=made, jour=date(2026, 2, 1), texte="…")
    made.etapes.filter(ordre=1).update(debut_reel=START)
    return made


def told(project: Experimentation, today: date) -> list[str]:
    return [one.texte.replace("\u00a0", " ").replace("\u202f", " ") for one in echeances(project, today)]


def test_step_deliverable_and_journal(project: Experimentation) -> None:
    Livrable.objects.create(experimentation=project, titre="Note", attendu_le=date(2026, 3, 1))
    assert told(project, date(2026, 3, 5)) == [
        "L’étape « Recenser, explorer et qualifier les données existantes » devait finir le 03/02/2026, "
        "il y a 30 jours.",
        "L’étape « Approfondir un jeu de données, en collecter l’historique » devait finir le 05/03/2026, aujourd’hui.",
        "Le livrable « Note » était attendu le 01/03/2026, il y a 4 jours.",
        "Rien n’est écrit au journal depuis le 01/02/2026.",
    ]


def test_nothing_before_the_start_nor_once_suspended(project: Experimentation) -> None:
    franchir(project, "suspendre", coordination(), "Élections.")
    assert told(project, date(2026, 3, 5)) == []


def test_each_of_the_pair_has_one_letter_and_no_second_one(project: Experimentation) -> None:
    assert (rappeler(date(2026, 2, 4)), rappeler(date(2026, 2, 4)), rappeler(date(2026, 2, 5))) == (2, 0, 0)
    letters = Courrier.objects.filter(modele="rappel_experimentation")
    assert [one.destinataire.courriel.split("-")[0] for one in letters.order_by("destinataire")] == [
        "referent_metier", "correspondant_donnees",
    ]  # fmt: skip
    assert "Recenser, explorer" in letters[0].texte
    assert Rappel.objects.count() == 2


def test_what_is_still_late_is_said_again_a_month_later(project: Experimentation) -> None:
    rappeler(date(2026, 2, 4))
    NoteJournal.objects.create(experimentation=project, jour=date(2026, 3, 1), texte="…")
    project.etapes.filter(ordre=2).update(debut_reel=date(2026, 2, 4))
    assert rappeler(date(2026, 2, 4) + timedelta(days=29)) == 2
