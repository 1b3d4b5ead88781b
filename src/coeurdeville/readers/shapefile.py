"""Shapefiles: companions present, sizes coherent, text in the encoding it is really in."""

from __future__ import annotations

import struct
from pathlib import Path

from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.readers import gdal
from coeurdeville.readers.encoding import NOT_UTF8, is_utf8
from coeurdeville.readers.features import Features
from coeurdeville.readers.formats import Format
from coeurdeville.readers.refusals import UNREADABLE

INCOMPLETE = Kind(
    "shapefile-incomplet",
    "« {name} » n’est qu’une partie d’un Shapefile : le fichier {absent} manque à côté de lui.",
    "Copier ensemble tous les fichiers du même nom (.shp, .shx, .dbf, .prj), ou les donner dans un ZIP.",
)
WITHOUT_TABLE = Kind(
    "shapefile-sans-attributs",
    "« {name} » n’a pas de fichier .dbf à côté de lui : ses objets n’ont aucun attribut.",
    "Copier aussi le fichier .dbf du même nom.",
    Level.WARNING,
)
TEXT_READ_AS = Kind(
    "encodage-deduit",
    "« {name} » ne dit pas l’encodage de ses textes : ils sont lus en {encoding}.",
    "Rien à faire si les accents sont justes ; sinon ajouter un fichier .cpg.",
    Level.NOTE,
)

_DOS = (b"\x01", b"\x02")
"""Marks of the code pages 437 and 850 in the header of a DBF."""


def read(path: Path) -> Features:
    """A loose Shapefile, or a DBF table alone (without shapes).

    Raises `Refused` when the index is missing or a file is shorter than it says.
    """
    shapes = path if path.suffix.lower() == ".shp" else companion(path, ".shp")
    main = path if shapes is None else shapes
    if shapes is not None and companion(shapes, ".shx") is None:
        raise Refused([INCOMPLETE(name=shapes.name, absent=shapes.with_suffix(".shx").name)])
    table = companion(main, ".dbf")
    _require_whole(main, shapes, table)
    encoding, notes = (None, (WITHOUT_TABLE(name=main.name),)) if table is None else _encoding(main, table)
    layer = gdal.read_layer(main, main.name, Format.SHAPEFILE, encoding=encoding)
    return gdal.features(layer, main.name, Format.SHAPEFILE, notes)


def companion(path: Path, extension: str) -> Path | None:
    """The file of the same stem with this extension, in small or capital letters; None when there is none."""
    both = (path.with_suffix(extension), path.with_suffix(extension.upper()))
    return next((one for one in both if one.exists()), None)


def _require_whole(main: Path, shapes: Path | None, table: Path | None) -> None:
    """GDAL reads a truncated Shapefile without a word: the sizes that it announces are checked first."""
    short = []
    if shapes is not None and shapes.stat().st_size < _announced_shapes(shapes):
        short.append(shapes)
    if table is not None and table.stat().st_size < _announced_table(table):
        short.append(table)
    if short:
        names = ", ".join(file.name for file in short)
        raise Refused([UNREADABLE(name=main.name, format=Format.SHAPEFILE, reason=f"il manque la fin de {names}")])


def _announced_shapes(path: Path) -> int:
    """Bytes that the header of a .shp announces."""
    with path.open("rb") as file:
        head = file.read(28)
    return 2 * int(struct.unpack(">i", head[24:28])[0]) if len(head) == 28 else 100


def _announced_table(path: Path) -> int:
    """Bytes that the header of a .dbf announces, without the mark of its end."""
    with path.open("rb") as file:
        head = file.read(12)
    if len(head) < 12:
        return 33
    rows, header, width = struct.unpack("<IHH", head[4:12])
    return int(rows * width + header)


def _encoding(main: Path, table: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """The encoding of the text: strict UTF-8 when it holds, else the one declared, else Windows-1252.

    None leaves GDAL with what is declared. The mark inside a DBF is not believed: most software writes
    "Latin-1" whatever it writes after, except for the old DOS pages, which nothing else explains.
    """
    declared = _declared(main)
    utf, latin = "UTF" in declared or "65001" in declared, any(code in declared for code in ("8859", "1252", "ANSI"))
    if declared and not utf and not latin:
        return None, ()
    data = table.read_bytes()
    text = data[int.from_bytes(data[8:10], "little") :]
    if is_utf8(text):
        return "utf-8", () if utf or text.isascii() else (TEXT_READ_AS(name=main.name, encoding="UTF-8"),)
    if not declared and data[29:30] in _DOS:
        return None, ()
    if utf:
        return "cp1252", (NOT_UTF8(name=table.name),)
    return "cp1252", () if latin else (TEXT_READ_AS(name=main.name, encoding="Windows-1252"),)


def _declared(main: Path) -> str:
    code_page = companion(main, ".cpg")
    return "" if code_page is None else code_page.read_text(encoding="ascii", errors="ignore").strip().upper()
