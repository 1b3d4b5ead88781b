"""The revisions of one town: read, opened, added; two who save at once never overwrite one another."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.revisions.archive import unpack, write_archive
from coeurdeville.inventory.revisions.atelier import clear, files_of, require_town
from coeurdeville.inventory.revisions.difference import Difference, compare
from coeurdeville.inventory.revisions.fiches import Fiches
from coeurdeville.inventory.revisions.fusion import merge_folders
from coeurdeville.inventory.revisions.objets import Objets
from coeurdeville.inventory.revisions.refus import REVISION_LATE, REVISION_UNKNOWN, saying_why
from coeurdeville.inventory.revisions.revision import Revision
from coeurdeville.inventory.texte import read_texte
from coeurdeville.inventory.ville import FICHIER

Changer = Callable[[Path], object]
"""Changes a town folder in place; what it returns is not looked at."""
SEALED = 0o555
TRIES = 8
"""How often a change is put on a newer revision that somebody has just saved."""


@dataclass(frozen=True)
class Depot:
    """A town folder with all its past. Every method raises `Refused`, in French, when the disk fails."""

    folder: Path
    """`…/villes/<Insee code>`; it need not exist before the first revision."""

    @property
    def commune(self) -> str:
        """The Insee code of the town, which every revision must bear."""
        return self.folder.name

    @property
    def objets(self) -> Objets:
        """The contents of its files."""
        return Objets(self.folder / "objets")

    @property
    def fiches(self) -> Fiches:
        """The cards of its revisions."""
        return Fiches(self.folder / "revisions")

    def revisions(self) -> tuple[Revision, ...]:
        """All of them, oldest first."""
        return tuple(map(self.revision, self.fiches.numbers()))

    def derniere(self) -> Revision | None:
        """The latest; None before the first."""
        numbers = self.fiches.numbers()
        return self.revision(numbers[-1]) if numbers else None

    def revision(self, numero: int) -> Revision:
        """The revision of this number; `revision-inconnue` or `revision-illisible` else."""
        return self.fiches.read(numero)

    def ouvrir(self, numero: int | None = None) -> Path:
        """A town folder to be read only, made at the first call and kept; the latest revision by default.

        Raises
        ------
        Refused
            `revision-inconnue`, or `objet-absent` and `objet-abime` for the first file that is not there whole.
        """
        number = self._last() if numero is None else numero
        final = self.folder / "ouvertes" / f"{number:06}"
        with saying_why():
            if not final.is_dir():
                self._open(self.revision(number), final)
        return final

    def enregistrer(
        self, base: int, changer: Changer, auteur: str, motif: str, *, quand: datetime | None = None
    ) -> Revision:
        """Revision `base` after a change, kept under the next number; `base` itself when nothing changes.

        Parameters
        ----------
        base
            The revision that the author had under their eyes; 0 before the first.
        quand
            The moment of the change, with its offset; by default now.

        Raises
        ------
        Refused
            `revision-depassee` when `base` is not the latest, whatever `changer` refuses,
            `dossier-d-une-autre-commune`, `disque-plein`. Nothing is then kept.
        """

        def build(town: Path) -> None:
            if base:
                self._copy(self.revision(base), town)
            changer(town)

        return self._keep(base, build, auteur, motif, quand)

    def fusionner(
        self, base: int, changer: Changer, auteur: str, motif: str, *, quand: datetime | None = None
    ) -> Revision:
        """The latest revision with the change that an author made to an older one, kept under the next number.

        Raises
        ------
        Refused
            As `enregistrer`; a `Conflit` when others changed since `base` what the author changed.
        """
        for _ in range(TRIES):
            try:
                return self._merge(base, self._last(), changer, auteur, motif, quand)
            except Refused as refused:
                if refused.problems[0].code != REVISION_LATE.code:
                    raise
        raise Refused([REVISION_LATE(base=base)])

    def restaurer(self, numero: int, auteur: str, motif: str, *, quand: datetime | None = None) -> Revision:
        """An old revision made the latest again, under a new number: those between stay in the history."""
        old = self.revision(numero)
        return self._keep(self._last(), lambda town: self._copy(old, town), auteur, motif, quand)

    def difference(self, a: int, b: int) -> Difference:
        """What changes from revision `a` to revision `b`; `a` may be 0, before the first."""
        before, after = (self.revision(a) if a else None), self.revision(b)
        return compare(self._text(before), self._text(after), before, after)

    def exporter(self) -> bytes:
        """The latest revision and its history as one ZIP file."""
        content = io.BytesIO()
        self.ecrire_archive(content)
        return content.getvalue()

    def ecrire_archive(self, target: BinaryIO) -> None:
        """Write the same ZIP file into `target`, without holding it in memory."""
        with saying_why():
            write_archive(target, self.ouvrir(), self.revisions())

    def importer(self, archive: Path, auteur: str, motif: str, *, quand: datetime | None = None) -> Revision:
        """A town folder brought as one ZIP file, made the latest revision.

        Raises
        ------
        Refused
            An archive that is dangerous, damaged, or not a town folder; `dossier-d-une-autre-commune`.
        """

        def build(town: Path) -> None:
            clear(town)
            unpack(archive, town)

        return self._keep(self._last(), build, auteur, motif, quand)

    def _merge(
        self, base: int, last: int, changer: Changer, auteur: str, motif: str, quand: datetime | None
    ) -> Revision:
        if base == last:
            return self.enregistrer(base, changer, auteur, motif, quand=quand)

        before, other = self.revision(base), self.revision(last)

        def build(town: Path) -> None:
            with self._aside() as aside:
                self._copy(before, aside / "mine")
                changer(aside / "mine")
                self._copy(other, town)
                merge_folders(self.ouvrir(base), aside / "mine", town, before.fichiers, other.fichiers)

        return self._keep(last, build, auteur, motif, quand)

    def _keep(
        self, base: int, build: Callable[[Path], object], auteur: str, motif: str, quand: datetime | None
    ) -> Revision:
        self._require_last(base)
        with saying_why(), self._aside() as aside:
            town = aside / self.commune
            town.mkdir()
            build(town)
            require_town(town, self.commune)
            sizes = {path: (town / path).stat().st_size for path in files_of(town)}
            kept = {path: self.objets.keep(town / path) for path in sizes}
            before = self.revision(base) if base else None
            if before is not None and before.fichiers == kept:
                return before
            when = quand or datetime.now().astimezone()
            made = Revision(base + 1, when, auteur, motif, kept, sizes)
            self.fiches.write(made, aside)
            return made

    def _require_last(self, base: int) -> None:
        if base > self._last():
            raise Refused([REVISION_UNKNOWN(number=base)])
        if base < self._last():
            raise Refused([REVISION_LATE(base=base)])

    def _open(self, revision: Revision, final: Path) -> None:
        """Lay the files aside, seal the folders, and give the whole its name; another may have just done so."""
        with self._aside() as aside:
            town = aside / self.commune
            for path, sha in revision.fichiers.items():
                self.objets.lay(sha, revision.octets[path], town / path, path)
            for folder in (town, *(one for one in town.rglob("*") if one.is_dir())):
                folder.chmod(SEALED)
            final.parent.mkdir(exist_ok=True)
            try:
                town.rename(final)
            except OSError:
                if not final.is_dir():
                    raise

    def _copy(self, revision: Revision, town: Path) -> None:
        for path, sha in revision.fichiers.items():
            self.objets.copy(sha, revision.octets[path], town / path, path)

    def _text(self, revision: Revision | None) -> str:
        return "" if revision is None else read_texte(self.ouvrir(revision.numero) / FICHIER)

    @contextmanager
    def _aside(self) -> Iterator[Path]:
        """A folder of the same disk, gone at the end."""
        work = self.folder / "travail"
        work.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=work) as folder:
            yield Path(folder)

    def _last(self) -> int:
        return max(self.fiches.numbers(), default=0)
