"""What a town folder has already read and run: kept in its store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coeurdeville.cli.telling import tell
from coeurdeville.cli.town import STORE
from coeurdeville.core.problems import Refused
from coeurdeville.inventory.lectures import unread
from coeurdeville.inventory.offre import offer_of
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.runs.proofs import proofs_of
from coeurdeville.runs.store import Store
from coeurdeville.services.catalogue import services

if TYPE_CHECKING:
    from coeurdeville.deployability.proof import Proofs
    from coeurdeville.inventory.ville import Ville


def unread_in(ville: Ville) -> dict[str, str]:
    """Entry -> why its file makes no layer. Files are read once; what came of it is kept in the store of the town."""
    try:
        territory, _ = territory_of_ville(ville)
    except Refused:
        return {}
    return unread(ville, territory, ville.dossier / STORE / "lectures.json")


def proofs_in(ville: Ville) -> Proofs:
    """The runs in the store of a town; none when it has no store, or when its ground cannot be read."""
    if not (ville.dossier / STORE).is_dir():
        return {}
    try:
        territory, _ = territory_of_ville(ville)
        on_offer = offer_of(ville, territory).couches
    except Refused as refused:
        tell(refused.problems)
        return {}
    return proofs_of(services().values(), on_offer, territory, Store(ville.dossier / STORE), date.today())
