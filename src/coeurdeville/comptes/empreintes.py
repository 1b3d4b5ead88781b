"""Keyed hashes: what is compared without being kept."""

from __future__ import annotations

from django.utils.crypto import salted_hmac


def empreinte(usage: str, value: str) -> str:
    """The hash of a value for one use, 64 hexadecimal digits; of no help to whoever has not the key of the site."""
    return salted_hmac(f"coeurdeville.comptes.{usage}", value, algorithm="sha256").hexdigest()
