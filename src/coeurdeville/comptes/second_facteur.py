"""The second factor: a telephone that gives codes, and recovery codes for the day it is lost."""

from __future__ import annotations

import secrets
from base64 import b32encode
from contextlib import suppress

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from coeurdeville.comptes.courriels import Message, expedier
from coeurdeville.comptes.empreintes import empreinte
from coeurdeville.comptes.journal import noter
from coeurdeville.comptes.models import CodeSecours, Utilisateur, Verbe
from coeurdeville.comptes.refus import CODE_FAUX, CODE_PATIENTER
from coeurdeville.core.problems import Refused

RETIREE = """
Bonjour,

La double authentification de votre compte vient d’être retirée. Si ce n’est pas vous, changez de mot de passe,
activez-la de nouveau, et prévenez la personne qui tient le site.
"""
CODES = 10
"""Recovery codes given at once, of 80 bits each."""


def preparer(user: Utilisateur) -> TOTPDevice:
    """The telephone to be set up: the same secret until a first code confirms it."""
    return TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "téléphone"})[0]


def cle(device: TOTPDevice) -> str:
    """The secret of a telephone as one types it: `ABCD EFGH …`."""
    text = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def activer(user: Utilisateur, code: str) -> tuple[TOTPDevice, tuple[str, ...]]:
    """Confirm the telephone by a first code; it replaces any former one. Gives the recovery codes, shown once.

    Raises
    ------
    Refused
        `code-refuse`, `code-patienter`.
    """
    device = _essayer(preparer(user), code)
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
        TOTPDevice.objects.filter(pk=device.pk).update(confirmed=True)
        noter(Verbe.FACTEUR_ACTIVE, user)
        return device, _nouveaux_codes(user)


def verifier(user: Utilisateur, code: str) -> TOTPDevice:
    """The telephone of an account, once it proved by a code: its own, or a recovery code that is used up.

    Raises
    ------
    Refused
        `code-refuse`, `code-patienter`: each failure makes the next trial wait longer.
    """
    device = TOTPDevice.objects.get(user=user, confirmed=True)
    return _essayer(device, code, secours=True)


@transaction.atomic
def renouveler_codes(user: Utilisateur) -> tuple[str, ...]:
    """Other recovery codes; the former ones are worth nothing any more."""
    noter(Verbe.CODES, user)
    return _nouveaux_codes(user)


def retirer(user: Utilisateur) -> None:
    """Take the second factor off an account, with its recovery codes, and tell its owner."""
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).delete()
        user.codes_secours.all().delete()
        noter(Verbe.FACTEUR_RETIRE, user)
    with suppress(Refused):
        expedier(user.courriel, Message("Votre compte n’a plus de double authentification", RETIREE))


def _essayer(device: TOTPDevice, code: str, *, secours: bool = False) -> TOTPDevice:
    """Try a code, and remember the failure: what is refused is said once it is written."""
    with transaction.atomic():
        locked = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        allowed, _ = locked.verify_is_allowed()
        right = allowed and (_secours(locked, code) if secours and _long(code) else locked.verify_token(_nu(code)))
    if not allowed:
        raise Refused([CODE_PATIENTER()])
    if not right:
        raise Refused([CODE_FAUX()])
    return locked


def _secours(device: TOTPDevice, code: str) -> bool:
    """Use up a recovery code of the owner of a telephone."""
    known = CodeSecours.objects.filter(utilisateur=device.user, empreinte=_empreinte(code))
    if not known.delete()[0]:
        device.throttle_increment()
        return False
    device.throttle_reset()
    noter(Verbe.SECOURS, device.user)
    return True


def _nouveaux_codes(user: Utilisateur) -> tuple[str, ...]:
    codes = tuple(_code() for _ in range(CODES))
    user.codes_secours.all().delete()
    CodeSecours.objects.bulk_create(CodeSecours(utilisateur=user, empreinte=_empreinte(code)) for code in codes)
    return codes


def _code() -> str:
    """`abcd-efgh-ijkl-mnop`: easy to read out and to type."""
    text = b32encode(secrets.token_bytes(10)).decode().lower()
    return "-".join(text[i : i + 4] for i in range(0, 16, 4))


def _long(code: str) -> bool:
    """Whether it is a recovery code rather than the six figures of a telephone."""
    return len(_nu(code)) > 8


def _nu(code: str) -> str:
    """A code without the spaces and hyphens that help to read it."""
    return "".join(character for character in code.lower() if character.isalnum())


def _empreinte(code: str) -> str:
    return empreinte("secours", _nu(code))
