"""What was decided of each candidature, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coeurdeville.core.french import spaced
from coeurdeville.reports.documents import Block, Column, Heading, Table

OUTCOMES: Final = {
    "retenir": "Candidatures retenues",
    "mettre_en_attente": "Liste d’attente",
    "ecarter": "Candidatures non retenues",
    "classer": "Candidatures classées sans suite",
}


def decisions(told: Mapping[str, Any], *, reduit: bool) -> Iterator[Block]:
    """A table for each outcome that was given; the waiting list in its order.

    In a reduced copy, how many the jury decided so would tell what it decided of those that are removed.
    """
    yield Heading("Les décisions")
    here = ", dans cet exemplaire" if reduit else ""
    for issue, title in OUTCOMES.items():
        those = sorted((one for one in told["decisions"] if one["issue"] == issue), key=lambda one: one["rang"] or 0)
        if those:
            yield Heading(title, 3)
            rows = tuple((_named(one), one["motif"]) for one in those)
            yield Table(spaced(f"{title}{here} : {len(those)}"), (Column("Ville"), Column("Motif")), rows)


def _named(one: Mapping[str, Any]) -> str:
    return f"{one['rang']}. {one['ville']}" if one["rang"] else one["ville"]
