"""Accepting an invitation, with the account of the address invited or another that confirms it."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now

from coeurdeville.comptes.courriels import Message, envoyer
from coeurdeville.comptes.journal import noter
from coeurdeville.comptes.liens import Usage, adresse, lire
from coeurdeville.comptes.models import Invitation, Membre, Utilisateur, Verbe
from coeurdeville.comptes.refus import AUTRE_COURRIEL, COURRIEL_PRIS, INVITATION_FERMEE
from coeurdeville.comptes.roles import Role
from coeurdeville.core.french import of
from coeurdeville.core.problems import Refused

DUREE = timedelta(hours=24)
CONFIRMER = """
Bonjour,

Le compte {courriel} veut accepter l’invitation à l’espace {de_la_ville} qui vous a été envoyée.

Si ce compte est le vôtre, ouvrez ce lien dans les 24 heures. Sinon, ne faites rien.

{lien}
"""


def invitation_du_lien(jeton: str) -> Invitation | None:
    """The invitation of a link, even closed; None when the link was altered or the invitation no longer exists."""
    contenu = lire(Usage.INVITATION, jeton)
    if contenu is None:
        return None
    return Invitation.objects.filter(pk=contenu["i"]).select_related("invite_par").first()


def accepter(une: Invitation, user: Utilisateur) -> None:
    """Make a member of the account of the address invited.

    Raises
    ------
    Refused
        `invitation-fermee`, and `invitation-autre-adresse` when the account is another's.
    """
    if une.courriel != user.courriel:
        raise Refused([AUTRE_COURRIEL()])
    _rejoindre(une, user)


@transaction.atomic
def accepter_en_creant(une: Invitation, nom: str, mot_de_passe: str) -> Utilisateur:
    """Create the account of the address invited, and make it a member: having the link is having the mailbox.

    Raises
    ------
    Refused
        `invitation-fermee`, and `adresse-deja-prise` when the account exists.
    """
    if Utilisateur.objects.filter(courriel=une.courriel).exists():
        raise Refused([COURRIEL_PRIS(courriel=une.courriel)])
    user = Utilisateur.objects.create_user(une.courriel, mot_de_passe, nom=nom)
    noter(Verbe.COMPTE_CREE, user)
    _rejoindre(une, user)
    return user


def demander_confirmation(une: Invitation, ville: str, user: Utilisateur) -> None:
    """Ask the address invited whether the account of another address is theirs. Raises `Refused` as `envoyer`."""
    lien = adresse(Usage.CONFIRMATION, {"i": une.pk, "u": user.pk})
    texte = CONFIRMER.format(courriel=user.courriel, de_la_ville=of(ville), lien=lien)
    envoyer(une.courriel, Message("Confirmer votre invitation", texte), f"compte {user.pk}")


def confirmer(jeton: str, user: Utilisateur) -> Invitation | None:
    """Make a member of the account that the address invited confirmed; None when the link is too old or another's.

    Raises
    ------
    Refused
        `invitation-fermee`.
    """
    contenu = lire(Usage.CONFIRMATION, jeton, DUREE)
    une = Invitation.objects.filter(pk=contenu["i"]).first() if contenu and contenu["u"] == user.pk else None
    if une:
        _rejoindre(une, user)
    return une


@transaction.atomic
def _rejoindre(une: Invitation, user: Utilisateur) -> None:
    """Use an invitation once. Somebody who became a member in the meantime keeps the role they have."""
    pending = Invitation.objects.filter(pk=une.pk, annulee_le=None, acceptee_le=None)
    if not une.ouverte or not pending.update(acceptee_le=now(), acceptee_par=user):
        raise Refused([INVITATION_FERMEE()])
    Membre.objects.get_or_create(utilisateur=user, commune=une.commune, defaults={"role": une.role})
    noter(Verbe.REJOINT, user, commune=une.commune, precision=Role(une.role).label)
