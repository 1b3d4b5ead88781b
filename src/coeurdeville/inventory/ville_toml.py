"""`ville.toml` read into an inventory: every problem at once, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from coeurdeville.core.problems import Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.entree_toml import read_entree
from coeurdeville.schemas.mapping.toml_table import VALUE_UNEXPECTED, Table
from coeurdeville.schemas.mapping.toml_text import load_toml


@dataclass
class VilleTable:
    """What the file says, and what is wrong with it."""

    nom: str = ""
    commune: str = ""
    population: int | None = None
    donnees: list[Donnee] = field(default_factory=list)
    ecartees: list[Donnee] = field(default_factory=list)
    """Entries with errors, holding what could be read of them."""
    problems: list[Problem] = field(default_factory=list)
    ecarts: list[Problem] = field(default_factory=list)
    """Among the problems, those of the entries with errors."""


def read_ville(text: str, file: str = "ville.toml") -> VilleTable:
    """The inventory of a `ville.toml`. An entry with errors is set aside and its problems are said.

    Raises
    ------
    Refused
        `toml-illisible` when the file as a whole is not TOML.
    """
    document = load_toml(text, file)
    found = VilleTable()
    head = Table(document.get("ville", {}), "[ville]", found.problems)
    found.nom, found.commune = head.text("nom", required=True), head.text("commune", required=True)
    found.population = head.take("population", int)
    head.ignore("creee_le")
    head.close()
    for rank, entry in enumerate(_entries(document.get("donnees", []), found.problems), start=1):
        before = len(found.problems)
        donnee = read_entree(Table(entry, f"[[donnees]] n° {rank}", found.problems))
        wrong = any(problem.level is Level.ERROR for problem in found.problems[before:])
        found.ecarts.extend(found.problems[before:] if wrong else ())
        (found.ecartees if wrong else found.donnees).append(donnee)
    Table({k: v for k, v in document.items() if k not in ("ville", "donnees")}, "ville.toml", found.problems).close()
    return found


def _entries(entries: Any, problems: list[Problem]) -> list[Any]:
    if isinstance(entries, list):
        return entries
    problems.append(
        VALUE_UNEXPECTED(where="ville.toml", key="donnees", expected="écrit [[donnees]], entre deux crochets")
    )
    return []
