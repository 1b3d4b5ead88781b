"""What a run leaves for the matrix: the services that it proves, the files that make no layer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from coeurdeville.core.problems import Refused
from coeurdeville.espaces.lieux import lectures, magasin


def preuves_de(dossier: Path, commune: str, today: date) -> dict[str, Any]:
    """Fields of a `Calcul`: `preuves` and `illisibles`; none when the ground of the town cannot be read."""
    from coeurdeville.inventory.lectures import unread
    from coeurdeville.inventory.offre import offer_of
    from coeurdeville.inventory.territoire import territory_of_ville
    from coeurdeville.inventory.ville import open_ville
    from coeurdeville.runs.proofs import proofs_of
    from coeurdeville.services.catalogue import services

    ville = open_ville(dossier)
    try:
        territory, _ = territory_of_ville(ville)
    except Refused:
        return {}
    found = proofs_of(services().values(), offer_of(ville, territory).couches, territory, magasin(), today)
    told = {slug: {"cle": one.key, "jour": one.day.isoformat(), "confiance": one.confidence}
            for (_, slug), one in found.items()}  # fmt: skip
    return {"preuves": told, "illisibles": unread(ville, territory, lectures(commune))}
