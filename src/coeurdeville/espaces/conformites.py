"""Which towns have a file that was checked against a schema, of those that published a diagnostic alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coeurdeville.espaces.inventaires import inventaires
from coeurdeville.espaces.lecture import communes_publiees
from coeurdeville.inventory.donnee import Donnee


@dataclass(frozen=True)
class Verifiee:
    """What a town's inventory says of its last check."""

    commune: str
    """Insee code."""
    nom: str
    titre: str
    jour: date
    lignes: int
    conformes: int

    @property
    def conforme(self) -> bool:
        """Whether every row conforms."""
        return self.lignes > 0 and self.lignes == self.conformes


def verifiees() -> dict[str, list[Verifiee]]:
    """Name of a schema, without its version -> the towns whose file was checked, by name. Two queries."""
    inventories = inventaires()
    found: dict[str, list[Verifiee]] = {}
    for code, nom in communes_publiees().items():
        held = inventories.get(code)
        for donnees in held.told.values() if held else ():
            for donnee in donnees:
                for schema, one in _derniere(code, nom, donnee):
                    found.setdefault(schema, []).append(one)
    return found


def _derniere(code: str, nom: str, donnee: Donnee) -> Iterator[tuple[str, Verifiee]]:
    """The last check of an entry, if any."""
    for last in sorted(donnee.conformites, key=lambda one: one.date)[-1:]:
        schema = last.schema.partition("@")[0]
        yield schema, Verifiee(code, nom, donnee.titre, last.date, last.lignes, last.conformes)
