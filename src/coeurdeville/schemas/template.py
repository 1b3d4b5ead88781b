"""An empty workbook to type into, which holds to a schema: lists to choose from, bounds, explanations."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from coeurdeville.core.french import capital, spaced
from coeurdeville.schemas.in_french import content_words, example_text, key_words, rules
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.template_rules import LISTS, long_list, validation

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
ENTRY, GUIDE = "Données", "Mode d’emploi"
ROWS = 10_000
"""Rows that have their lists and bounds."""
LONGEST_NOTE = 1500
WIDTH = 12
GUIDE_HEADERS = ("colonne", "titre", "ce qu’elle contient", "règles", "exemple", "explication")
GUIDE_WIDTHS = (24, 30, 30, 46, 28, 80)
MADE = datetime(2026, 1, 1)
"""The date written in the file: the same schema makes the same bytes."""


def template(schema: TableSchema) -> bytes:
    """An XLSX: the sheet to fill, whose header is that of the schema; a sheet that explains; the long lists, if any.

    Cells are text but for numbers and dates, so that a code keeps its zeros; nothing is a formula.
    """
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"title": schema.title or schema.name, "created": MADE})
    paint = _Paint(book)
    _entry(book.add_worksheet(ENTRY), paint, schema)
    _guide(book.add_worksheet(GUIDE), paint, schema)
    _lists(book, schema)
    book.close()
    return file.getvalue()


@dataclass
class _Paint:
    """The formats of the workbook."""

    book: Any

    def __post_init__(self) -> None:
        add = self.book.add_format
        self.header = add({"bold": True, "bg_color": "#DDEBE3", "bottom": 1, "text_wrap": True, "valign": "top"})
        self.needed = add({"bold": True, "bg_color": "#F6D9A8", "bottom": 1, "text_wrap": True, "valign": "top"})
        self.title = add({"bold": True, "font_size": 14})
        self.wrapped = add({"text_wrap": True, "valign": "top"})
        self.text = add({"num_format": "@"})
        self.cells = {"date": add({"num_format": "yyyy-mm-dd"}), "number": add(), "integer": add(), "year": add()}

    def cell(self, field: Field) -> Any:
        """What the cells of a field look like: dates that are typed stay dates, codes stay text."""
        plain_date = field.type == "date" and field.format not in ("default", "%Y-%m-%d")
        return self.text if plain_date else self.cells.get(field.type, self.text)


def _entry(sheet: Any, paint: _Paint, schema: TableSchema) -> None:
    for rank, field in enumerate(schema.fields):
        sheet.set_column(rank, rank, max(WIDTH, len(field.name) + 4), paint.cell(field))
        sheet.write_string(0, rank, field.name, paint.needed if field.required else paint.header)
        sheet.write_comment(0, rank, _note(field), {"x_scale": 2.5, "y_scale": 2.5, "author": ""})
        wanted = validation(field, rank)
        if wanted:
            sheet.data_validation(1, rank, ROWS, rank, wanted)
    sheet.freeze_panes(1, 0)


def _note(field: Field) -> str:
    """Whether it is required, its title, what it contains, its example."""
    needed = "OBLIGATOIRE" if field.required else "Facultatif"
    example = example_text(field)
    lines = (needed, field.title, field.description, f"Contient {content_words(field)}.",
             f"Exemple : {example}" if example else "")  # fmt: skip
    return spaced("\n".join(line for line in lines if line))[:LONGEST_NOTE]


def _guide(sheet: Any, paint: _Paint, schema: TableSchema) -> None:
    """How to fill, then every column."""
    for rank, width in enumerate(GUIDE_WIDTHS):
        sheet.set_column(rank, rank, width)
    sheet.write_string(0, 0, f"{schema.title or schema.name} {schema.version}".strip(), paint.title)
    row = 1
    for row, sentence in enumerate(_sentences(schema), start=2):
        sheet.write_string(row, 0, spaced(sentence))
    top = row + 2
    for rank, header in enumerate(GUIDE_HEADERS):
        sheet.write_string(top, rank, header, paint.header)
    for row, field in enumerate(schema.fields, start=top + 1):
        for rank, text in enumerate(_explained(field)):
            sheet.write_string(row, rank, text, paint.wrapped)


def _sentences(schema: TableSchema) -> Iterator[str]:
    yield f"Remplir la feuille « {ENTRY} » : une ligne par objet, sans changer ni déplacer les noms de colonnes."
    yield "Les colonnes obligatoires ont un en-tête orange ; leur note le dit aussi."
    yield "Laisser vide ce qui n’est pas connu : ni tiret, ni « NC », ni 0."
    yield "La petite marque rouge d’un en-tête ouvre sa note ; une cellule à liste montre ses choix quand on y entre."
    yield from filter(None, [key_words(schema)])
    yield "Vérifier le fichier : coeurdeville schema valider fichier.xlsx --schema " + (schema.name or "schema.json")


def _explained(field: Field) -> Sequence[str]:
    said = capital(spaced(" ; ".join(rules(field))))
    return field.name, field.title, content_words(field), said, example_text(field), field.description


def _lists(book: Any, schema: TableSchema) -> None:
    """A sheet of the lists that are too long for a cell, one column each, at the rank of their field."""
    fields = [(rank, one) for rank, one in enumerate(schema.fields) if long_list(one)]
    if not fields:
        return
    sheet = book.add_worksheet(LISTS)
    for rank, field in fields:
        sheet.write_string(0, rank, field.name)
        for row, value in enumerate(field.constraints["enum"], start=1):
            sheet.write_string(row, rank, str(value))
