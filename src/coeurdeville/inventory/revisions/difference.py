"""What changes from one revision to another: entries of the inventory field by field, and files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from coeurdeville.core.french import day
from coeurdeville.inventory.revisions.contenus import Key, entries, head
from coeurdeville.inventory.revisions.revision import Revision


class Changement(StrEnum):
    """What happened to an entry or to a file."""

    AJOUT = "ajout"
    RETRAIT = "retrait"
    MODIFICATION = "modification"

    @property
    def libelle(self) -> str:
        """What users read, of a thing that is feminine in French."""
        return {"ajout": "ajoutée", "retrait": "retirée", "modification": "modifiée"}[self]


@dataclass(frozen=True)
class Ligne:
    """One answer that changed; empty: there was none, or there is none any more."""

    champ: str
    """Key of the file, the outer ones first: `colonnes.hauteur`, `statuts.2.statut`."""
    avant: str
    apres: str


@dataclass(frozen=True)
class EntreeChangee:
    """What happened to one entry."""

    id: str
    titre: str
    """Its title after the change, or before when it is gone."""
    changement: Changement
    lignes: tuple[Ligne, ...]


@dataclass(frozen=True)
class FichierChange:
    """What happened to one file of the folder."""

    chemin: str
    changement: Changement
    octets: int
    """Its size after the change; 0 when it is gone."""

    @property
    def mots(self) -> str:
        """What users read of it."""
        return {"ajout": "ajouté", "retrait": "retiré", "modification": "remplacé"}[self.changement]


@dataclass(frozen=True)
class Difference:
    """All that changes; empty parts when nothing does."""

    ville: tuple[Ligne, ...]
    """What the file says of the town itself."""
    entrees: tuple[EntreeChangee, ...]
    fichiers: tuple[FichierChange, ...]
    """`ville.toml` apart, since its entries are told."""

    def __bool__(self) -> bool:
        return bool(self.ville or self.entrees or self.fichiers)


def compare(avant: str, apres: str, before: Revision | None, after: Revision) -> Difference:
    """What changes from a text of `ville.toml` to another, and from the files of a revision to those of another."""
    return Difference(
        tuple(_lines(head(avant), head(apres))),
        tuple(_entries(entries(avant), entries(apres))),
        tuple(_files(before, after)),
    )


def _entries(before: Mapping[Key, Any], after: Mapping[Key, Any]) -> Iterator[EntreeChangee]:
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if old != new:
            title = str({**(old or {}), **(new or {})}.get("titre", ""))
            yield EntreeChangee(key[0], title, _change(old, new), tuple(_lines(old or {}, new or {})))


def _files(before: Revision | None, after: Revision) -> Iterator[FichierChange]:
    old = {} if before is None else before.fichiers
    for path in sorted({*old, *after.fichiers} - {"ville.toml"}):
        if old.get(path) != after.fichiers.get(path):
            yield FichierChange(path, _change(old.get(path), after.fichiers.get(path)), after.octets.get(path, 0))


def _change(old: object, new: object) -> Changement:
    if old is None:
        return Changement.AJOUT
    return Changement.RETRAIT if new is None else Changement.MODIFICATION


def _lines(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Ligne]:
    """Every answer that is told otherwise; a question left open is no answer."""
    old, new = dict(_answers(before)), dict(_answers(after))
    for name in dict.fromkeys((*new, *old)):
        if old.get(name, "") != new.get(name, ""):
            yield Ligne(name, old.get(name, ""), new.get(name, ""))


def _answers(table: Mapping[str, Any], outer: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{outer}{key}"
        if isinstance(value, Mapping):
            yield from _answers(value, f"{name}.")
        elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
            yield from _answers({str(rank): one for rank, one in enumerate(value, start=1)}, f"{name}.")
        else:
            yield name, written(value)


def written(value: object) -> str:
    """An answer as users read it: a day, yes or no, a list with commas."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        return f"{day(value)} {value:%H:%M}"
    if isinstance(value, date):
        return day(value)
    return ", ".join(map(written, value)) if isinstance(value, list) else str(value)
