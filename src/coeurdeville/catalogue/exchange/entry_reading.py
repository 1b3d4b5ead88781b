"""Rows of any form of exchange, to entries of an inventory: every row is kept, whatever is doubtful is told."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from coeurdeville.catalogue.exchange.cell_reading import Cells
from coeurdeville.catalogue.exchange.columns import PUBLICATION
from coeurdeville.catalogue.exchange.contract import Entry
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_problems import EXTRA_COLUMNS, ID_AGAIN, ID_MADE, LAYER_UNCLEAR
from coeurdeville.catalogue.exchange.layer_words import couche_of, nearest
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.exchange.status_reading import read_status
from coeurdeville.core.french import slug
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.schemas.mapping.correspondance import Correspondance

TEXTS = ("titre", "fichier", "adresse", "producteur", "detenteur", "systeme", "service_referent", "acces", "qualite")
RESERVED = frozenset(one.name for kind in (Donnee, Correspondance) for one in fields(kind))
"""Keys of `ville.toml` that an extra column must not take."""


def read_entries(rows: Sequence[Row], today: date, doubts: Doubts, *, blank_says: bool = False) -> tuple[Entry, ...]:
    """An entry for each row, in order; no row is left out.

    `blank_says`: a blank cell under a column that is there states that there is nothing.
    """
    given: set[str] = set()
    found = tuple(_entry(row, _identifier(row, given, doubts), today, doubts, blank_says=blank_says) for row in rows)
    for header in dict.fromkeys(header for row in rows for header in row.extra):
        doubts.note(EXTRA_COLUMNS, header)
    return found


def _entry(row: Row, identifier: str, today: date, doubts: Doubts, *, blank_says: bool) -> Entry:
    cells = Cells(row, doubts)
    acteur, nature = cells.holder()
    status = read_status(row, today, doubts)
    values: dict[str, Any] = {
        **{key: cells.text(key) for key in TEXTS},
        "couche": _layer(row, doubts),
        "siren": cells.siren(),
        "acteur": acteur,
        "nature": nature,
        "niveau": cells.level(),
        "licence": cells.licence(),
        "millesime": cells.vintage(),
        "rythme": cells.frequency(),
        "donnees_personnelles": cells.yes_or_no("donnees_personnelles"),
        "etendue": cells.extent(),
        "derive_de": tuple(part for one in cells.text("derive_de").split(";") if (part := one.strip())),
        "statuts": (status.statut,) if status else (),
    }
    autres = {**_extra(row), **_publication(row), **_json(row, cells), **cells.unread}
    donnee = Donnee(identifier, autres=autres, **values)
    said = _said(row, donnee, blank_says=blank_says)
    return Entry(donnee, row.place, said, undated=bool(status and status.undated))


def _said(row: Row, donnee: Donnee, *, blank_says: bool) -> frozenset[str]:
    """Fields that the row speaks of; a cell that could not be read says nothing."""
    keys = row.columns if blank_says else frozenset(row.cells)
    read = {key for key in keys if f"{key}_lu" not in donnee.autres}
    more = {"nature"} if donnee.nature else set()
    vintage = {"millesime"} if donnee.millesime else set()
    return frozenset((read | more | vintage | {"statuts", "autres"}) & RESERVED)


def _identifier(row: Row, given: set[str], doubts: Doubts) -> str:
    """The one of the row, or its title's; made unique."""
    wanted = row.cells.get("id", "")
    if not wanted:
        wanted = slug(row.cells.get("titre", "")) or slug(row.cells.get("couche", "")) or "donnee"
        doubts.note(ID_MADE, f"{row.place} : « {wanted} »")
    elif wanted in given:
        doubts.note(ID_AGAIN, row.place, id=wanted)
    rank, found = 2, wanted
    while found in given:
        found, rank = f"{wanted}-{rank}", rank + 1
    given.add(found)
    return found


def _layer(row: Row, doubts: Doubts) -> str:
    """The layer that the row names, or that its title is the very name of; empty, and said, when neither is sure."""
    said = row.cells.get("couche", "")
    found = couche_of(said or row.cells.get("titre", ""))
    if found:
        return found
    text = said or row.cells.get("titre", "")
    near = nearest(text) or nearest(row.cells.get("mots_cles", ""))
    if text:
        nearby = f" La plus proche est « {near} », à confirmer." if near else ""
        doubts.note(LAYER_UNCLEAR, row.place, text=text, nearest=nearby)
    return ""


def _extra(row: Row) -> dict[str, str]:
    """Cells of columns that are not known, and the name of a layer that is not."""
    kept = {(f"{name}_lu" if name in RESERVED else name): text for name, text in row.extra.items()}
    said = row.cells.get("couche", "")
    return kept | ({"couche_lu": said} if said and couche_of(said) is None else {})


def _publication(row: Row) -> dict[str, str]:
    return {one.key: row.cells[one.key] for one in PUBLICATION if one.key in row.cells}


def _json(row: Row, cells: Cells) -> Mapping[str, object]:
    """What our own workbook holds of other things."""
    text = row.cells.get("autres_json", "")
    try:
        content = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        cells.unclear("autres_json", "Autres (JSON)", "Ne pas modifier cette colonne.")
        return {}
    return {str(key): value for key, value in content.items() if key not in RESERVED and value is not None}
