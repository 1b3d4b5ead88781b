"""Reading one table of a TOML file: what is wrong is gathered with its place, nothing stops at the first mistake."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, TypeVar

from coeurdeville.core.problems import Kind, Level, Problem, Refused

T = TypeVar("T")

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


class Table:
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
        """A text, empty when it is not there."""
        return self.take(key, str, required=required) or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; numbers in it are taken as they are written."""
        return tuple(str(one) for one in self.take(key, list) or ())

    def all_texts(self, allowed: Collection[str] = ()) -> dict[str, str]:
        """The whole table, whose keys are free and whose values are texts, among `allowed` if any."""
        return {key: self.among(key, allowed) if allowed else self.text(key) for key in list(self.left)}

    def tables_of_texts(self, key: str) -> dict[str, dict[str, str]]:
        """Tables of texts within a table, whose keys are free too."""
        inner = self.table(key)
        return {name: inner.table(name).all_texts() for name in list(inner.left)}

    def among(self, key: str, allowed: Collection[str]) -> str:
        """One text of a closed list; empty, and a problem, when it is another."""
        value = self.text(key)
        if not value or value in allowed:
            return value
        self.problems.append(CODE_UNKNOWN(where=self.where, key=key, value=value, known=", ".join(allowed)))
        return ""

    def code(self, key: str, codes: type[T], default: T) -> T:
        """One of the values of an enumeration."""
        value = self.among(key, [str(one) for one in codes])  # type: ignore[attr-defined]
        return codes(value) if value else default  # type: ignore[call-arg]

    def read(self, key: str, reader: Callable[[str], T], default: T) -> T:
        """A text understood by `reader`, whose refusals are gathered."""
        try:
            return reader(self.text(key))
        except Refused as refused:
            self.problems.extend(replace(one, message=f"{self.where}\u00a0: {one.message}") for one in refused.problems)
            return default

    def table(self, key: str) -> Table:
        """A table within this one, empty when it is not there."""
        return Table(self.take(key, dict) or {}, f"{self.where}, {key}", self.problems)

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of a list, none when it is not there."""
        for content in self.take(key, list) or []:
            yield Table(content, f"{self.where}, {key}", self.problems)

    def ignore(self, key: str) -> None:
        """Leave a known key as it is."""
        self.known.add(key)
        self.left.pop(key, None)

    def close(self) -> dict[str, Any]:
        """What is left, each said with the nearest key."""
        for key in self.left:
            near = get_close_matches(key, self.known, n=1)
            nearest = f" Voulait-on écrire « {near[0]} » ?" if near else ""
            self.problems.append(KEY_UNKNOWN(where=self.where, key=key, nearest=nearest))
        return self.left
