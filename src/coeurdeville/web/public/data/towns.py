"""The towns that have a layer, as a table shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coeurdeville.core.french import capital, spaced
from coeurdeville.espaces.couches import Tenue
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.web.public.addresses import town_path

TONES = {Ouverture.OUVERTE: "ok", Ouverture.CANDIDATE: "partial", Ouverture.CERCLE: "partial"}
"""Class of the badge; the others are told in grey: nobody is accused."""


@dataclass(frozen=True)
class HoldingLine:
    """One entry of a town's inventory."""

    town: str
    address: str
    title: str
    status: str
    tone: str
    holder: str
    """Category of who holds it."""
    at_hand: bool


def holdings(found: Iterable[Tenue]) -> list[HoldingLine]:
    """In the order given."""
    return [
        HoldingLine(
            one.nom, town_path(one.commune, one.nom), one.titre, spaced(capital(one.ouverture.libelle)),
            TONES.get(one.ouverture, "missing"), capital(one.acteur.libelle), one.deposee,
        )
        for one in found
    ]  # fmt: skip
