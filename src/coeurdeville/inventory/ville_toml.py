"""`ville.toml` read into an inventory: every problem at once, each with its place in the file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar

from coeurdeville.core.licences import licence
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.correspondance import Correspondance, Etat, Lecture
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Acteur, Ouverture

T = TypeVar("T")

TOML_UNREADABLE = Kind(
    "toml-illisible",
    "{file} n’est pas lisible : {why}.",
    "Corriger la ligne indiquée ; un texte s’écrit entre guillemets droits, une date 2026-11-23.",
)
KEY_MISSING = Kind("cle-obligatoire", "{where} : « {key} » manque.", "Ajouter cette ligne.")
KEY_UNKNOWN = Kind(
    "cle-inconnue",
    "{where} : « {key} » n’est pas une clé connue.{nearest}",
    "Vérifier l’orthographe ; la ligne est gardée telle quelle et n’est pas utilisée.",
    Level.WARNING,
)
VALUE_UNEXPECTED = Kind("valeur-inattendue", "{where} : « {key} » devrait être {expected}.", "Corriger cette valeur.")
CODE_UNKNOWN = Kind("code-inconnu", "{where} : « {key} » vaut « {value} ».", "Écrire l’un de : {known}.")

EXPECTED = {str: "un texte entre guillemets", int: "un nombre entier", dict: "un tableau", list: "une liste"}


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
    head = _Table(document.get("ville", {}), "[ville]", found.problems)
    found.nom, found.commune = head.text("nom", required=True), head.text("commune", required=True)
    found.population = head.take("population", int)
    head.ignore("creee_le")
    head.close()
    for rank, entry in enumerate(document.get("donnees", []), start=1):
        donnee = _donnee(_Table(entry, f"[[donnees]] n° {rank}", found.problems))
        if donnee:
            found.donnees.append(donnee)
    _Table({k: v for k, v in document.items() if k not in ("ville", "donnees")}, "ville.toml", found.problems).close()
    return found


def _donnee(table: _Table) -> Donnee | None:
    before = len(table.problems)
    name = table.text("id", required=True)
    table.where += f" (« {name} »)" if name else ""
    plain = {
        key: table.text(key)
        for key in ("titre", "fichier", "adresse", "producteur", "service_referent", "acces", "etendue")
    }
    found = Donnee(
        id=name,
        couche=table.text("couche", required=True),
        acteur=table.code("acteur", Acteur, Acteur.NON_RENSEIGNE),
        licence=table.read("licence", licence, licence("")),
        millesime=table.read("millesime", Vintage.parse, None),
        statuts=tuple(_statut(one) for one in table.tables("statuts")),
        correspondance=_correspondance(table),
        autres=table.close(),
        **plain,
    )
    wrong = any(problem.level is Level.ERROR for problem in table.problems[before:])
    return None if wrong else found


def _statut(table: _Table) -> Statut:
    when = table.take("date", date, required=True)
    found = Statut(
        when or date.min,
        table.code("statut", Ouverture, Ouverture.NON_RENSEIGNE),
        *(table.text(key) for key in ("auteur", "preuve", "motif")),
    )
    table.close()
    return found


def _correspondance(table: _Table) -> Correspondance:
    reading = table.table("lecture")
    lecture = Lecture(
        reading.text("feuille"), reading.text("x"), reading.text("y"), reading.take("projection", int) or None
    )
    reading.close()
    states = []
    for state in table.tables("etats"):
        states.append(Etat(state.text("colonne", required=True), tuple(state.take("disparus", list) or ())))
        state.close()
    return Correspondance(
        lecture,
        colonnes=table.take("colonnes", dict) or {},
        a_confirmer=table.take("a_confirmer", dict) or {},
        unites=table.take("unites", dict) or {},
        valeurs=table.take("valeurs", dict) or {},
        etats=tuple(states),
    )


class _Table:
    """One table of the file: keys are taken one by one, those that are left are not known."""

    def __init__(self, content: Any, where: str, problems: list[Problem]) -> None:
        self.left: dict[str, Any] = dict(content) if isinstance(content, Mapping) else {}
        self.where, self.problems, self.known = where, problems, set[str]()

    def take(self, key: str, kind: type[T], *, required: bool = False) -> T | None:
        """The value of a key when it is of this kind; None, and a problem, when it is not."""
        self.known.add(key)
        value = self.left.pop(key, None)
        if value is None:
            if required:
                self.problems.append(KEY_MISSING(where=self.where, key=key))
            return None
        if not isinstance(value, kind):
            expected = EXPECTED.get(kind, "une date comme 2026-11-23")
            self.problems.append(VALUE_UNEXPECTED(where=self.where, key=key, expected=expected))
            return None
        return value

    def text(self, key: str, *, required: bool = False) -> str:
        return self.take(key, str, required=required) or ""

    def code(self, key: str, codes: type[T], default: T) -> T:
        value = self.text(key)
        known = [str(one) for one in codes]  # type: ignore[attr-defined]
        if value and value not in known:
            self.problems.append(CODE_UNKNOWN(where=self.where, key=key, value=value, known=", ".join(known)))
        return codes(value) if value in known else default  # type: ignore[call-arg]

    def read(self, key: str, reader: Callable[[str], T], default: T) -> T:
        """A text understood by `reader`, whose refusals are gathered."""
        try:
            return reader(self.text(key))
        except Refused as refused:
            self.problems.extend(refused.problems)
            return default

    def table(self, key: str) -> _Table:
        return _Table(self.take(key, dict) or {}, f"{self.where}, {key}", self.problems)

    def tables(self, key: str) -> Iterator[_Table]:
        for content in self.take(key, list) or []:
            yield _Table(content, f"{self.where}, {key}", self.problems)

    def ignore(self, key: str) -> None:
        self.known.add(key)
        self.left.pop(key, None)

    def close(self) -> dict[str, Any]:
        """What is left, each said with the nearest key."""
        for key in self.left:
            near = get_close_matches(key, self.known, n=1)
            nearest = f" Voulait-on écrire « {near[0]} » ?" if near else ""
            self.problems.append(KEY_UNKNOWN(where=self.where, key=key, nearest=nearest))
        return self.left


def _french(error: str) -> str:
    """The place that the parser gives, `ligne 3, colonne 8`; its English sentence is of no use to an officer."""
    place = error.partition("(at ")[2].rstrip(")")
    return place.replace("line", "ligne").replace("column", "colonne").replace("end of document", "fin du fichier")
