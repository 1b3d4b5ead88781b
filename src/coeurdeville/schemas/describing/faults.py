"""Faults of a descriptor, gathered as they are met."""

from __future__ import annotations

from dataclasses import dataclass, field

from coeurdeville.core.problems import Kind, Level, Problem

FIELD_FAULT = Kind(
    "schema-champ-fautif",
    "Le schéma « {name} » est fautif au champ « {field} » : {fault}.",
    "{kept} Signaler la faute à qui tient le schéma.",
    Level.WARNING,
)
SCHEMA_FAULT = Kind(
    "schema-fautif",
    "Le schéma « {name} » est fautif : {fault}.",
    "{kept} Signaler la faute à qui tient le schéma.",
    Level.WARNING,
)
RULE_LOST = "Cette règle n’est pas vérifiée."


@dataclass
class Faults:
    """What is wrong with one descriptor."""

    name: str
    """How the schema is called in messages."""
    problems: list[Problem] = field(default_factory=list)

    def add(self, fault: str, kept: str, at: str = "") -> None:
        """A fault, what is done in spite of it, and the field where it is; empty when it is of the whole schema."""
        kind = FIELD_FAULT if at else SCHEMA_FAULT
        self.problems.append(kind(name=self.name, field=at, fault=fault, kept=kept))
