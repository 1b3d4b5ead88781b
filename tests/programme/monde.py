"""A season, a call, towns that answer, and somebody for each place."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.timezone import now

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.programme.appels.formulaire import criteres_de_base, de_base, ecrire
from coeurdeville.programme.models import Appel, Candidature, Critere, Mandat, Relecture, Saison

TOWN, NAME = "00001", "Bruyères-lès-Aulnes"
OPENING = datetime(2022, 2, 14, 8, tzinfo=UTC)


def user(name: str, **fields: Any) -> Utilisateur:
    """An account; the same one when asked for again."""
    found, _ = Utilisateur.objects.get_or_create(courriel=f"{name}@essai.example", defaults=fields)
    return found


def coordination() -> Utilisateur:
    """A member of the coordination who gave the second factor."""
    found = user("coordination", coordination=True)
    found.is_verified = lambda: True  # type: ignore[attr-defined]
    return found


def member(role: Role = Role.REFERENT, commune: str = TOWN) -> Utilisateur:
    """Somebody of a town."""
    found = user(f"{role.value}-{commune}")
    Membre.objects.get_or_create(utilisateur=found, commune=commune, defaults={"role": role})
    return found


def mandated(role: str, appel: Appel, name: str = "") -> Utilisateur:
    """Somebody entrusted with something in a call."""
    found = user(name or role)
    Mandat.objects.get_or_create(appel=appel, utilisateur=found, role=role)
    return found


def call(etat: str = "publie", **fields: Any) -> Appel:
    """A call that is open now, with the form and the criteria of a new one."""
    season, _ = Saison.objects.get_or_create(
        slug="saison-2", defaults={"titre": "Saison 2", "numero": 2, "debut": OPENING}
    )
    values = {
        "slug": "essai", "titre": "Appel d’essai", "themes": ["climat", "biodiversite"], "etat": etat,
        "ouvre_le": now() - timedelta(days=10), "ferme_le": now() + timedelta(days=10), "formulaire": ecrire(de_base()),
        "perimetre": f"{TOWN},00002,00003", "organisateurs": ["Organisme A", "Organisme B"],
    }  # fmt: skip
    appel = Appel.objects.create(saison=season, **{**values, **fields})
    for rank, one in enumerate(criteres_de_base()):
        Critere.objects.create(appel=appel, ordre=rank, **one)
    return appel


def candidature(appel: Appel, commune: str = TOWN, nom: str = NAME, etat: str = "brouillon") -> Candidature:
    """Of a town whose pair is there."""
    member(Role.REFERENT, commune)
    return Candidature.objects.create(appel=appel, commune=commune, nom=nom, etat=etat)


def review(candidature: Candidature, name: str = "relecteur", etat: str = "assignee") -> Relecture:
    """Entrusted to a reviewer of the call."""
    reader = mandated(Mandat.Role.RELECTEUR, candidature.appel, name)
    return Relecture.objects.create(candidature=candidature, relecteur=reader, etat=etat)
