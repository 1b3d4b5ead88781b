"""Answers as the form of the site sends them, made into values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coeurdeville.programme.appels.formulaire import Champ, Sorte

BETWEEN = "|"
"""In the name of the control of one data line: `donnees|couche|entree`."""


def nom_de_ligne(champ: str, couche: str, entree: str) -> str:
    """Name of the control of one line of data."""
    return BETWEEN.join((champ, couche, entree))


def envoye(champ: Champ, sent: Mapping[str, str]) -> bool:
    """Whether a form says something of a field: a choice where nothing is chosen is not sent."""
    if champ.sorte is Sorte.DONNEES:
        return any(name.startswith(f"{champ.cle}{BETWEEN}") for name in sent)
    return champ.cle in sent


def lue(champ: Champ, sent: Mapping[str, str]) -> Any:
    """The value that a form gives to a field; a text that makes none of its sort stays as it was typed."""
    if champ.sorte is Sorte.DONNEES:
        return [_line(name, role) for name, role in sent.items() if name.startswith(f"{champ.cle}{BETWEEN}") and role]
    text = sent.get(champ.cle, "").strip()
    if champ.sorte is Sorte.NOMBRE:
        return _number(text)
    if champ.sorte is Sorte.OUI_NON:
        return {"oui": True, "non": False}.get(text, text)
    return text


def base_de(champ: Champ, sent: Mapping[str, str]) -> int:
    """The version that the form was filled from; 0 when it does not say it."""
    text = sent.get(f"base.{champ.cle}", "")
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _line(name: str, role: str) -> dict[str, str]:
    _, couche, *entree = name.split(BETWEEN, 2)
    return {"couche": couche, "entree": "".join(entree), "role": role}


def _number(text: str) -> float | str:
    plain = "".join(text.split()).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return text
