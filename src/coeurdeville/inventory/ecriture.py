"""Entries of an inventory as `ville.toml` writes them, so that hands can correct them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomlkit

from coeurdeville.inventory.correspondance import Correspondance
from coeurdeville.inventory.donnee import Donnee


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
    return {**table, **_mapping_table(donnee.correspondance), **donnee.autres}


def _mapping_table(mapping: Correspondance) -> dict[str, Any]:
    reading = {key: value for key, value in vars(mapping.lecture).items() if value}
    states = [
        {"colonne": one.colonne, **({"disparus": list(one.disparus)} if one.disparus else {})} for one in mapping.etats
    ]
    parts = {
        "lecture": reading,
        "colonnes": dict(mapping.colonnes),
        "a_confirmer": {key: _inline(value) for key, value in mapping.a_confirmer.items()},
        "unites": dict(mapping.unites),
        "constantes": dict(mapping.constantes),
        "valeurs": {key: dict(value) for key, value in mapping.valeurs.items()},
        "etats": states,
    }
    return {key: value for key, value in parts.items() if value}


def _inline(values: Mapping[str, str]) -> Any:
    table = tomlkit.inline_table()
    table.update(values)
    return table


def update(table: Any, wanted: Mapping[str, Any]) -> None:
    """Make a table read from a file say what is wanted; only what differs is rewritten, so that comments stay."""
    for key in [key for key in table if key not in wanted]:
        del table[key]
    for key, value in wanted.items():
        if isinstance(value, Mapping) and isinstance(table.get(key), Mapping):
            update(table[key], value)
        elif table.get(key) != value:
            table[key] = value
