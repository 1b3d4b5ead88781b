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
from coeurdeville.catalogue.exchange.day_words import day_of
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_problems import (
    DAY_UNREADABLE,
    EXTRA_COLUMNS,
    LAYER_UNCLEAR,
    LAYER_UNTOLD,
    PERSON_NAMED,
    TITLE_MISSING,
)
from coeurdeville.catalogue.exchange.identifiers import identifiers_of
from coeurdeville.catalogue.exchange.layer_words import couche_of, nearest
from coeurdeville.catalogue.exchange.person_words import names_a_person
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.exchange.status_reading import read_status
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.schemas.mapping.correspondance import Correspondance

TEXTS = ("titre", "fichier", "adresse", "producteur", "detenteur", "systeme", "service_referent", "acces", "qualite")
RESERVED = frozenset(one.name for kind in (Donnee, Correspondance) for one in fields(kind))
"""Keys of `ville.toml` that an extra column must not take."""
FREE = (*(key for key in TEXTS if key not in ("fichier", "adresse")), "description", "motif", "preuve")
"""Texts in which people may name somebody."""


def read_entries(rows: Sequence[Row], today: date, doubts: Doubts) -> tuple[Entry, ...]:
    """An entry for each row, in order; no row is left out."""
    names = identifiers_of(rows, doubts)
    found = tuple(_entry(row, name, today, doubts) for row, name in zip(rows, names, strict=True))
    for header in dict.fromkeys(header for row in rows for header in row.extra):
        doubts.note(EXTRA_COLUMNS, header)
    return found


def _entry(row: Row, identifier: str, today: date, doubts: Doubts) -> Entry:
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
        "statuts": (status.statut,) if status.statut else (),
    }
    _tell(row, doubts)
    autres = {**_extra(row), **_publication(row, doubts), **_json(row, cells), **cells.unread, **status.kept}
    return Entry(Donnee(identifier, autres=autres, **values), row.place, undated=status.undated)


def _tell(row: Row, doubts: Doubts) -> None:
    """What is worth a word in a row, whatever its cells hold."""
    if not row.cells.get("titre"):
        doubts.note(TITLE_MISSING, row.place)
    if any(names_a_person(text) for text in (*(row.cells.get(key, "") for key in FREE), *row.extra.values())):
        doubts.note(PERSON_NAMED, row.place)


def _layer(row: Row, doubts: Doubts) -> str:
    """The layer that the row names, or that its title is the very name of; empty, and said, when neither is sure."""
    said = row.cells.get("couche", "")
    found = couche_of(said or row.cells.get("titre", ""))
    if found:
        return found
    text = said or row.cells.get("titre", "")
    near = nearest(text) or nearest(row.cells.get("mots_cles", ""))
    if said:
        nearby = f" La plus proche est « {near} », à confirmer." if near else ""
        doubts.note(LAYER_UNCLEAR, row.place, text=text, nearest=nearby)
    elif text:
        doubts.note(LAYER_UNTOLD, f"{row.place} : « {text} »{f', proche de « {near} »' if near else ''}")
    return ""


def _extra(row: Row) -> dict[str, str]:
    """Cells of columns that are not known, and the name of a layer that is not."""
    kept = {(f"{name}_lu" if name in RESERVED else name): text for name, text in row.extra.items()}
    said = row.cells.get("couche", "")
    return kept | ({"couche_lu": said} if said and couche_of(said) is None else {})


def _publication(row: Row, doubts: Doubts) -> dict[str, str]:
    """What is told to publish; a day that is none is kept as it is written, and said."""
    for one in PUBLICATION:
        text = row.cells.get(one.key, "")
        if one.day and text and not (day_of(text) or ("", False))[1]:
            doubts.note(DAY_UNREADABLE, f"{row.place} : « {text} »", column=one.header, key=one.key)
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
