"""Totals of the log, by role and by month; days of consultants apart."""

from datetime import date
from decimal import Decimal

import pytest
from programme.experimentations.projets import laureate

from coeurdeville.programme.experimentations.effort import Total, bilan
from coeurdeville.programme.models import Effort, Mission

pytestmark = pytest.mark.django_db


def test_totals() -> None:
    project = laureate()
    lines = [
        (date(2026, 2, 2), "referent_metier", "2", "0"), (date(2026, 2, 20), "correspondant_donnees", "4.5", "0"),
        (date(2026, 3, 4), "correspondant_donnees", "1", "0"), (date(2026, 3, 9), "", "0", "1200"),
    ]  # fmt: skip
    for day, part, days, euros in lines:
        Effort.objects.create(experimentation=project, jour=day, part=part, objet="x", jours=days, euros=euros)
    Mission.objects.create(experimentation=project, cabinet="C", objet="o", jours_prevus=5, jours_faits="3.5")
    Mission.objects.create(
        experimentation=project, cabinet="C", objet="o", jours_prevus=5, jours_faits=9, etat="annulee"
    )
    found = bilan(project)
    assert (found.jours, found.euros, found.jours_conseil) == (Decimal("7.5"), Decimal(1200), Decimal("3.5"))
    assert found.roles == [
        Total("correspondant données", Decimal("5.5"), Decimal(0)), Total("référent métier", Decimal(2), Decimal(0)),
    ]  # fmt: skip
    assert found.mois == [
        Total("février 2026", Decimal("6.5"), Decimal(0)), Total("mars 2026", Decimal(1), Decimal(1200)),
    ]  # fmt: skip


def test_nothing_logged_is_said_empty() -> None:
    assert bilan(laureate()).vide
