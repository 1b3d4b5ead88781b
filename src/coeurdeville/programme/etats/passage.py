"""A passage from one state to another, as a row of the table says it."""

from __future__ import annotations

from dataclasses import dataclass

SITE = "site"
"""Who does what no person does: the clock, a task, a consequence of another passage."""


@dataclass(frozen=True)
class Lettre:
    """A message that a passage writes: the name of its model, to whom, and whether it waits to be read by a person."""

    modele: str
    a: str
    relue: bool = False


@dataclass(frozen=True)
class Passage:
    """One row: who may take an object from some states to another, by which verb, and what follows.

    `garde` and `suite` are functions named `package.module:function`, called with the locked object, the actor, the
    reason and what the verb was given. The guard gives the problems that forbid the passage; the sequel runs in the
    same transaction, once the state has changed.
    """

    objet: str
    verbe: str
    de: tuple[str, ...]
    vers: str
    qui: tuple[str, ...]
    """Names of `droits.QUI`; any of them is enough."""
    bouton: str
    """What the button says."""
    dit: str
    """What the journal says, after the name of who did it."""
    motif: bool = False
    """Whether a reason must be given."""
    prevenir: str = ""
    """What is said before it is done, of a passage that is not undone; empty: the button does it at once."""
    garde: str = ""
    suite: str = ""
    lettres: tuple[Lettre, ...] = ()


@dataclass(frozen=True)
class Etat:
    """A state: its stored code, what people read, the badge that shows it."""

    code: str
    nom: str
    sens: str = "partial"
    """Badge of the site: `ok`, `partial`, `missing` or `wrong`."""
    final: bool = False
    """Nothing is awaited of anybody any more; retention counts from the passage that led here."""
