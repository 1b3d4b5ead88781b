"""The sign of life of a run, while a step that says nothing lasts."""

import time
from datetime import UTC, datetime

import pytest

from coeurdeville.espaces.battement import battement
from coeurdeville.espaces.models import Calcul, Espace, Etat

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = datetime(2026, 1, 1, tzinfo=UTC)


def test_beats_while_the_block_lasts_and_not_after() -> None:
    espace = Espace.objects.create(commune="00001", nom="Aubois", revision=1)
    calcul = Calcul.objects.create(espace=espace, revision=1, etat=Etat.COURS, tentatives=1, vu_le=BEFORE)
    with battement(calcul, beat=0.01):
        while Calcul.objects.get().vu_le == BEFORE:
            time.sleep(0.01)
    last = Calcul.objects.get().vu_le
    time.sleep(0.1)
    assert Calcul.objects.get().vu_le == last
