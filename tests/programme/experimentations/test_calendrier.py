"""What a project lacks to start, and the plan that is kept when it does."""

from datetime import date
from itertools import pairwise

import pytest
from programme.experimentations.projets import laureate, part, planned
from programme.monde import coordination

from coeurdeville.core.problems import Refused
from coeurdeville.programme.etats.franchir import empechements, franchir
from coeurdeville.programme.experimentations.calendrier import ajouter_mois, duree_prevue, repartition

pytestmark = pytest.mark.django_db


def codes(project: object) -> list[str]:
    return [one.code for one in empechements(project, "demarrer", coordination())]  # type: ignore[arg-type]


def test_everything_lacking_is_said_at_once() -> None:
    project = laureate()
    part(project, "correspondant_donnees").delete()
    assert codes(project) == ["calendrier-sans-dates", "etapes-sans-dates", "role-vacant"]


def test_steps_that_leave_the_project_are_named() -> None:
    project = planned(laureate(), date(2026, 1, 5))
    project.fin_prevue = date(2026, 6, 1)
    problems = empechements(project, "demarrer", coordination())
    assert [one.code for one in problems] == ["etapes-hors-du-projet"]
    assert "« Évaluer, partager, dire" in problems[0].message.replace("\u00a0", " ")


def test_plan_of_the_start_is_kept() -> None:
    project = planned(laureate(), date(2026, 1, 5))
    franchir(project, "demarrer", coordination())
    project.refresh_from_db()
    assert (project.etat, project.debut_initial, project.fin_initiale) == (
        "en_cours",
        date(2026, 1, 5),
        date(2026, 7, 3),
    )
    step = project.etapes.first()
    assert (step.debut_initial, step.fin_initiale) == (date(2026, 1, 5), date(2026, 2, 3))


def test_incomplete_plan_does_not_start() -> None:
    with pytest.raises(Refused):
        franchir(laureate(), "demarrer", coordination())


def test_steps_cover_the_months_without_hole_or_overlap() -> None:
    steps = list(repartition(date(2026, 1, 31), 8, 6))
    assert steps[0][0] == date(2026, 1, 31)
    assert steps[-1][1] == date(2026, 9, 29)
    assert [(b[0] - a[1]).days for a, b in pairwise(steps)] == [1] * 5


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2026, 5, 15), 9, date(2027, 2, 15)),
    ],
)
def test_months_are_added_within_the_month(day: date, months: int, expected: date) -> None:
    assert ajouter_mois(day, months) == expected


@pytest.mark.parametrize(("said", "expected"), [("", (6, 9)), ("6 à 9 mois", (6, 9)), ("un an : 12 mois", (12, 12))])
def test_length_of_the_call(said: str, expected: tuple[int, int]) -> None:
    project = laureate()
    project.appel.duree_mois = said
    assert duree_prevue(project.appel) == expected
