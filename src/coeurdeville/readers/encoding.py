"""Text of any French encoding, to UTF-8: byte order mark, then strict UTF-8, then Windows-1252.

Statistical detectors misjudge French text in Windows-1252; a strict reading cannot: text with
accents that is valid UTF-8 is UTF-8.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from coeurdeville.core.problems import Kind, Level, Problem

UTF8, CP1252, UTF16 = "UTF-8", "Windows-1252", "UTF-16"

NOT_UTF8 = Kind(
    "encodage-trompeur",
    "« {name} » s’annonce en UTF-8 mais ne l’est pas : il est lu en Windows-1252.",
    "Vérifier les accents ; au besoin, enregistrer de nouveau le fichier en UTF-8.",
    Level.WARNING,
)
UNREADABLE_CHARACTERS = Kind(
    "caracteres-illisibles",
    "« {name} » contient des caractères d’un encodage inconnu ; ils sont remplacés par « � ».",
    "Enregistrer de nouveau le fichier en UTF-8 depuis le logiciel d’origine.",
    Level.WARNING,
)
NULS = Kind(
    "octets-nuls",
    "« {name} » contient des octets nuls, retirés à la lecture : le fichier a sans doute été abîmé.",
    "Exporter de nouveau le fichier depuis le logiciel d’origine.",
    Level.WARNING,
)

_CHUNK = 1 << 24


@dataclass(frozen=True)
class Text:
    """A file's text in UTF-8 bytes, without byte order mark or null byte."""

    data: bytes
    encoding: str
    """What it was written in: one of `UTF8`, `CP1252`, `UTF16`."""
    notes: tuple[Problem, ...] = ()


def to_utf8(data: bytes, name: str) -> Text:
    """The text of a file, whatever its encoding. Never fails: what cannot be read is replaced and counted."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _rewritten(data, "utf-16", UTF16, name, ())
    declared = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if declared else data
    if is_utf8(body):
        return _without_nuls(Text(body, UTF8), name)
    return _rewritten(body, "cp1252", CP1252, name, (NOT_UTF8(name=name),) if declared else ())


def is_utf8(data: bytes | memoryview) -> bool:
    """Whether the bytes are strictly UTF-8. By chunks: a large file is never held twice."""
    if isinstance(data, bytes) and data.isascii():
        return True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(bytes(data[start : start + _CHUNK]))
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def utf8_source(path: Path) -> tuple[Path | bytes, tuple[Problem, ...]]:
    """The path itself when the file is plain UTF-8, else its text rewritten; for libraries that want UTF-8."""
    data = path.read_bytes()
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and is_utf8(data):
        return path, ()
    text = to_utf8(data, path.name)
    return text.data, (*text.notes, *(() if text.notes else (NOT_UTF8(name=path.name),)))


def _rewritten(body: bytes, codec: str, label: str, name: str, notes: tuple[Problem, ...]) -> Text:
    text = body.decode(codec, errors="replace")
    lost = text.count("\ufffd")
    if lost:
        notes = (*notes, UNREADABLE_CHARACTERS(name=name, count=lost))
    return _without_nuls(Text(text.encode(), label, notes), name)


def _without_nuls(text: Text, name: str) -> Text:
    if b"\0" not in text.data:
        return text
    nuls = text.data.count(b"\0")
    return Text(text.data.replace(b"\0", b""), text.encoding, (*text.notes, NULS(name=name, count=nuls)))
