"""The name of a file that arrives, made one that any folder takes and that a reader still recognises."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePosixPath

LONGEST = 120
"""Bytes of a name, its extension apart."""
_KEPT = re.compile(r"[^\w .,()+&’-]", re.UNICODE)
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
NAMELESS = "fichier"


def safe_name(name: str) -> str:
    """`Arbres 2026 (été).csv`: the last part of a path, letters, figures and plain punctuation only.

    Never empty, never hidden, never the name of a device; accents stay, composed.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = re.sub(r"\s+", " ", _KEPT.sub("-", last.replace("'", "’"))).strip(" .-")
    path = PurePosixPath(plain or NAMELESS)
    stem, suffix = (path.stem, path.suffix) if len(path.suffix) <= 12 else (path.name, "")
    short = stem.encode()[:LONGEST].decode(errors="ignore").rstrip(" .")
    found = f"{short or NAMELESS}{suffix}"
    return f"_{found}" if _DEVICES.fullmatch(found) else found


def placed(aside: Path, folder: Path, name: str) -> Path:
    """Give a file its name in a folder, numbered when another has it: `arbres-2.csv`; two at once never collide."""
    path, rank = folder / name, 1
    while True:
        try:
            os.link(aside, path)
        except FileExistsError:
            rank += 1
            path = folder / f"{Path(name).stem}-{rank}{Path(name).suffix}"
        else:
            return path
