"""`ville.toml` read into an inventory: every problem at once, each with its place in the file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coeurdeville.core.licences import licence
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.conversion import METRES
from coeurdeville.inventory.correspondance import Correspondance, Etat, Lecture
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.tableau import VALUE_UNEXPECTED, Table
from coeurdeville.inventory.vocabulaire import ETENDUES, Acteur, Ouverture

TOML_UNREADABLE = Kind(
    "toml-illisible",
    "{file} n’est pas lisible : {why}.",
    "Corriger la ligne indiquée ; un texte s’écrit entre guillemets droits, une date 2026-11-23.",
)


@dataclass
class VilleTable:
    """What the file says, and what is wrong with it."""

    nom: str = ""
    commune: str = ""
    population: int | None = None
    donnees: list[Donnee] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_ville(text: str, file: str = "ville.toml") -> VilleTable:
    """The inventory of a `ville.toml`. An entry that cannot be read is left out and its problems are said.

    Raises
    ------
    Refused
        `toml-illisible` when the file as a whole is not TOML.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused([TOML_UNREADABLE(file=file, why=_french(str(error)))]) from error
    found = VilleTable()
    head = Table(document.get("ville", {}), "[ville]", found.problems)
    found.nom, found.commune = head.text("nom", required=True), head.text("commune", required=True)
    found.population = head.take("population", int)
    head.ignore("creee_le")
    head.close()
    for rank, entry in enumerate(_entries(document.get("donnees", []), found.problems), start=1):
        donnee = _donnee(Table(entry, f"[[donnees]] n° {rank}", found.problems))
        if donnee:
            found.donnees.append(donnee)
    Table({k: v for k, v in document.items() if k not in ("ville", "donnees")}, "ville.toml", found.problems).close()
    return found


def _entries(entries: Any, problems: list[Problem]) -> list[Any]:
    if isinstance(entries, list):
        return entries
    problems.append(
        VALUE_UNEXPECTED(where="ville.toml", key="donnees", expected="écrit [[donnees]], entre deux crochets")
    )
    return []


def _donnee(table: Table) -> Donnee | None:
    before = len(table.problems)
    name = table.text("id", required=True)
    table.where += f" (« {name} »)" if name else ""
    plain = {key: table.text(key) for key in ("titre", "fichier", "adresse", "producteur", "service_referent", "acces")}
    found = Donnee(
        id=name,
        couche=table.text("couche", required=True),
        acteur=table.code("acteur", Acteur, Acteur.NON_RENSEIGNE),
        licence=table.read("licence", licence, licence("")),
        millesime=table.read("millesime", Vintage.parse, None),
        etendue=table.among("etendue", ETENDUES),
        statuts=tuple(_statut(one) for one in table.tables("statuts")),
        correspondance=_correspondance(table),
        autres=table.close(),
        **plain,
    )
    wrong = any(problem.level is Level.ERROR for problem in table.problems[before:])
    return None if wrong else found


def _statut(table: Table) -> Statut:
    when = table.take("date", date, required=True)
    found = Statut(
        when or date.min,
        table.code("statut", Ouverture, Ouverture.NON_RENSEIGNE),
        *(table.text(key) for key in ("auteur", "preuve", "motif")),
    )
    table.close()
    return found


def _correspondance(table: Table) -> Correspondance:
    reading = table.table("lecture")
    lecture = Lecture(
        reading.text("feuille"), reading.text("x"), reading.text("y"), reading.take("projection", int) or None
    )
    reading.close()
    states = []
    for state in table.tables("etats"):
        states.append(Etat(state.text("colonne", required=True), state.texts("disparus")))
        state.close()
    return Correspondance(
        lecture,
        colonnes=table.table("colonnes").all_texts(),
        a_confirmer=table.tables_of_texts("a_confirmer"),
        unites=table.table("unites").all_texts(METRES),
        valeurs=table.tables_of_texts("valeurs"),
        constantes=table.table("constantes").all_texts(),
        etats=tuple(states),
    )


def _french(error: str) -> str:
    """The place that the parser gives, `ligne 3, colonne 8`; its English sentence is of no use to an officer."""
    place = error.partition("(at ")[2].rstrip(")")
    return place.replace("line", "ligne").replace("column", "colonne").replace("end of document", "fin du fichier")
