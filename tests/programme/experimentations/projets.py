"""A project of a laureate, and what is written in it."""

from datetime import date, timedelta
from typing import Any

from django.utils.timezone import now
from programme.monde import NAME, TOWN, call, candidature, coordination, member

from coeurdeville.comptes.roles import Role
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.experimentations.ouverture import ouvrir
from coeurdeville.programme.models import Appel, Experimentation, Participant, Recepisse

SAID = {
    "referent": "responsable des espaces verts", "correspondant": "géomaticienne", "charge": 6,
    "elu": "adjoint au climat", "theme": "climat", "service": "patrimoine-arbore", "probleme": "autre",
    "forme": "diagnostic",
    "donnees": [{"couche": "arbres", "entree": "", "role": "indispensable"},
                {"couche": "batiments", "entree": "", "role": "utile"}],
}  # fmt: skip


def laureate(appel: Appel | None = None, commune: str = TOWN, nom: str = NAME, **said: Any) -> Experimentation:
    """The project of a town that deposited, opened as when it is retained."""
    found = candidature(appel or call(), commune, nom, "retenue")
    Recepisse.objects.create(candidature=found, numero=f"R-{found.pk}", rang=1, recu_le=now(), limite=now(),
                             contenu={"reponses": {**SAID, **said}}, empreinte="0" * 64, jeton="j")  # fmt: skip
    member(Role.CORRESPONDANT, commune)
    ouvrir(found, coordination(), "")
    return Experimentation.objects.get(candidature=found)


def planned(projet: Experimentation, start: date, days: int = 30) -> Experimentation:
    """With steps of so many days each, one after the other."""
    steps = list(projet.etapes.all())
    for rank, step in enumerate(steps):
        step.debut_prevu = start + timedelta(days=days * rank)
        step.fin_prevue = step.debut_prevu + timedelta(days=days - 1)
        step.save()
    projet.debut_prevu, projet.fin_prevue = start, start + timedelta(days=days * len(steps) - 1)
    projet.save()
    return projet


def started(projet: Experimentation, start: date, days: int = 30) -> Experimentation:
    """Planned, then started on its first day."""
    franchir(planned(projet, start, days), "demarrer", coordination())
    projet.refresh_from_db()
    projet.debut_reel = start
    projet.save()
    projet.participants.update(du=start)
    return projet


def part(projet: Experimentation, which: str) -> Participant:
    """Whoever holds a part."""
    return projet.participants.get(part=which)
