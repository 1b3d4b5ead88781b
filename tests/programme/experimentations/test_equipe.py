"""A part of the pair that nobody holds is always said."""

from datetime import date

import pytest
from programme.experimentations.projets import laureate, part, started

from coeurdeville.programme.experimentations.equipe import vacances, vacants
from coeurdeville.programme.models import Participant

pytestmark = pytest.mark.django_db


def test_succession_with_a_hole_between_two_holders() -> None:
    project = started(laureate(), date(2026, 1, 5))
    left = part(project, "referent_metier")
    left.au = date(2026, 2, 28)
    left.save()
    Participant.objects.create(
        experimentation=project, part="referent_metier", fonction="paysagiste", du=date(2026, 4, 1)
    )
    found = vacances(project.participants.all(), project, date(2026, 6, 1))
    assert [(one.part.value, one.du, one.au) for one in found] == [
        ("referent_metier", date(2026, 3, 1), date(2026, 3, 31))
    ]
    assert vacants(project.participants.all(), date(2026, 3, 15)) == [Participant.Part.REFERENT]
    assert vacants(project.participants.all(), date(2026, 4, 1)) == []


def test_nobody_since_a_departure() -> None:
    project = started(laureate(), date(2026, 1, 5))
    project.participants.filter(part="correspondant_donnees").update(au=date(2026, 5, 4))
    found = vacances(project.participants.all(), project, date(2026, 6, 1))
    assert [(one.part.value, one.du, one.au) for one in found] == [("correspondant_donnees", date(2026, 5, 5), None)]


def test_same_day_hand_over_leaves_no_hole() -> None:
    project = started(laureate(), date(2026, 1, 5))
    project.participants.filter(part="correspondant_donnees").update(au=date(2026, 5, 4))
    Participant.objects.create(
        experimentation=project, part="correspondant_donnees", fonction="DSI", du=date(2026, 5, 5)
    )
    assert vacances(project.participants.all(), project, date(2026, 6, 1)) == []
