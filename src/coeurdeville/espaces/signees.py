"""The revisions of town folders that an account signed: what it changed, when, why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from coeurdeville.comptes.auteurs import signataire
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Espace

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur


def revisions_signees(user: Utilisateur) -> list[dict[str, Any]]:
    """Town, number, date, role and reason of each; all towns are looked at, those that the user left included.

    A revision that cannot be read is said to be so: it may be one of theirs.
    """
    towns = Espace.objects.order_by("commune").values_list("commune", flat=True)
    return [card for commune in towns for card in _de(commune, user)]


def _de(commune: str, user: Utilisateur) -> Iterator[dict[str, Any]]:
    for number in sorted(depot(commune).fiches.numbers()):
        told = {"commune": commune, "numero": number}
        try:
            revision = depot(commune).revision(number)
        except Refused as refused:
            yield {**told, "illisible": refused.problems[0].message}
            continue
        who = signataire(revision.auteur)
        if who and who[0] == user.pk:
            yield {**told, "date": revision.date, "role": who[1], "motif": revision.motif}
