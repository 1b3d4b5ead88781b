"""A problem read from TOML, whether it is a sheet of the project or an entry of a town: every mistake at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coeurdeville.core.problems import Level, Problem
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.problemes.personne import KEYS, named_persons
from coeurdeville.inventory.problemes.probleme import Parole, Probleme
from coeurdeville.inventory.problemes.vocabulaire import Sujet, Voix
from coeurdeville.schemas.mapping.toml_table import KEY_MISSING, VALUE_UNEXPECTED, Table
from coeurdeville.schemas.mapping.toml_text import load_toml

LISTS = ("actions_en_cours", "actions_a_mettre_en_place", "services", "donnees")
TEXTS = ("role", "organisation", "lieu", "texte", "source")


@dataclass
class Lus:
    """The problems of a text, and what is wrong with it. An entry with errors is left out."""

    problemes: list[Probleme] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_problemes(text: str, file: str) -> Lus:
    """The `[[problemes]]` of a town's file.

    Raises
    ------
    Refused
        `toml-illisible` when the file as a whole is not TOML.
    """
    document, found = load_toml(text, file), Lus()
    for rank, entry in enumerate(_entries(document.pop("problemes", []), file, found.problems), start=1):
        before = len(found.problems)
        probleme = read_probleme(Table(entry, f"{file}, [[problemes]] n° {rank}", found.problems), locale=True)
        if not any(problem.level is Level.ERROR for problem in found.problems[before:]):
            found.problemes.append(probleme)
    Table(document, file, found.problems).close()
    return found


def read_probleme(table: Table, *, locale: bool = False) -> Probleme:
    """The problem of one table; what is wrong is added to the problems of the table."""
    name = _written(table, "id")
    table.where += f" (« {name} »)" if name else ""
    _refuse_persons(table)
    titre = _written(table, "titre")
    sujet = _code(table, "theme", Sujet)
    lists: dict[str, tuple[str, ...]] = {key: table.texts(key) for key in LISTS}
    if not table.left.get("paroles"):
        table.problems.append(KEY_MISSING(where=table.where, key="paroles"))
    paroles = tuple(_parole(one) for one in table.tables("paroles"))
    table.close()
    return Probleme(name, titre, sujet, paroles, locale=locale, **lists)


def _parole(table: Table) -> Parole:
    _refuse_persons(table)
    found = Parole(_code(table, "qui", Voix), quand=_quand(table), **{key: table.text(key) for key in TEXTS})
    table.close()
    return found


def _written(table: Table, key: str) -> str:
    """A text that must be there, and not blank."""
    _require(table, key)
    return table.text(key)


def _code(table: Table, key: str, codes: Any) -> Any:
    """A code that must be said; when it is not, or is another, the first one stands and the entry is left out."""
    _require(table, key)
    return table.code(key, codes, next(iter(codes)))


def _require(table: Table, key: str) -> None:
    value = table.left.get(key, "")
    if isinstance(value, str) and not value.strip():
        table.problems.append(KEY_MISSING(where=table.where, key=key))
        table.ignore(key)


def _quand(table: Table) -> Vintage | None:
    """A year or a day, within quotation marks or not."""
    value = table.left.get("quand")
    if isinstance(value, (int, date)):
        table.left["quand"] = str(value)
    return table.read("quand", Vintage.parse, None)


def _refuse_persons(table: Table) -> None:
    table.problems.extend(named_persons(table.left, table.where))
    for key in KEYS & table.left.keys():
        table.ignore(key)


def _entries(entries: Any, file: str, problems: list[Problem]) -> Iterator[Any]:
    if isinstance(entries, list):
        yield from entries
    else:
        expected = "écrit [[problemes]], entre deux crochets"
        problems.append(VALUE_UNEXPECTED(where=file, key="problemes", expected=expected))
