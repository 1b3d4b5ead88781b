"""Days late, counted from the plan that was started with."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from programme.experimentations.projets import laureate, started

from coeurdeville.programme.experimentations.derive import Ecart, derive
from coeurdeville.programme.experimentations.suspensions import Suspension, suspensions
from coeurdeville.programme.journal.ecriture import noter
from coeurdeville.programme.models import Evenement, Experimentation

pytestmark = pytest.mark.django_db
START = date(2026, 1, 5)


@pytest.fixture
def project() -> Experimentation:
    return started(laureate(), START)


def told(project: Experimentation, today: date) -> list[str]:
    found = derive(project, list(project.etapes.all()), (), today)
    return [one.dit.replace("\u00a0", " ") for _, one in found.etapes]


def test_step_that_ended_late_and_one_that_ended_early(project: Experimentation) -> None:
    first, second = list(project.etapes.all())[:2]
    first.debut_reel, first.fin_reelle = START, first.fin_prevue + timedelta(days=12)
    second.debut_reel, second.fin_reelle = first.fin_reelle, second.fin_prevue - timedelta(days=3)
    first.save()
    second.save()
    assert told(project, date(2026, 3, 1))[:3] == ["12 jours de retard", "3 jours d’avance", "dans les temps"]


def test_step_that_should_be_over_is_later_every_day(project: Experimentation) -> None:
    assert told(project, date(2026, 2, 13))[0] == "10 jours de retard à ce jour"


def test_planning_again_hides_nothing(project: Experimentation) -> None:
    step = project.etapes.first()
    step.fin_prevue, step.fin_reelle = date(2026, 4, 1), date(2026, 3, 5)
    step.save()
    _, found = derive(project, [step], (), date(2026, 4, 1)).etapes[0]
    assert found == Ecart(30, acquis=True, replanifie=True)


def test_whole_project_over_its_months(project: Experimentation) -> None:
    project.fin_reelle = START + timedelta(days=365)
    found = derive(project, [], (), date(2030, 1, 1))
    assert found.projet == Ecart(186, acquis=True)
    assert found.duree_dite.replace("\u00a0", " ") == "12,0 mois, pour 6 à 9 prévus par l’appel"
    assert found.trop_longue


def test_project_that_runs_is_said_to_this_day(project: Experimentation) -> None:
    found = derive(project, [], (), date(2026, 4, 6))
    assert found.duree_dite.startswith("3,0 mois à ce jour")
    assert (found.projet.jours, found.trop_longue) == (0, False)


def test_without_plan_nothing_is_said_of_the_delay() -> None:
    found = derive(laureate(), [], (), date(2026, 4, 6))
    assert (found.projet.jours, found.projet.dit, found.mois) == (None, "sans date prévue", None)


def stopped(project: Experimentation, *days: tuple[str, date]) -> None:
    """The only passages of its journal: each state reached, and the day on which it was."""
    Evenement.objects.all().delete()
    for state, day in days:
        event = noter(project, "…", None, "", state)
        Evenement.objects.filter(pk=event.pk).update(date=datetime.combine(day, time(9), tzinfo=UTC))


def test_suspensions_are_those_of_the_journal(project: Experimentation) -> None:
    stopped(project, ("suspendue", date(2026, 3, 1)), ("en_cours", date(2026, 4, 1)), ("suspendue", date(2026, 6, 1)))
    other = laureate(project.appel, "00002", "Valmorin")
    assert suspensions([project, other]) == {
        project.pk: (Suspension(date(2026, 3, 1), date(2026, 4, 1)), Suspension(date(2026, 6, 1), None)), other.pk: (),
    }  # fmt: skip


def test_suspended_months_are_told_apart(project: Experimentation) -> None:
    step = project.etapes.last()
    project.fin_reelle = step.fin_reelle = START + timedelta(days=365)
    stops = (Suspension(date(2026, 3, 1), date(2026, 7, 1)),)
    found = derive(project, [step], stops, date(2030, 1, 1))
    assert found.projet.dit.replace("\u00a0", " ") == "186 jours de retard, dont 122 de suspension"
    assert found.etapes[0][1].suspendus == 122
    assert found.duree_dite.replace("\u00a0", " ") == (
        "12,0 mois, dont 4,0 de suspension, pour 6 à 9 prévus par l’appel"
    )
    assert not found.trop_longue


def test_delay_of_a_suspension_is_no_longer_than_the_delay(project: Experimentation) -> None:
    project.fin_reelle = START + timedelta(days=200)
    stops = (Suspension(date(2026, 2, 1), date(2026, 4, 1)),)
    assert derive(project, [], stops, date(2030, 1, 1)).projet == Ecart(21, acquis=True, suspendus=21)
