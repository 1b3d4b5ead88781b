"""The cards of revisions, one file each: the act that names a card is what makes a revision exist."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.revisions.objets import settle
from coeurdeville.inventory.revisions.refus import REVISION_LATE, REVISION_UNKNOWN, saying_why
from coeurdeville.inventory.revisions.revision import Revision, read_revision


@dataclass(frozen=True)
class Fiches:
    """The cards of the revisions of a town, in one folder."""

    folder: Path

    def numbers(self) -> list[int]:
        """Numbers of the revisions, in order."""
        with saying_why():
            return sorted(int(one.stem) for one in self.folder.glob("[0-9]*.json"))

    def read(self, numero: int) -> Revision:
        """The revision of this number; `Refused` with `revision-inconnue` or `revision-illisible` else."""
        card = self._path(numero)
        with saying_why():
            if not card.is_file():
                raise Refused([REVISION_UNKNOWN(number=numero)])
            return read_revision(card.read_text("utf-8", errors="replace"), numero)

    def write(self, revision: Revision, aside: Path) -> None:
        """Name the card of a revision, prepared in the folder `aside` of the same disk.

        Raises
        ------
        Refused
            `revision-depassee`, when another saver has just taken the number.
        """
        card = aside / "fiche.json"
        card.write_text(revision.as_json(), "utf-8")
        settle(card)
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            os.link(card, self._path(revision.numero))
        except FileExistsError:
            raise Refused([REVISION_LATE(base=revision.numero - 1)]) from None

    def _path(self, numero: int) -> Path:
        return self.folder / f"{numero:06}.json"
