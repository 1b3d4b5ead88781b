"""Perimeters in words."""

from __future__ import annotations

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.core.problems import Refused
from coeurdeville.territories.perimeter import perimeter


def titres(user: Utilisateur) -> list[str]:
    """What a user looks after: `département Aisne (02)`; the words as they are when they no longer mean anything."""
    return [_titre(text) for text in user.textes_perimetres]


def _titre(text: str) -> str:
    try:
        return perimeter(text).title
    except Refused:
        return text
