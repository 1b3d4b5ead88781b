"""Every writing is kept with the values before and after; two writers do not erase each other."""

from datetime import date
from decimal import Decimal

import pytest
from programme.experimentations.projets import laureate, started
from programme.monde import coordination, member

from coeurdeville.core.problems import Refused
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.experimentations.cloture import apres_la_fin
from coeurdeville.programme.experimentations.ecriture import ajouter, changer, retirer
from coeurdeville.programme.experimentations.exports import en_csv
from coeurdeville.programme.experimentations.lecture import ecrit_encore, retouches
from coeurdeville.programme.experimentations.valeurs import marque
from coeurdeville.programme.models import (
    Condition,
    Cooperation,
    Effort,
    Evaluation,
    Experimentation,
    Mission,
    NoteJournal,
    Obstacle,
    Resultat,
    Retouche,
)

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
        ("retrait", author, [("Jour", "02/03/2026", ""), ("Texte", "Réunion annulée.", "")]),
        ("changement", author, [("Texte", "Réunion avec le service des eaux.", "Réunion annulée.")]),
        ("ajout", author, [("Jour", "", "02/03/2026"), ("Texte", "", "Réunion avec le service des eaux.")]),
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


def ended(state: str) -> Experimentation:
    """A project that was ended, whose evaluation is there."""
    project = started(laureate(), date(2026, 1, 5))
    franchir(project, "terminer", coordination())
    Evaluation.objects.filter(experimentation=project).update(etat=state)
    return Experimentation.objects.get(pk=project.pk)


def test_nothing_changes_once_the_evaluation_is_validated() -> None:
    project = ended("validee")
    step = project.etapes.first()
    effort = Effort(experimentation=project, jour=date(2026, 3, 2), part="elu", objet="Réunion", jours=Decimal(500))
    step.debut_reel = date(2026, 1, 20)
    project.titre = "Autre titre"
    for act in (lambda: ajouter(effort, member()), lambda: changer(step, member()), lambda: changer(project, member()),
                lambda: retirer(step, member())):  # fmt: skip
        with pytest.raises(Refused) as caught:
            act()
        assert codes(caught) == ["experimentation-close"]
    assert (Effort.objects.count(), project.etapes.filter(pk=step.pk).count()) == (0, 1)
    assert not ecrit_encore(member(), project)


def test_what_is_written_after_the_end_is_counted_until_then() -> None:
    project = ended("soumise")
    assert ecrit_encore(member(), project)
    assert apres_la_fin(project).count() == 0
    ajouter(Effort(experimentation=project, jour=date(2026, 3, 2), part="elu", objet="Réunion", jours=1), member())
    assert [one.sorte for one in apres_la_fin(project)] == ["effort"]


def test_results_of_a_submitted_evaluation_are_not_taken_away() -> None:
    project = ended("soumise")
    result = Resultat.objects.create(evaluation=project.evaluation, texte="Les élus la demandent")
    with pytest.raises(Refused) as caught:
        retirer(result, member())
    assert codes(caught) == ["evaluation-close"]


def test_page_that_changed_meanwhile_is_not_taken_away() -> None:
    page = ajouter(note(), member())
    seen = marque(page)
    NoteJournal.objects.filter(pk=page.pk).update(texte="Écrit par une autre.")
    with pytest.raises(Refused) as caught:
        retirer(page, member(), seen)
    assert codes(caught) == ["fiche-changee-avant-retrait"]
    assert NoteJournal.objects.count() == 1
    retirer(NoteJournal.objects.get(), member(), marque(NoteJournal.objects.get()))
    assert retouches(page.experimentation)[0][1][-1] == ("Texte", "Écrit par une autre.", "")


def test_history_is_in_words() -> None:
    project = laureate()
    ajouter(Cooperation(experimentation=project, couche="arbres", titre="Plans", avec="Le service de l’eau",
                        acteur="public-local", forme="clause"), member())  # fmt: skip
    ajouter(Condition(evaluation=project.evaluation, nature="perimetre", texte="Petites villes", minimum=5000),
            member())  # fmt: skip
    ajouter(Effort(experimentation=project, jour=date(2026, 3, 2), part="elu", objet="Réunion", jours=Decimal("1.50")),
            member())  # fmt: skip
    effort, condition, cooperation = (changes for _, changes in retouches(project)[:3])
    assert [(name, after) for name, _, after in effort] == [
        ("Jour", "02/03/2026"), ("Rôle", "élu porteur"), ("Objet", "Réunion"), ("Jours", "1,5"), ("Euros", "0"),
    ]  # fmt: skip
    assert [(name, after) for name, _, after in condition] == [
        ("Ce que c’est", "périmètre géographique"), ("Texte", "Petites villes"),
        ("Population d’au moins", "5\u202f000"),
    ]  # fmt: skip
    assert [after for _, _, after in cooperation] == [
        "Arbres", "Plans", "Le service de l’eau", "acteur public local",
        "clause d’un marché ou d’une concession",
    ]  # fmt: skip


def counted(**values: str) -> Effort:
    return Effort(experimentation=laureate(), jour=date(2026, 3, 2), part="elu", objet="Réunion",
                  **{name: Decimal(value) for name, value in values.items()})  # fmt: skip


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"jours": "-3"}, "Les jours\u00a0: −3 est en dessous de zéro."),
        ({"jours": "2", "euros": "-0.5"}, "Les euros\u00a0: −0,5 est en dessous de zéro."),
        ({"jours": "400"}, "Les jours\u00a0: 400, pour 366 au plus."),
    ],
)
def test_effort_that_cannot_be_is_refused(values: dict[str, str], said: str) -> None:
    with pytest.raises(Refused) as caught:
        ajouter(counted(**values), member())
    assert [one.message for one in caught.value.problems] == [said]
    assert not Effort.objects.exists()


@pytest.mark.parametrize(("load", "code"), [("-2", "quantite-negative"), ("31.5", "quantite-demesuree"), ("31", "")])
def test_load_is_that_of_a_month(load: str, code: str) -> None:
    one = laureate().participants.get(part="referent_metier")
    one.charge = Decimal(load)
    if not code:
        assert changer(one, member()).charge == 31
        return
    with pytest.raises(Refused) as caught:
        changer(one, member())
    assert codes(caught) == [code]


def test_days_of_a_mission_are_not_below_zero() -> None:
    mission = Mission(experimentation=laureate(), cabinet="C", objet="o", jours_prevus=Decimal(-1),
                      jours_faits=Decimal(-2))  # fmt: skip
    with pytest.raises(Refused) as caught:
        ajouter(mission, coordination())
    assert codes(caught) == ["quantite-negative", "quantite-negative"]
