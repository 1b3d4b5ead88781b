"""A numbered state of a town folder, and the card on which it is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from coeurdeville.core.problems import Damaged
from coeurdeville.inventory.revisions.refus import REVISION_DAMAGED


@dataclass(frozen=True)
class Revision:
    """What a town folder was after a change: who, when, why, and the digest of each file."""

    numero: int
    """From 1."""
    date: datetime
    """With its offset."""
    auteur: str
    motif: str
    fichiers: Mapping[str, str]
    """Path inside the folder, with slashes -> SHA-256 of its bytes."""
    octets: Mapping[str, int] = field(default_factory=dict)
    """Path -> size in bytes."""

    def as_json(self) -> str:
        """The card: one line a file."""
        files = {path: {"sha256": sha, "octets": self.octets[path]} for path, sha in sorted(self.fichiers.items())}
        card = {"numero": self.numero, "date": self.date.isoformat(), "auteur": self.auteur, "motif": self.motif}
        return json.dumps({**card, "fichiers": files}, ensure_ascii=False, indent=1)


def read_revision(text: str, number: int) -> Revision:
    """The revision of a card.

    Raises
    ------
    Damaged
        `revision-illisible`, when the card is cut, or is that of another number.
    """
    try:
        card = json.loads(text)
        files = card["fichiers"]
        found = Revision(
            int(card["numero"]),
            datetime.fromisoformat(card["date"]),
            str(card["auteur"]),
            str(card["motif"]),
            {path: str(one["sha256"]) for path, one in files.items()},
            {path: int(one["octets"]) for path, one in files.items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as failure:
        raise Damaged([REVISION_DAMAGED(number=number)]) from failure
    if found.numero != number:
        raise Damaged([REVISION_DAMAGED(number=number)])
    return found
