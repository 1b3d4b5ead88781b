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


def noms(auteurs: Iterable[str]) -> Mapping[str, str]:
    """What is shown of each author: their name, or « ancien membre (correspondant données) » once the account is gone.

    What is no signature (a folder imported from elsewhere) is shown as it is. One query.
    """
    all_of_them = set(auteurs)
    found = {text: match for text in all_of_them if (match := SIGNATURE.fullmatch(text))}
    known = Utilisateur.objects.in_bulk([int(match[1]) for match in found.values()])
    return {
        text: _nom(known.get(int(found[text][1])), found[text][2]) if text in found else text for text in all_of_them
    }


def _nom(user: Utilisateur | None, role: str) -> str:
    return str(user) if user else f"ancien membre ({ROLES.get(role, role)})"
