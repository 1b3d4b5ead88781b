"""A worker killed in the middle of a run: the run is taken again, and what was computed is not done twice."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

TAKE_AGAIN = """
import datetime, django
django.setup()
from coeurdeville.espaces import calculs
calculs.SILENCE = datetime.timedelta(0)
print(calculs.reprendre())
"""
ASK = """
import django
django.setup()
from coeurdeville.espaces.calculs import demander
from coeurdeville.espaces.models import Espace
demander(Espace.objects.get(), None)
"""
SECOND_SERVICE = 18
"""Percentage at which the first service is in the store."""


def around(site: Path) -> dict[str, str]:
    own = {"COEURDEVILLE_DONNEES": str(site), "DJANGO_SETTINGS_MODULE": "coeurdeville.web.settings", "DATABASE_URL": ""}
    return {**os.environ, **own, "COEURDEVILLE_CLE": "clé de test"}


def python(site: Path, *arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], env=around(site), capture_output=True, text=True, check=True)
    return done.stdout


def told(site: Path) -> tuple[str, int, int]:
    with sqlite3.connect(site / "base.sqlite3", timeout=20) as base:
        row = base.execute("select etat, avancement, tentatives from espaces_calcul").fetchone()
    return row[0], row[1], row[2]


@pytest.mark.slow
def test_killed_run_is_taken_again_and_ends(tmp_path: Path, tables: Path, dossier: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    shutil.copyfile(tables, site / "base.sqlite3")
    python(site, "-m", "django", "importer_dossier", str(dossier))
    python(site, "-c", ASK)
    work = [sys.executable, "-m", "django", "db_worker", "--batch", "--no-startup-delay", "--queue-name=*"]
    worker = subprocess.Popen(work, env=around(site))
    while told(site)[1] < SECOND_SERVICE:
        assert worker.poll() is None
        time.sleep(0.05)
    worker.kill()
    worker.wait()
    assert told(site)[0] == "en_cours"
    first = next((site / "magasin" / "figures" / "tree_heritage").iterdir(), None)
    assert first is not None
    computed = first.stat().st_mtime_ns

    assert python(site, "-c", TAKE_AGAIN) == "Reprise(reprises=1, abandons=0)\n"
    subprocess.run(work, env=around(site), check=True)
    assert told(site) == ("fait", 100, 2)
    assert first.stat().st_mtime_ns == computed
    assert [one.name[:2] for one in (site / "editions" / "00001").iterdir()] == ["20"]
