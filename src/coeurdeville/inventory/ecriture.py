"""Entries of an inventory as `ville.toml` writes them, so that hands can correct them."""

from __future__ import annotations

from typing import Any

from coeurdeville.inventory.donnee import Donnee
from coeurdeville.schemas.mapping.toml_mapping import mapping_table


def as_table(donnee: Donnee) -> dict[str, Any]:
    """The entry as it is written: the questions that an inventory asks stay visible when unanswered."""
    table: dict[str, Any] = {
        "id": donnee.id,
        "couche": donnee.couche,
        "titre": donnee.titre,
        "fichier": donnee.fichier,
        "adresse": donnee.adresse,
        "producteur": donnee.producteur,
        "acteur": str(donnee.acteur),
        "licence": donnee.licence.key,
        "millesime": str(donnee.millesime or ""),
        "service_referent": donnee.service_referent,
        "acces": donnee.acces,
        "etendue": donnee.etendue,
    }
    if donnee.statuts:
        table["statuts"] = [
            {"date": one.date, "statut": str(one.ouverture), "auteur": one.auteur, "preuve": one.preuve,
             "motif": one.motif}
            for one in donnee.statuts
        ]  # fmt: skip
    return {**table, **mapping_table(donnee.correspondance), **donnee.autres}
