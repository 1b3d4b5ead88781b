"""What a form of exchange is: it writes an inventory, it reads one, it knows its own files."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.core.problems import Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville


@dataclass(frozen=True)
class Publisher:
    """Who gives the inventory, and on which day."""

    body: Organisation
    today: date
    contact: str = ""
    """E-mail of a service that answers about the data; empty: none is given."""


@dataclass(frozen=True)
class Exported:
    """A file in memory, and what it does not hold."""

    content: bytes
    written: int
    """Entries in it."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One entry as a file states it."""

    donnee: Donnee
    place: str
    """Where it was read: `ligne 12`."""
    undated: bool = False
    """Its status bore no date and took that of the day: seen again, it is not a new one."""


@dataclass(frozen=True)
class Imported:
    """What a file states, and all that was doubtful in it."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    orphans: tuple[Entry, ...] = ()
    """Rows of other sheets about an entry that this file does not hold: only the town may know it."""

    @property
    def donnees(self) -> tuple[Donnee, ...]:
        """The entries alone."""
        return tuple(one.donnee for one in self.entries)


@dataclass(frozen=True)
class Exchange:
    """A form of exchange."""

    slug: str
    """What users type after `--format`."""
    title: str
    """How messages call it, with its article."""
    names: frozenset[str]
    """Names of columns or keys by which its files are known, as `headers.bare` writes them."""
    write: Callable[[Ville, Publisher], Exported]
    """Raises `Refused` when no entry can be written."""
    read: Callable[[Path, date], Imported]
    """The date is that of statuses which bear none. Raises `Refused` when the file cannot be read at all."""
    identifies: bool = True
    """Whether its files bear the identifiers of entries; else they are known again by their titles."""

    @property
    def module(self) -> str:
        """The module that declares it."""
        return self.write.__module__

    def likeness(self, names: Collection[str]) -> float:
        """How much of a file is made of its names, from 0 to 1."""
        return len(self.names & set(names)) / len(names) if names else 0.0
