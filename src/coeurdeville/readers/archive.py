"""ZIP archives and gzip files: what is dangerous is refused, the one file that is data is read."""

from __future__ import annotations

import gzip
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.readers import limits
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import ACCEPTED, Format, announced
from coeurdeville.readers.read import read as read_file
from coeurdeville.readers.refusals import PART_MISSING, quoted, refusing
from coeurdeville.readers.zip_safety import too_large

NO_DATA = Kind(
    "archive-sans-donnees",
    "L’archive « {name} » ne contient aucun fichier de données reconnu.",
    "Formats acceptés : {accepted}.",
)
SEVERAL_FILES = Kind(
    "archive-plusieurs-fichiers",
    "L’archive « {name} » contient plusieurs fichiers de données : {files}.",
    "Donner le nom de celui à lire par --feuille, ou par feuille = sous [donnees.lecture] dans ville.toml.",
)


def read(path: Path, found: Format, part: str | None) -> Features:
    """The one file of data of an archive, or the one named `part`; a Shapefile counts as one file.

    Text notices are left aside when there is something else. Nothing is written outside a temporary folder.

    Raises
    ------
    Refused : the archive leaves its folder, grows beyond reason, is protected, damaged, holds no data, or holds
        several files of data and none is named. Every danger is listed.
    """
    with unpacked(path, found, part) as (inner, inner_part):
        return read_file(inner, part=inner_part)


def files(path: Path) -> tuple[str, ...]:
    """The files of data of a ZIP, in order. Raises `Refused` when it is damaged."""
    with _opening(path, Format.ZIP), zipfile.ZipFile(path) as archive:
        return tuple(member.filename for member in _data(archive.infolist()))


@contextmanager
def unpacked(path: Path, found: Format, part: str | None) -> Iterator[tuple[Path, str | None]]:
    """The one file of data of an archive in a temporary folder, and the part to read in it. Raises as `read`."""
    with tempfile.TemporaryDirectory(prefix="coeurdeville-") as folder, _opening(path, found):
        if found is Format.GZIP:
            yield _gunzipped(path, Path(folder)), part
            return
        with zipfile.ZipFile(path) as archive:
            chosen, inner = _chosen(archive, part, path.name)
            files = [_unpacked(archive, member, Path(folder)) for member in _with_companions(archive, chosen)]
        yield files[0], inner


@contextmanager
def _opening(path: Path, found: Format) -> Iterator[None]:
    with refusing(path.name, found, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        yield


def _chosen(archive: zipfile.ZipFile, part: str | None, name: str) -> tuple[zipfile.ZipInfo, str | None]:
    """The file of data to read, and the part to read in it: a sheet or layer asked of an archive of one file."""
    data = _data(archive.infolist())
    named = [member for member in data if part in (member.filename, PurePosixPath(member.filename).name)]
    if not data:
        raise Refused([NO_DATA(name=name, accepted=ACCEPTED)])
    if len(named) == 1:
        return named[0], None
    if len(data) == 1:
        return data[0], part
    files = quoted(member.filename for member in data)
    if part is not None:
        raise Refused([PART_MISSING(part=part, name=name, available=files)])
    raise Refused([SEVERAL_FILES(name=name, files=files, count=len(data))])


def _data(members: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Members whose extension announces data; a .dbf beside its .shp, or a notice beside data, is not one."""
    known = [one for one in members if announced(_suffix(one)) and not _hidden(one) and not one.is_dir()]
    stems = {_stem(one) for one in known if _suffix(one) == ".shp"}
    known = [one for one in known if _suffix(one) != ".dbf" or _stem(one) not in stems]
    return [one for one in known if _suffix(one) != ".txt"] or known


def _with_companions(archive: zipfile.ZipFile, chosen: zipfile.ZipInfo) -> list[zipfile.ZipInfo]:
    """The member and those of the same stem: .shx, .dbf, .prj of a .shp; .dat, .map, .id of a .tab."""
    others = [one for one in archive.infolist() if _stem(one) == _stem(chosen) and one is not chosen]
    return [chosen, *(one for one in others if not one.is_dir())]


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> Path:
    target = folder / PurePosixPath(member.filename).name
    with archive.open(member) as packed, target.open("wb") as file:
        shutil.copyfileobj(packed, file)
    return target


def _gunzipped(path: Path, folder: Path) -> Path:
    """The file inside a gzip, refused when it grows like a bomb."""
    target = folder / path.with_suffix("").name
    most = min(limits.MAX_BYTES, max(limits.HARMLESS, limits.MAX_RATIO * path.stat().st_size))
    written = 0
    with gzip.open(path) as packed, target.open("wb") as file:
        while chunk := packed.read(1 << 20):
            written += file.write(chunk)
            if written > most:
                raise Refused([too_large(path.name, most)])
    return target


def _suffix(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename).suffix.lower()


def _stem(member: zipfile.ZipInfo) -> str:
    return str(PurePosixPath(member.filename).with_suffix("")).lower()


def _hidden(member: zipfile.ZipInfo) -> bool:
    """Leftovers of a Mac or of an editor."""
    return any(part.startswith((".", "__MACOSX", "~$")) for part in PurePosixPath(member.filename).parts)
