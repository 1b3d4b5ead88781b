"""Who signs a revision: an account and its role, without its name, so that leaving erases the name everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.comptes.roles import Role

SIGNATURE = re.compile(r"compte:(\d+):(\w+)")
ROLES = {**dict(Role.choices), "coordination": "coordination", "animateur": "animateur"}


def signature(user: Utilisateur, commune: str) -> str:
    """What a revision of the town keeps of its author: `compte:12:correspondant_donnees`. Never shown as it is."""
    role = user.roles.get(commune) or ("coordination" if user.coordination else "animateur")
    return f"compte:{user.pk}:{role}"


def signe(nom: str, user: Utilisateur, commune: str) -> str:
    """What the folder of a town keeps of a name that a form gives: a signature when it is that of one of its members.

    `user`, who fills the form, comes before whoever bears the same name. The name of nobody there stays as it is.
    """
    if nom == str(user):
        return signature(user, commune)
    members = Utilisateur.objects.filter(membres__commune=commune)
    return next((signature(one, commune) for one in members if nom == str(one)), nom)


def signataire(auteur: str) -> tuple[int, str] | None:
    """The account that signed a revision, and the role that it had; None when the author is no account."""
    found = SIGNATURE.fullmatch(auteur)
    return (int(found[1]), found[2]) if found else None


def noms(auteurs: Iterable[str], commune: str = "") -> Mapping[str, str]:
    """What is shown of each author: their name, or « ancien membre (correspondant données) » once the account is gone.

    What is no signature (a folder imported from elsewhere) is shown as it is. One query.

    Parameters
    ----------
    commune
        The town whose members alone are named, of signatures that anybody may have written in its folder.
    """
    all_of_them = set(auteurs)
    found = {text: who for text in all_of_them if (who := signataire(text))}
    accounts = Utilisateur.objects.filter(membres__commune=commune) if commune else Utilisateur.objects.all()
    known = accounts.in_bulk([number for number, _ in found.values()])
    return {text: _nom(known.get(found[text][0]), found[text][1]) if text in found else text for text in all_of_them}


def _nom(user: Utilisateur | None, role: str) -> str:
    return str(user) if user else f"ancien membre ({ROLES.get(role, role)})"
