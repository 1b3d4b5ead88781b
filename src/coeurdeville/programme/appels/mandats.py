"""Entrusting somebody with something in a call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.courrier.preparation import ecrire
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.rivaux import porteurs
from coeurdeville.programme.journal.ecriture import DONNER_MANDAT, RETIRER_MANDAT, noter
from coeurdeville.programme.models import Mandat, Relecture

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel

ADDRESS = Kind(
    "mandat-adresse",
    "« {courriel} » n’est pas une adresse électronique.",
    "Écrire une adresse complète : nom@organisme.fr.",
)
ALREADY = Kind("mandat-deja-donne", "{who} a déjà ce mandat.", "Rien à faire.")
OVER = Kind(
    "mandat-appel-fini",
    "L’appel est {etat} : aucun mandat ne s’y donne plus.",
    "Rien à faire ; un autre appel a les siens.",
)
NO_ORGANISATION = Kind(
    "mandat-sans-organisme", "Un signataire parle pour l’un des organisateurs de l’appel.", "Choisir lequel."
)
RIVAL = Kind(
    "mandat-de-candidat",
    "{who} est du binôme d’une ville qui répond à cet appel.",
    "Donner le mandat à quelqu’un qui n’y porte pas de candidature.",
)
BOTH = Kind(
    "mandats-qui-se-cumulent",
    "{who} a déjà l’autre mandat : l’appel est anonyme, et la table du jury nomme les villes que le relecteur note.",
    "Donner ce mandat à quelqu’un d’autre, ou retirer d’abord le premier.",
)
SIGNED = Kind(
    "mandat-qui-a-signe",
    "{who} a signé un procès-verbal : son mandat reste écrit.",
    "Donner un mandat à quelqu’un d’autre.",
)


@transaction.atomic
def confier(appel: Appel, acteur: Utilisateur, courriel: str, role: str, organisation: str = "") -> Mandat:
    """Entrust the account of an address, made when there is none: its owner is told, and signs in by a link.

    The journal of the call keeps who gave what to whom.

    Raises
    ------
    Refused
        `mandat-appel-fini`, `mandat-adresse`, `mandat-sans-organisme`, `mandat-deja-donne`, `mandat-de-candidat`,
        `mandats-qui-se-cumulent`.
    """
    _refuse(appel, courriel, role, organisation)
    user = Utilisateur.objects.de_courriel(courriel) or Utilisateur.objects.create_user(courriel)
    if appel.mandats.filter(utilisateur=user, role=role).exists():
        raise Refused([ALREADY(who=user)])
    if problems := list(_incompatible(appel, user, role)):
        raise Refused(problems)
    mandat = Mandat.objects.create(appel=appel, utilisateur=user, role=role, organisation=organisation)
    noter(appel, DONNER_MANDAT, acteur, appel.etat, appel.etat, _told(mandat))
    what = Mandat.Role(role).label
    to_read = TO_BE_READ if appel.etat == "brouillon" else READ
    ecrire("mandat", appel, user, f"mandat:{mandat.pk}", mandat=what, lecture=to_read)
    return mandat


@transaction.atomic
def retirer(mandat: Mandat, acteur: Utilisateur) -> None:
    """Take a mandate back: nothing opens by it any more, and reviews that were awaited are taken back with it.

    Raises `Refused` (`mandat-qui-a-signe`).
    """
    if mandat.signatures.exists():
        raise Refused([SIGNED(who=mandat.qui)])
    if mandat.role == Mandat.Role.RELECTEUR:
        of = Relecture.objects.filter(candidature__appel=mandat.appel, relecteur=mandat.utilisateur_id)
        for one in of.filter(etat__in=("assignee", "abstenue"), relecteur__isnull=False):
            franchir(one, "retirer", acteur)
    noter(mandat.appel, RETIRER_MANDAT, acteur, mandat.appel.etat, mandat.appel.etat, _told(mandat))
    mandat.delete()


ENDED = {"archive", "annule"}
NAMED = {Mandat.Role.JURY, Mandat.Role.SIGNATAIRE}
"""Places from which the towns of an anonymous call are read by name."""


READ = "L’appel, son cahier des charges et ses critères :"
TO_BE_READ = (
    "L’appel est en préparation. Une fois publié, il se lira ici, avec son cahier des charges et ses critères :"
)


def fermeture(appel: Appel) -> Problem | None:
    """Why no mandate is given in a call any more; None while one is."""
    return OVER(etat=appel.en_etat.nom) if appel.etat in ENDED else None


def _incompatible(appel: Appel, user: Utilisateur, role: str) -> Iterator[Problem]:
    if role != Mandat.Role.SIGNATAIRE and user.pk in porteurs(appel):
        yield RIVAL(who=user)
    places = {role, *appel.mandats.filter(utilisateur=user).values_list("role", flat=True)}
    if appel.anonyme and Mandat.Role.RELECTEUR in places and places & NAMED:
        yield BOTH(who=user)


def _told(mandat: Mandat) -> str:
    """What the journal keeps: the place, for whom, and a name; never an address."""
    user = mandat.utilisateur
    who = (user.nom or f"compte nº {user.pk}") if user else mandat.qui
    return ", ".join(one for one in (mandat.get_role_display(), mandat.organisation, who) if one)


def _refuse(appel: Appel, courriel: str, role: str, organisation: str) -> None:
    problems = [closed] if (closed := fermeture(appel)) else []
    try:
        validate_email(courriel.strip())
    except ValidationError:
        problems.append(ADDRESS(courriel=courriel))
    if role == Mandat.Role.SIGNATAIRE and organisation not in appel.organisateurs:
        problems.append(NO_ORGANISATION())
    if problems:
        raise Refused(problems)
