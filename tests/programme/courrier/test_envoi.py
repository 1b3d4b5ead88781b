"""Messages leave once: through a real mail server, through failures, through a worker killed in between."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from programme.courrier.postier import open_post

WRITE = """
import django
django.setup()
from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.models import Courrier
for n in range(6):
    user = Utilisateur.objects.create_user(f"u{n}@essai.example")
    Courrier.objects.create(cle=f"{n}:essai:{user.pk}", modele="essai", destinataire=user, sujet=f"Décision n° {n}",
                            texte="Bonjour,\\n\\nLa décision est prise.\\n")
"""
LATER = """
import django, datetime
django.setup()
from coeurdeville.programme.courrier import envoi
envoi.PATIENCE = datetime.timedelta(0)
print(envoi.denouer(), envoi.expedier())
"""


class Site:
    """A database of its own, and the processes that work on it."""

    def __init__(self, folder: Path, tables: Path) -> None:
        self.folder = folder
        folder.mkdir()
        shutil.copyfile(tables, folder / "base.sqlite3")
        self.run("-c", WRITE)

    def around(self, post: str = "") -> dict[str, str]:
        own = {"COEURDEVILLE_DONNEES": str(self.folder), "DJANGO_SETTINGS_MODULE": "coeurdeville.web.settings"}
        return {**os.environ, **own, "DATABASE_URL": "", "COEURDEVILLE_CLE": "clé de test", "COEURDEVILLE_SMTP": post}

    def run(self, *arguments: str, post: str = "") -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(command, env=self.around(post), capture_output=True, text=True, check=True)
        return done.stdout

    def states(self) -> Counter[str]:
        with sqlite3.connect(self.folder / "base.sqlite3", timeout=20) as base:
            return Counter(row[0] for row in base.execute("select suivi from programme_courrier"))


@pytest.fixture
def site(tmp_path: Path, tables: Path) -> Site:
    return Site(tmp_path / "site", tables)


@pytest.mark.slow
def test_each_message_reaches_a_mail_server_once(site: Site) -> None:
    with open_post() as post:
        assert (
            site.run("-m", "django", "expedier", post=post.address) == "Partis : 6 ; peut-être partis, à vérifier : 0\n"
        )
        site.run("-m", "django", "expedier", post=post.address)
    assert site.states() == {"envoye": 6}
    assert [one["To"] for one in post.taken] == [f"u{n}@essai.example" for n in range(6)]
    assert len({one["Message-ID"] for one in post.taken}) == 6
    body = post.taken[0].get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.decode().splitlines()[:3] == ["Bonjour,", "", "La décision est prise."]


@pytest.mark.slow
def test_worker_killed_while_sending_sends_nothing_twice(site: Site) -> None:
    with open_post(hold=2) as post:
        worker = subprocess.Popen([sys.executable, "-m", "django", "expedier"], env=site.around(post.address))
        assert post.holding.wait(60)
        worker.kill()
        worker.wait()
        assert site.states() == {"envoye": 2, "en_cours": 1, "a_envoyer": 3}
        post.hold = None
        site.run("-c", LATER, post=post.address)
    assert site.states() == {"envoye": 5, "incertain": 1}
    assert Counter(one["To"] for one in post.taken) == Counter(f"u{n}@essai.example" for n in range(6))


@pytest.mark.slow
def test_one_address_refused_holds_nobody_back(site: Site) -> None:
    with open_post(refuse="u2@") as post:
        site.run("-m", "django", "expedier", post=post.address)
    assert site.states() == {"envoye": 5, "a_envoyer": 1}
    with sqlite3.connect(site.folder / "base.sqlite3") as base:
        tries, why = base.execute(
            "select tentatives, erreur from programme_courrier where suivi = 'a_envoyer'"
        ).fetchone()
    assert tries == 1
    assert "adresse inconnue" in why


@pytest.mark.slow
def test_two_workers_share_the_work(site: Site) -> None:
    with open_post() as post:
        command = [sys.executable, "-m", "django", "expedier"]
        workers = [subprocess.Popen(command, env=site.around(post.address), stdout=subprocess.PIPE) for _ in range(3)]
        said = [one.communicate()[0] for one in workers]  # one that came too late has nothing to say
        assert sum(int(one.split()[2]) for one in said if one) == 6
    assert site.states() == {"envoye": 6}
    assert Counter(one["To"] for one in post.taken) == Counter(f"u{n}@essai.example" for n in range(6))
