"""Making somebody a member of the coordination or an animateur: from the command line, by whoever runs the site."""

from __future__ import annotations

from django.db import transaction

from coeurdeville.comptes.journal import noter
from coeurdeville.comptes.models import Animateur, Utilisateur, Verbe
from coeurdeville.territories.perimeter import perimeter


@transaction.atomic
def nommer_coordination(courriel: str, nom: str = "") -> Utilisateur:
    """Give an account, created if need be, the rights of the coordination. It has no password: a link lets it in."""
    user = _compte(courriel, nom)
    user.coordination = user.is_staff = user.is_superuser = user.is_active = True
    user.save()
    noter(Verbe.COORDINATION, None, user)
    return user


@transaction.atomic
def nommer_animateur(courriel: str, perimetre: str, nom: str = "") -> str:
    """Give an account, created if need be, a perimeter to look after; the title of the perimeter.

    Raises
    ------
    Refused
        `perimetre-inconnu`.
    """
    title = perimeter(perimetre).title
    user = _compte(courriel, nom)
    Animateur.objects.get_or_create(utilisateur=user, perimetre=perimetre)
    noter(Verbe.ANIMATEUR, None, user, precision=perimetre[:60])
    return title


def _compte(courriel: str, nom: str) -> Utilisateur:
    found = Utilisateur.objects.de_courriel(courriel)
    if found:
        return found
    user = Utilisateur.objects.create_user(courriel, nom=nom)
    noter(Verbe.COMPTE_CREE, user)
    return user
