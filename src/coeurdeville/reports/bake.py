"""Prepare the typeface of reports at set-up: `python -m coeurdeville.reports.bake [folder of the npm package]`.

Source Sans 3 comes from npm `source-sans`. Its licence reserves the name "Source", and a subset
is a modified version: the result is called CV Sans, keeps its copyright line, and the licence
text is copied beside it.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.reports.fonts import FAMILY, FOLDER, GLYPHS, WEIGHTS

PACKAGE = Path("node_modules/source-sans")
ORIGINAL = "Source Sans 3"
COPYRIGHT, TRADEMARK = 0, 7
"""Records of a font's `name` table: the first stays as it is, the second names what we may not use."""

CHARACTERS = (
    *range(0x0020, 0x007F),  # Latin
    *range(0x00A0, 0x0180),  # Latin-1 and Latin Extended-A: é, ’, ², ×, œ, ÿ
    *range(0x0218, 0x021C),  # Romanian comma letters
    *(0x0394, 0x03A3, 0x03A9, 0x03B1, 0x03B2, 0x03BB, 0x03BC, 0x03C0, 0x03C3, 0x03C7),  # letters of statistics
    *(0x1E9E, 0x2009, 0x202F),  # capital sharp s, thin and narrow spaces
    *range(0x2010, 0x2016),  # hyphens, the one that does not break among them, and dashes
    *range(0x2018, 0x201F),  # quotes
    *(0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A),  # dagger, bullet, ellipsis, per mille, primes
    *(0x2070, 0x2071, *range(0x2074, 0x208F)),  # superscript and subscript figures
    *(0x20AC, 0x2116, 0x2122),  # euro, numero, trade mark
    *range(0x2190, 0x2196),  # arrows
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CA),  # minus, comparisons, lozenge
)
FEATURES = ("ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "pnum", "subs", "sups", "tnum")

PACKAGE_MISSING = Kind(
    "source-des-polices-absente",
    "Le paquet npm « source-sans » n’est pas dans {folder}.",
    "Lancer « npm ci », ou donner le dossier du paquet.",
)


def bake(package: Path, target: Path = FOLDER) -> None:
    """Write TTF and WOFF2 files, widths and licence into `target`, replaced as a whole.

    Refused when the package is not in the folder. The same package gives the same bytes.
    """
    if not (package / "TTF").is_dir():
        raise Refused([PACKAGE_MISSING(folder=package)])
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".fonts-") as aside:
        fresh = Path(aside) / target.name
        fresh.mkdir()
        for style in WEIGHTS.values():
            _write_style(package, style, fresh)
        shutil.copyfile(package / "LICENSE.md", fresh / "OFL.txt")
        shutil.rmtree(target, ignore_errors=True)
        fresh.rename(target)


def _write_style(package: Path, style: str, folder: Path) -> None:
    """One weight in both formats; the Semibold also gives the widths by which labels are placed."""
    font = _subset(package / "TTF" / f"SourceSans3-{style}.ttf")
    _rename(font)
    font.save(folder / f"CVSans-{style}.ttf")
    if style == "Semibold":
        (folder / GLYPHS).write_text(json.dumps(_advances(font), ensure_ascii=True), encoding="utf-8")
    font.flavor = "woff2"
    font.save(folder / f"CVSans-{style}.woff2")


def _subset(path: Path) -> Any:
    """The font reduced to `CHARACTERS` and `FEATURES`, dated as the original is."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(path, recalcTimestamp=False)
    options = Options(layout_features=list(FEATURES), hinting=False, name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    return font


def _rename(font: Any) -> None:
    """No name keeps the reserved word; the copyright line does, as it must."""
    names = font["name"]
    names.removeNames(nameID=TRADEMARK)
    for record in names.names:
        if record.nameID != COPYRIGHT:
            words = record.toUnicode().replace(ORIGINAL, FAMILY)
            record.string = words.replace(ORIGINAL.replace(" ", ""), FAMILY.replace(" ", ""))


def _advances(font: Any) -> dict[str, int]:
    """Width of each character in thousandths of the type size."""
    em = font["head"].unitsPerEm
    widths = font["hmtx"].metrics
    return {chr(code): round(widths[glyph][0] * 1000 / em) for code, glyph in sorted(font.getBestCmap().items())}


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0, or 1 with the problem on the error stream."""
    try:
        bake(Path(arguments[0]) if arguments else PACKAGE)
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
