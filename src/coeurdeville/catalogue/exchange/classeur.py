"""`classeur`: the whole inventory in a workbook, and any table of entries filled by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from coeurdeville.catalogue.exchange.columns import FIELDS, JSON_COLUMN, PUBLICATION, Column, known_headers
from coeurdeville.catalogue.exchange.contract import Exchange, Exported, Publisher
from coeurdeville.catalogue.exchange.entry_reading import RESERVED
from coeurdeville.catalogue.exchange.headers import resolve
from coeurdeville.catalogue.exchange.losses import losses
from coeurdeville.catalogue.exchange.sheets import BESIDE_ENTRIES, CHECKS, COOPERATIONS, ENTRIES, STATUSES
from coeurdeville.catalogue.exchange.workbook_reading import read_workbook
from coeurdeville.catalogue.exchange.workbook_writing import Cell, Sheet, cut_cells, workbook
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.core.problems import Kind, Level
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Niveau
from coeurdeville.layers.catalogue import kinds

FORM = "le classeur"
HELD = frozenset({*(one.key for one in FIELDS), "statuts", "cooperations", "conformites"})
CELL_CUT = Kind(
    "echange-cellule-coupee",
    "Des textes sont plus longs qu’une cellule ne peut contenir : leur fin n’est pas dans le classeur.",
    "Les relire dans ville.toml, où ils sont entiers.",
    Level.WARNING,
)
UNSAID = "non-renseigne"


def _label(code: Acteur | Nature | Niveau) -> str:
    return code.libelle


_WRITTEN: Mapping[str, Callable[[Any], str]] = {
    "couche": lambda slug: kinds()[slug].title if slug in kinds() else slug,
    "licence": lambda licence: licence.title,
    "donnees_personnelles": lambda yes: "oui" if yes else "non",
    "derive_de": " ; ".join,
    "acteur": _label,
    "nature": _label,
    "niveau": _label,
}
"""Field -> how its cell is written, when it is not the text itself."""


def template() -> bytes:
    """The workbook to fill: every sheet and list, no entry."""
    return workbook("Inventaire des données à remplir", _sheets(()))


def write(ville: Ville, _: Publisher) -> Exported:
    """Everything but the mapping of columns, which belongs to the files of the town."""
    sheets = _sheets(ville.donnees)
    every = {key for one in ville.donnees for key in one.autres}
    cut = cut_cells(sheets)
    notes = (*([CELL_CUT(examples=cut)] if cut else ()), *losses(ville.donnees, FORM, HELD, every))
    content = workbook(f"Inventaire des données de {ville.nom}", sheets)
    return Exported(content, len(ville.donnees), notes)


def _sheets(donnees: Sequence[Donnee]) -> list[Sheet]:
    beside = {STATUSES: _statuses(donnees), COOPERATIONS: _cooperations(donnees), CHECKS: _checks(donnees)}
    return [_entries(donnees), *(Sheet(name, BESIDE_ENTRIES[name], list(rows)) for name, rows in beside.items())]


def _entries(donnees: Sequence[Donnee]) -> Sheet:
    """One row for each entry; other texts of the inventory have their own columns, what is not a text is in JSON."""
    own = _own_columns(donnees)
    written = {one.key for one in (*PUBLICATION, *own)}
    columns = [*FIELDS, *PUBLICATION, *own]
    rows = [[_cell(one, column) for column in columns] for one in donnees]
    rests = [_json({key: value for key, value in one.autres.items() if not (key in written and _plain(value))})
             for one in donnees]  # fmt: skip
    if any(rests):
        columns.append(JSON_COLUMN)
        rows = [[*row, rest] for row, rest in zip(rows, rests, strict=True)]
    return Sheet(ENTRIES, columns, rows)


def _own_columns(donnees: Sequence[Donnee]) -> list[Column]:
    """Columns of the inventory's other texts, for the keys that would be read again as they are."""
    wanted = {key for one in donnees for key, value in one.autres.items() if _plain(value)}
    safe = sorted(key for key in wanted - RESERVED - {one.key for one in PUBLICATION} if _is_header(key))
    known = resolve([*(one.header for one in (*FIELDS, *PUBLICATION)), *safe], known_headers())
    return [Column(key, key, "Ajoutée par qui a fait l’inventaire.") for key in safe if key not in known]


def _is_header(key: str) -> bool:
    """Whether a key can head a column: a number or a date would be taken for data."""
    return key[:1].isalpha() and key == " ".join(key.split())


def _plain(value: object) -> bool:
    """Whether a value is a text that a cell gives back."""
    return isinstance(value, str) and bool(value) and value == value.strip() and "\r" not in value


def _cell(donnee: Donnee, column: Column) -> Cell:
    key = column.key
    if key not in HELD:
        value = donnee.autres.get(key, "")
        return str(value) if _plain(value) else ""
    value = getattr(donnee, key)
    written = _WRITTEN.get(key, str)
    return "" if value is None or value is UNKNOWN or str(value) == UNSAID else written(value)


def _json(rest: Mapping[str, Any]) -> str:
    return json.dumps(rest, ensure_ascii=True, default=str) if rest else ""


def _statuses(donnees: Sequence[Donnee]) -> Iterator[list[Cell]]:
    for one in donnees:
        for status in one.statuts:
            yield [one.id, status.date, status.ouverture.libelle, status.auteur, status.preuve, status.motif,
                   status.fondement, status.reponse, status.reponse_date or ""]  # fmt: skip


def _cooperations(donnees: Sequence[Donnee]) -> Iterator[list[Cell]]:
    for one in donnees:
        for each in one.cooperations:
            nature = each.nature.libelle if each.nature else ""
            form = each.forme.libelle if each.forme else ""
            yield [one.id, each.avec, nature, form, each.objet, each.duree, each.cout]


def _checks(donnees: Sequence[Donnee]) -> Iterator[list[Cell]]:
    for one in donnees:
        for each in one.conformites:
            yield [one.id, each.schema, each.date, each.lignes, each.conformes]


CLASSEUR = Exchange("classeur", FORM, frozenset(known_headers()), write, read_workbook)
