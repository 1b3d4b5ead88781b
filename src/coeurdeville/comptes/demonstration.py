"""Accounts to try the site with fictional towns. Their addresses lead nowhere (`.example` is reserved)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coeurdeville.comptes.models import Animateur, Membre, Utilisateur
from coeurdeville.comptes.roles import Role


def make_accounts(communes: Sequence[str], password: str) -> Iterator[tuple[str, str]]:
    """An account for each role in the first town, and an animateur for all of them; address, what it is.

    Those that are there already take the new password.
    """
    for role in Role:
        user = _user(f"{role.value.partition('_')[0]}@demo.example", f"Essai ({role.label})", password)
        Membre.objects.update_or_create(utilisateur=user, commune=communes[0], defaults={"role": role})
        yield user.courriel, role.label
    user = _user("animateur@demo.example", "Essai (animateur)", password)
    Animateur.objects.get_or_create(utilisateur=user, perimetre=",".join(communes))
    yield user.courriel, "animateur"


def _user(courriel: str, nom: str, password: str) -> Utilisateur:
    user, _ = Utilisateur.objects.get_or_create(courriel=courriel, defaults={"nom": nom})
    user.set_password(password)
    user.save()
    return user
