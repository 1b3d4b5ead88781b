"""Signing in by a link received by e-mail."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from coeurdeville.comptes.courriels import Message, envoyer
from coeurdeville.comptes.empreintes import empreinte
from coeurdeville.comptes.liens import Usage, adresse, lire
from coeurdeville.comptes.models import Utilisateur

DUREE = timedelta(minutes=15)
LIEN = """
Bonjour,

Voici le lien qui vous connecte au site. Il sert une fois, et pendant 15 minutes :

{lien}
"""
SANS_COMPTE = """
Bonjour,

Quelqu’un, sans doute vous, a demandé un lien de connexion pour cette adresse. Aucun compte ne la porte.

Si vous avez un compte, il est à une autre adresse. Sinon, c’est une invitation de votre ville qui en ouvre un.
"""


def compte_existe(courriel: str) -> bool:
    """Whether an address has an account: for whoever proved that they read its messages, nobody else."""
    return Utilisateur.objects.de_courriel(courriel) is not None


def envoyer_lien(courriel: str, demandeur: str, suite: str = "") -> None:
    """Send the link of an account, or a message that says there is none: who asks sees and waits the same."""
    user = Utilisateur.objects.de_courriel(courriel)
    message = Message("Connexion à coeurdeville", _texte(user, suite))
    envoyer(user.courriel if user else courriel, message, demandeur)


def lien_de(user: Utilisateur, suite: str = "") -> str:
    """The link that signs an account in, then leads to the page `suite`."""
    return adresse(Usage.CONNEXION, {"u": user.pk, "e": _etat(user), "s": suite})


def compte_du_lien(jeton: str) -> tuple[Utilisateur, str] | None:
    """The account that a link opens and the page it leads to; None when it is too old, or has served."""
    contenu = lire(Usage.CONNEXION, jeton, DUREE)
    if contenu is None:
        return None
    user = Utilisateur.objects.filter(pk=contenu["u"], is_active=True).first()
    return (user, contenu["s"]) if user and _etat(user) == contenu["e"] else None


def consommer_lien(jeton: str) -> tuple[Utilisateur, str] | None:
    """The same, once only: of two clicks at the same moment one is refused."""
    found = compte_du_lien(jeton)
    if found is None:
        return None
    same = Utilisateur.objects.filter(pk=found[0].pk, last_login=found[0].last_login)
    return found if same.update(last_login=now()) else None


def _texte(user: Utilisateur | None, suite: str) -> str:
    if user is None:
        return SANS_COMPTE
    return LIEN.format(lien=lien_de(user, suite))


def _etat(user: Utilisateur) -> str:
    """What changes as soon as somebody signs in, or the account changes address, password or sessions."""
    return empreinte("lien", f"{user.last_login}|{user.password}|{user.courriel}|{user.generation}")
