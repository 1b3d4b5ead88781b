"""A town folder and its history as one ZIP file, and back: what is brought is not trusted."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from coeurdeville.core.french import plural, some_of
from coeurdeville.core.problems import Kind, Level, Problem, Refused, refuse_errors
from coeurdeville.inventory.revisions.atelier import files_of
from coeurdeville.inventory.revisions.refus import NAME_REFUSED, NO_TOWN
from coeurdeville.inventory.revisions.revision import Revision
from coeurdeville.inventory.ville import FICHIER, FICHIERS
from coeurdeville.readers.formats import Format
from coeurdeville.readers.reception.receiving import judged
from coeurdeville.readers.refusals import refusing
from coeurdeville.readers.zip_safety import require_safe

HISTORY = "revisions.json"
PLAIN = re.compile(r"[\w(][\w ().,'’&+@-]*", re.UNICODE)
"""A name that every system writes in the same way: no leading point, no control, no reserved sign."""
LEFT_BY_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
DEEPEST, LONGEST = 6, 200
"""Folders within folders, and characters of a path, at most."""
MOST_SAID = 20
"""Refusals of files said at once."""
LEFT_ASIDE = Kind(
    "fichiers-laisses-de-cote",
    "{count_words} de côté, qui n’étaient ni l’inventaire ni dans son dossier de fichiers : {files}.",
    "Ajouter par la page « Ajouter un fichier » ceux qui sont des données de la ville.",
    Level.WARNING,
)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def write_archive(target: BinaryIO, town: Path, revisions: Sequence[Revision]) -> None:
    """Write the folder, and beside it who changed what and when, oldest first."""
    history = [json.loads(one.as_json()) for one in revisions]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files_of(town):
            archive.write(town / path, path)
        archive.writestr(HISTORY, json.dumps(history, ensure_ascii=False, indent=1))


def unpack(source: Path, town: Path) -> None:
    """Put the town folder that an archive holds, at its root or in its only folder, into `town`.

    The history that comes with it tells of another place, and is left aside, as is all that `left_aside` says. A file
    is taken as if it came alone: what it is, not what it is called, says whether it can harm.

    Raises
    ------
    Refused
        `archive-dangereuse`, `nom-de-fichier-refuse`, `fichier-illisible`, `dossier-sans-ville`; what keeps each of
        its files from being received.
    """
    with refusing(source.name, Format.ZIP, *BROKEN), zipfile.ZipFile(source) as archive:
        require_safe(archive, source.name)
        members = _members(archive)
        _require_plain(archive, list(members))
        for name, member in members.items():
            if _of_town(name):
                _extract(archive, member, town / name)
    refuse_errors(islice(_harmful(town), MOST_SAID))


def left_aside(source: Path) -> Problem | None:
    """What an archive that was unpacked holds beside the folder of the town; None: nothing."""
    with zipfile.ZipFile(source) as archive:
        others = [name for name in _members(archive) if name != HISTORY and not _of_town(name)]
    count = plural(len(others), "fichier a été laissé", "fichiers ont été laissés")
    return LEFT_ASIDE(count_words=count, files=some_of(others)) if others else None


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Each file by its path in the folder of the town."""
    held = {one.filename: one for one in archive.infolist() if not one.is_dir() and not _left(one.filename)}
    root = _root(held)
    return {name.removeprefix(root): one for name, one in held.items()}


def _of_town(name: str) -> bool:
    return name == FICHIER or name.startswith(f"{FICHIERS}/")


def _harmful(town: Path) -> Iterator[Problem]:
    """Why files of the folder are not received."""
    for path in files_of(town):
        if path != FICHIER:
            try:
                judged(town / path, path)
            except Refused as refused:
                yield from refused.problems


def _left(name: str) -> bool:
    return any(part in LEFT_BY_SYSTEMS for part in PurePosixPath(name).parts)


def _root(names: dict[str, zipfile.ZipInfo]) -> str:
    """What stands before the paths of the town: nothing, or its one folder."""
    homes = [name.removesuffix(FICHIER) for name in names if PurePosixPath(name).name == FICHIER]
    home = min(homes, key=len, default=None)
    if home is None or home.count("/") > 1 or not all(name.startswith(home) for name in names):
        raise Refused([NO_TOWN()])
    return home


def _require_plain(archive: zipfile.ZipFile, names: Sequence[str]) -> None:
    wrong = [name for name in names if not _plain(name)]
    folded = [name.casefold() for name in names]
    wrong += sorted({name for name in names if folded.count(name.casefold()) > 1})
    twice = len(archive.infolist()) - len({one.filename for one in archive.infolist()})
    if wrong or twice:
        count = plural(max(len(wrong), twice), "nom de fichier", "noms de fichier")
        raise Refused([NAME_REFUSED(count_words=count, examples=[one[:80] for one in wrong])])


def _plain(name: str) -> bool:
    parts = name.split("/")
    within = len(name) <= LONGEST and len(parts) <= DEEPEST
    return within and all(PLAIN.fullmatch(part) and not part.endswith((".", " ")) for part in parts)


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as packed, target.open("xb") as file:
        shutil.copyfileobj(packed, file)
