"""How what an inventory says is called in messages."""

from __future__ import annotations

from coeurdeville.catalogue.exchange.columns import FIELDS, PUBLICATION

_NAMES = {one.key: f"« {one.header} »" for one in (*FIELDS, *PUBLICATION)} | {
    "conformites": "les vérifications par la machine",
    "cooperations": "les coopérations",
    "statuts": "le statut d’ouverture et son histoire",
    "correspondance": "la correspondance des colonnes",
}


def name_of(key: str) -> str:
    """The header of a field between quotes, the name of a list with its article, else the key itself."""
    return _NAMES.get(key, f"« {key} »")
