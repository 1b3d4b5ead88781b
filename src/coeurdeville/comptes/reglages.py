"""What a user changes of their own account."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from coeurdeville.comptes.courriels import Message, compter, expedier
from coeurdeville.comptes.journal import noter
from coeurdeville.comptes.liens import Usage, adresse, lire
from coeurdeville.comptes.models import Utilisateur, Verbe
from coeurdeville.comptes.models.utilisateur import normal
from coeurdeville.comptes.refus import COURRIEL_PRIS
from coeurdeville.core.problems import Refused

DUREE = timedelta(hours=24)
CONFIRMER = """
Bonjour,

Vous avez demandé que votre compte porte désormais cette adresse. Pour le confirmer, ouvrez ce lien dans les 24 heures :

{lien}
"""
PREVENIR = """
Bonjour,

Votre compte va changer d’adresse électronique, dès que la nouvelle sera confirmée. Si ce n’est pas vous qui l’avez
demandé, connectez-vous, changez de mot de passe, et prévenez la personne qui tient le site.
"""
PRISE = """
Bonjour,

Quelqu’un a demandé qu’un compte porte cette adresse. C’est déjà celle d’un compte : rien n’a changé.

Si c’est vous, connectez-vous avec ce compte-ci, ou supprimez-le d’abord.
"""
MOT_DE_PASSE = """
Bonjour,

Le mot de passe de votre compte vient d’être changé. Si ce n’est pas vous, demandez un lien de connexion et changez-le.
"""


def changer_nom(user: Utilisateur, nom: str) -> None:
    """Set the name that other members read; empty: they read the address."""
    user.nom = nom
    user.save(update_fields=["nom"])


def changer_mot_de_passe(user: Utilisateur, mot_de_passe: str) -> bool:
    """Set a password; every other session of the account ends. Whether its owner could be told by e-mail."""
    user.set_password(mot_de_passe)
    user.save(update_fields=["password"])
    noter(Verbe.MOT_DE_PASSE, user)
    try:
        expedier(user.courriel, Message("Votre mot de passe a changé", MOT_DE_PASSE))
    except Refused:
        return False
    return True


def fermer_sessions(user: Utilisateur) -> None:
    """End every session of an account; that of the request is renewed by the view."""
    Utilisateur.objects.filter(pk=user.pk).update(generation=F("generation") + 1)
    user.refresh_from_db(fields=["generation"])
    noter(Verbe.SESSIONS, user)


def demander_courriel(user: Utilisateur, nouveau: str) -> None:
    """Tell the address of an account that it may change, then send to the new one the link that confirms it.

    An address that has an account gets no link: its owner is told, and who asks sees no difference. The warning leaves
    first, whatever was sent to that address before: without it nothing else leaves.

    Raises
    ------
    Refused
        `courriels-trop-nombreux`, `courriel-non-parti`: no link left.
    """
    sujet, demandeur = "Changement d’adresse de votre compte", f"compte {user.pk}"
    contenu = {"u": user.pk, "a": user.courriel, "n": normal(nouveau)}
    taken = Utilisateur.objects.filter(courriel=normal(nouveau)).exists()
    text = PRISE if taken else CONFIRMER.format(lien=adresse(Usage.COURRIEL, contenu))
    compter(nouveau, demandeur)
    expedier(user.courriel, Message(sujet, PREVENIR))
    expedier(nouveau, Message(sujet, text))


def confirmer_courriel(user: Utilisateur, jeton: str) -> bool:
    """Give an account the address of a link; False when the link is too old, has served, or is another account's.

    Raises
    ------
    Refused
        `adresse-deja-prise` when an account took the address in the meantime.
    """
    contenu = lire(Usage.COURRIEL, jeton, DUREE)
    if contenu is None or (contenu["u"], contenu["a"]) != (user.pk, user.courriel):
        return False
    user.courriel = contenu["n"]
    try:
        with transaction.atomic():
            user.save(update_fields=["courriel"])
    except IntegrityError:
        raise Refused([COURRIEL_PRIS(courriel=contenu["n"])]) from None
    noter(Verbe.COURRIEL, user)
    return True
