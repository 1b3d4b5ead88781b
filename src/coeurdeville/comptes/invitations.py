"""Inviting somebody to a town, and what becomes of it."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import localtime, now

from coeurdeville.comptes.courriels import Message, envoyer
from coeurdeville.comptes.journal import noter
from coeurdeville.comptes.liens import Usage, adresse
from coeurdeville.comptes.models import Invitation, Membre, Utilisateur, Verbe
from coeurdeville.comptes.models.utilisateur import normal
from coeurdeville.comptes.refus import DEJA_INVITE, DEJA_MEMBRE, INVITATION_FERMEE
from coeurdeville.comptes.roles import Role
from coeurdeville.core.french import day, of
from coeurdeville.core.problems import Refused

CONSERVATION = timedelta(days=90)
TEXTE = """
Bonjour,

{par} vous invite à rejoindre l’espace {de_la_ville} sur coeurdeville, comme {role}.

Pour accepter, ouvrez ce lien avant le {echeance} :

{lien}
"""


def en_attente(commune: str) -> list[Invitation]:
    """Invitations that nobody accepted nor cancelled, those that expired among them; newest first."""
    pending = Invitation.objects.filter(commune=commune, annulee_le=None, acceptee_le=None)
    return list(pending.select_related("invite_par"))


def invitation(commune: str, identifiant: int) -> Invitation | None:
    """An invitation of the town; None when there is none of this number."""
    return Invitation.objects.filter(commune=commune, pk=identifiant).first()


def inviter(commune: str, ville: str, courriel: str, role: Role, par: Utilisateur) -> Invitation:
    """Invite an address to a town.

    Raises
    ------
    Refused
        `deja-membre`, `deja-invite`, or what keeps a message from leaving: nothing is kept then.
    """
    new = _recorded(commune, normal(courriel), role, par)
    try:
        _envoyer(new, ville, par)
    except BaseException:
        new.delete()
        raise
    noter(Verbe.INVITE, par, commune=commune, precision=role.label)
    return new


def renvoyer(une: Invitation, ville: str, par: Utilisateur) -> None:
    """Send an invitation again, for 14 more days. Raises `Refused` as `inviter`, or when it is no longer pending."""
    before, une.envoyee_le = une.envoyee_le, now()
    _si_en_attente(une, envoyee_le=une.envoyee_le)
    try:
        _envoyer(une, ville, par)
    except BaseException:
        Invitation.objects.filter(pk=une.pk).update(envoyee_le=before)
        raise
    noter(Verbe.RELANCE, par, commune=une.commune, precision=Role(une.role).label)


@transaction.atomic
def annuler(une: Invitation, par: Utilisateur) -> None:
    """Cancel an invitation: its link no longer works. Raises `Refused` when it is no longer pending."""
    _si_en_attente(une, annulee_le=now())
    noter(Verbe.ANNULE, par, commune=une.commune, precision=Role(une.role).label)


def oublier() -> int:
    """Delete invitations that led to nothing, 90 days after they were last sent; how many went."""
    return Invitation.objects.filter(acceptee_le=None, envoyee_le__lt=now() - CONSERVATION).delete()[0]


@transaction.atomic
def _recorded(commune: str, courriel: str, role: Role, par: Utilisateur) -> Invitation:
    """The invitation, before its message leaves: a slow mail server keeps nobody from writing."""
    if Membre.objects.filter(commune=commune, utilisateur__courriel=courriel).exists():
        raise Refused([DEJA_MEMBRE(courriel=courriel)])
    if any(one.courriel == courriel for one in en_attente(commune)):
        raise Refused([DEJA_INVITE(courriel=courriel)])
    return Invitation.objects.create(commune=commune, courriel=courriel, role=role, invite_par=par)


def _si_en_attente(une: Invitation, **changes: object) -> None:
    """Change an invitation, unless somebody else accepted or cancelled it in the meantime."""
    pending = Invitation.objects.filter(pk=une.pk, annulee_le=None, acceptee_le=None)
    if not pending.update(**changes):
        raise Refused([INVITATION_FERMEE()])


def _envoyer(une: Invitation, ville: str, par: Utilisateur) -> None:
    texte = TEXTE.format(
        par=par,
        de_la_ville=of(ville),
        role=Role(une.role).label,
        echeance=day(localtime(une.expire_le)),
        lien=adresse(Usage.INVITATION, {"i": une.pk}),
    )
    envoyer(une.courriel, Message(f"Invitation à l’espace {of(ville)}", texte), f"compte {par.pk}")
