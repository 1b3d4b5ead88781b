"""`ville.toml` read into an inventory: every problem at once, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coeurdeville.core.licences import licence
from coeurdeville.core.problems import Level, Problem
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import ETENDUES, Acteur, Ouverture
from coeurdeville.schemas.mapping.toml_mapping import read_mapping
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
        donnee = _donnee(Table(entry, f"[[donnees]] n° {rank}", found.problems))
        wrong = any(problem.level is Level.ERROR for problem in found.problems[before:])
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


def _donnee(table: Table) -> Donnee:
    name = table.text("id", required=True)
    table.where += f" (« {name} »)" if name else ""
    plain = {key: table.text(key) for key in ("titre", "fichier", "adresse", "producteur", "service_referent", "acces")}
    return Donnee(
        id=name,
        couche=table.text("couche", required=True),
        acteur=table.code("acteur", Acteur, Acteur.NON_RENSEIGNE),
        licence=table.read("licence", licence, licence("")),
        millesime=table.read("millesime", Vintage.parse, None),
        etendue=table.among("etendue", ETENDUES),
        statuts=tuple(_statut(one) for one in table.tables("statuts")),
        correspondance=read_mapping(table),
        autres=table.close(),
        **plain,
    )


def _statut(table: Table) -> Statut:
    when = table.take("date", date, required=True)
    found = Statut(
        when or date.min,
        table.code("statut", Ouverture, Ouverture.NON_RENSEIGNE),
        *(table.text(key) for key in ("auteur", "preuve", "motif")),
    )
    table.close()
    return found
