"""Accounts to try the site with fictional towns. Their addresses lead nowhere (`.example` is reserved)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django_otp.plugins.otp_totp.models import TOTPDevice

from coeurdeville.comptes.droits import doit_second_facteur
from coeurdeville.comptes.models import Animateur, Membre, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.comptes.second_facteur import renouveler_codes

CODES = 5
"""Shown of those that stand for the telephone."""


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


def open_account(user: Utilisateur, what: str, password: str) -> str:
    """Give an account the password, and codes in place of a telephone when it owes a second factor; what is said."""
    user.set_password(password)
    user.save()
    if not doit_second_facteur(user):
        return what
    TOTPDevice.objects.get_or_create(user=user, name="essai", defaults={"confirmed": True})
    codes = ", ".join(renouveler_codes(user)[:CODES])
    return f"{what} ; à la place du téléphone, un de ces codes, une fois chacun : {codes}"


def _user(courriel: str, nom: str, password: str) -> Utilisateur:
    user, _ = Utilisateur.objects.get_or_create(courriel=courriel, defaults={"nom": nom})
    user.set_password(password)
    user.save()
    return user
