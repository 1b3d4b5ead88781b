"""An announcement that is killed in the middle, then done again: each candidature and each letter exactly once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection, connections
from programme.instructions.seance import judged, signed
from programme.monde import coordination

from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Appel, Candidature, Courrier, Evenement, Experimentation

ISSUES = ("retenir", "ecarter", "mettre_en_attente", "ecarter", "classer", "retenir")
CHILD = """
import os, signal, django
django.setup()
from django.db.models.signals import post_save
from programme.monde import coordination
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Appel, Courrier

written = []

def die(sender, **kwargs):
    written.append(1)
    if len(written) == 4:
        os.kill(os.getpid(), signal.SIGKILL)

post_save.connect(die, sender=Courrier)
franchir(Appel.objects.get(), "annoncer", coordination())
"""


def announce_and_die() -> int:
    database = connection.settings_dict
    name, root = database["NAME"], Path(__file__).parents[2]
    url = (
        f"sqlite:///{name}"
        if connection.vendor == "sqlite"
        else os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"
    )
    connections.close_all()
    env = {**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(root), "DJANGO_SETTINGS_MODULE": "site_settings"}
    return subprocess.run([sys.executable, "-c", CHILD], env=env, check=False, capture_output=True).returncode


@pytest.mark.django_db(transaction=True)
def test_killed_announcement_is_done_again_once() -> None:
    signed(judged(ISSUES))
    before = Evenement.objects.count(), Courrier.objects.count()
    assert announce_and_die() == -signal.SIGKILL
    assert (Evenement.objects.count(), Courrier.objects.count()) == before
    assert set(Candidature.objects.values_list("etat", flat=True)) == {"deposee"}
    assert Appel.objects.get().annonce_le is None
    franchir(Appel.objects.get(), "annoncer", coordination())
    assert sorted(Candidature.objects.values_list("etat", flat=True)) == [
        "liste_attente", "non_retenue", "non_retenue", "retenue", "retenue", "sans_suite",
    ]  # fmt: skip
    letters = Courrier.objects.filter(modele__in=("retenue", "non_retenue", "liste_attente", "sans_suite"))
    assert letters.count() == 6
    assert len({one.destinataire_id for one in letters}) == 6
    assert Experimentation.objects.count() == 2
