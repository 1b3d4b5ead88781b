"""Entrusting somebody with something in a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.courrier.preparation import ecrire
from coeurdeville.programme.models import Mandat

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel

ADDRESS = Kind(
    "mandat-adresse",
    "« {courriel} » n’est pas une adresse électronique.",
    "Écrire une adresse complète : nom@organisme.fr.",
)
ALREADY = Kind("mandat-deja-donne", "{who} a déjà ce mandat.", "Rien à faire.")
NO_ORGANISATION = Kind(
    "mandat-sans-organisme", "Un signataire parle pour l’un des organisateurs de l’appel.", "Choisir lequel."
)
SIGNED = Kind(
    "mandat-qui-a-signe",
    "{who} a signé un procès-verbal : son mandat reste écrit.",
    "Donner un mandat à quelqu’un d’autre.",
)


@transaction.atomic
def confier(appel: Appel, courriel: str, role: str, organisation: str = "") -> Mandat:
    """Entrust the account of an address, made when there is none: its owner is told, and signs in by a link.

    Raises
    ------
    Refused
        `mandat-adresse`, `mandat-sans-organisme`, `mandat-deja-donne`.
    """
    _refuse(appel, courriel, role, organisation)
    user = Utilisateur.objects.de_courriel(courriel) or Utilisateur.objects.create_user(courriel)
    if appel.mandats.filter(utilisateur=user, role=role).exists():
        raise Refused([ALREADY(who=user)])
    mandat = Mandat.objects.create(appel=appel, utilisateur=user, role=role, organisation=organisation)
    what = Mandat.Role(role).label
    ecrire("mandat", appel, user, f"mandat:{mandat.pk}", mandat=what)
    return mandat


def retirer(mandat: Mandat) -> None:
    """Take a mandate back. Raises `Refused` (`mandat-qui-a-signe`)."""
    if mandat.signatures.exists():
        raise Refused([SIGNED(who=mandat.qui)])
    mandat.delete()


def _refuse(appel: Appel, courriel: str, role: str, organisation: str) -> None:
    problems = []
    try:
        validate_email(courriel.strip())
    except ValidationError:
        problems.append(ADDRESS(courriel=courriel))
    if role == Mandat.Role.SIGNATAIRE and organisation not in appel.organisateurs:
        problems.append(NO_ORGANISATION())
    if problems:
        raise Refused(problems)
