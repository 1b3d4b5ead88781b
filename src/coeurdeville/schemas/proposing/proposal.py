"""The columns that several towns have in common, as the fields of a schema to discuss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coeurdeville.core.french import listing, percent, plural, slug
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.schemas.proposing.columns import Shared, TownColumn, columns_of, together
from coeurdeville.schemas.proposing.inference import infer
from coeurdeville.schemas.proposing.inferred import Inferred
from coeurdeville.schemas.proposing.persons import LeftOut, set_apart
from coeurdeville.schemas.synonyms import title_of

NOTHING_SHARED = Kind(
    "rien-en-commun",
    "Aucune colonne ne se retrouve dans ces {count_words}.",
    "Vérifier que les fichiers décrivent la même chose ; nommer pareil les colonnes qui disent la même chose.",
)
ONE_TOWN = Kind(
    "une-seule-ville",
    "Le schéma est proposé d’après un seul fichier : rien ne dit ce que d’autres villes ont.",
    "Ajouter les fichiers d’autres villes avant de le soumettre.",
    Level.WARNING,
)
TO_DESCRIBE = "À décrire"
"""How a description starts that a hand must still write."""


@dataclass(frozen=True, eq=False)
class ProposedField:
    """A column of the schema, and what it comes from."""

    shared: Shared
    inferred: Inferred
    required: bool
    unique: bool

    @property
    def descriptor(self) -> dict[str, Any]:
        """The field as a schema writes it."""
        shared, found = self.shared, self.inferred
        constraints = {"required": self.required, **({"unique": True} if self.unique else {}), **found.constraints}
        return {
            "name": shared.key, "title": title_of(shared.key, next(iter(shared.units), "")),
            "description": _draft(shared), "example": found.example, "type": found.type, **found.options,
            "constraints": constraints,
        }  # fmt: skip


@dataclass(frozen=True, eq=False)
class Proposal:
    """A schema to discuss, and everything that was seen on the way."""

    name: str
    files: tuple[str, ...]
    fields: tuple[ProposedField, ...]
    personal: tuple[LeftOut, ...]
    """Columns in which there are persons, left out."""
    rare: tuple[Shared, ...]
    """Columns of too few files, left out."""
    problems: tuple[Problem, ...]


def propose(paths: Sequence[Path], name: str) -> Proposal:
    """A schema drawn from files of several towns, one or more files.

    A column enters it when half of the files have it, two at least when there are several. It is required when
    every row of every file has it.

    Raises
    ------
    Refused
        Every file that cannot be read; `rien-en-commun` when no column is shared.
    """
    files = _called(paths)
    reading = _read_all(paths, files)
    wanted = 1 if len(paths) == 1 else max(2, -(-len(paths) // 2))
    groups = [one for one in together(reading.columns) if one.share > 0]
    kept = [one for one in groups if len(one.columns) >= wanted and one.key]
    if not kept:
        raise Refused([NOTHING_SHARED(count_words=plural(len(paths), "fichier"))])
    fields = tuple(_field(one, len(paths)) for one in kept)
    rare = tuple(one for one in groups if len(one.columns) < wanted or not one.key)
    said = (*([ONE_TOWN()] if len(paths) == 1 else []), *reading.notes)
    return Proposal(slug(name), files, fields, tuple(reading.personal), rare, said)


@dataclass
class _Reading:
    """What the files hold."""

    columns: list[TownColumn] = field(default_factory=list)
    personal: list[LeftOut] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def _read_all(paths: Sequence[Path], files: Sequence[str]) -> _Reading:
    found = _Reading()
    refused: list[Problem] = []
    for path, file in zip(paths, files, strict=True):
        try:
            columns, said = columns_of(path, file)
        except Refused as refusal:
            refused.extend(refusal.problems)
            continue
        kept, left = set_apart(columns)
        found.columns += kept
        found.personal += left
        found.notes += said
    if refused:
        raise Refused(refused)
    return found


def _called(paths: Sequence[Path]) -> tuple[str, ...]:
    """A name for each file, with its folder when several are called the same, with its rank when this is not enough."""
    names = [path.name for path in paths]
    if len(set(names)) < len(names):
        names = [f"{path.absolute().parent.name}/{path.name}" for path in paths]
    seen = [names[:rank].count(name) for rank, name in enumerate(names)]
    return tuple(f"{name} ({again + 1})" if again else name for name, again in zip(names, seen, strict=True))


def _field(shared: Shared, files: int) -> ProposedField:
    everywhere = len(shared.columns) == files
    full = everywhere and all(one.cells.notna().all() for one in shared.columns)
    unique = shared.key == "id" and full and all(one.cells.is_unique for one in shared.columns)
    return ProposedField(shared, infer(shared), full, unique)


def _draft(shared: Shared) -> str:
    """What is known of a column, to be replaced by what it means."""
    names = listing(list(dict.fromkeys(f"« {one.name} »" for one in shared.columns)))
    filled = percent(100 * shared.share)
    return f"{TO_DESCRIBE} : colonne {names} de {plural(len(shared.columns), 'fichier')}, remplie à {filled}."
