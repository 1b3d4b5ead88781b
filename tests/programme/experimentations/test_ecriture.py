"""Every writing is kept with the values before and after; two writers do not erase each other."""

from datetime import date
from decimal import Decimal

import pytest
from programme.experimentations.projets import laureate
from programme.monde import member

from coeurdeville.core.problems import Refused
from coeurdeville.programme.experimentations.ecriture import ajouter, changer, marque, retirer
from coeurdeville.programme.experimentations.exports import en_csv
from coeurdeville.programme.experimentations.lecture import retouches
from coeurdeville.programme.models import Effort, NoteJournal, Obstacle, Retouche

pytestmark = pytest.mark.django_db


def note(text: str = "Réunion avec le service des eaux.") -> NoteJournal:
    return NoteJournal(experimentation=laureate(), jour=date(2026, 3, 2), texte=text)


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in caught.value.problems]


def test_history_says_who_wrote_what() -> None:
    page = ajouter(note(), member())
    page.texte = "Réunion annulée."
    changer(page, member())
    retirer(page, member())
    lines = [(one.geste, str(one.par), changes) for one, changes in retouches(Retouche.objects.first().experimentation)]
    author = "referent_metier-00001@essai.example"
    assert lines == [
        ("retrait", author, [("jour", "2026-03-02", None), ("texte", "Réunion annulée.", None)]),
        ("changement", author, [("texte", "Réunion avec le service des eaux.", "Réunion annulée.")]),
        ("ajout", author, [("jour", None, "2026-03-02"), ("texte", None, "Réunion avec le service des eaux.")]),
    ]


def test_nothing_changed_leaves_no_trace() -> None:
    page = ajouter(note(), member())
    changer(page, member())
    assert Retouche.objects.count() == 1


def test_second_writer_is_told_what_the_first_one_wrote() -> None:
    page = ajouter(note(), member())
    seen = marque(page)
    NoteJournal.objects.filter(pk=page.pk).update(texte="Écrit par une autre.")
    page.texte = "Écrit par moi."
    with pytest.raises(Refused) as caught:
        changer(page, member(), seen)
    assert codes(caught) == ["fiche-changee-depuis"]
    assert "Écrit par une autre." in caught.value.problems[0].message
    assert NoteJournal.objects.get().texte == "Écrit par une autre."


def test_page_taken_away_meanwhile() -> None:
    page = ajouter(note(), member())
    NoteJournal.objects.all().delete()
    with pytest.raises(Refused) as caught:
        changer(page, member())
    assert codes(caught) == ["fiche-retiree"]


def test_every_fault_is_said_at_once() -> None:
    obstacle = Obstacle(experimentation=laureate(), famille="acces", texte="Refus du délégataire.",
                        couche="arbres-bleus", rencontre_le=date(2026, 3, 2), leve_le=date(2026, 2, 1))  # fmt: skip
    with pytest.raises(Refused) as caught:
        ajouter(obstacle, member())
    assert codes(caught) == ["dates-a-l-envers", "obstacle-leve-sans-mots", "couche-du-projet-inconnue"]


def test_effort_without_days_or_euros_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        ajouter(Effort(experimentation=laureate(), jour=date(2026, 3, 2), objet="Réunion"), member())
    assert codes(caught) == ["effort-vide"]


def test_export_disarms_formulas_and_names_no_account() -> None:
    project = laureate()
    ajouter(
        Effort(experimentation=project, jour=date(2026, 3, 2), part="elu", objet="=1+1", jours=Decimal("0.5")), member()
    )
    assert en_csv(project, "effort") == (
        "commune,ville,jour,part,objet,jours,euros\r\n00001,Bruyères-lès-Aulnes,2026-03-02,elu,'=1+1,0.50,0.00\r\n"
    )
    assert "utilisateur" not in en_csv(project, "equipe")
