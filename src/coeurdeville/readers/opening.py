"""Whether a file can be opened at all, and its first bytes."""

from __future__ import annotations

from pathlib import Path

from coeurdeville.core.french import NBSP, number
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.readers import limits
from coeurdeville.readers.formats import HEAD
from coeurdeville.readers.refusals import EMPTY

NOT_FOUND = Kind(
    "fichier-introuvable",
    "« {name} » n’existe pas dans le dossier « {folder} ».",
    "Vérifier le nom du fichier, ses majuscules et ses accents.",
)
FOLDER = Kind("fichier-dossier", "« {name} » est un dossier, pas un fichier.", "Indiquer un fichier de ce dossier.")
FORBIDDEN = Kind(
    "fichier-interdit",
    "« {name} » ne peut pas être ouvert : le droit de lecture manque.",
    "Demander le droit de lire ce fichier, ou en faire une copie.",
)
TOO_BIG = Kind(
    "fichier-trop-gros",
    "« {name} » pèse {size} ; la limite est de {limit}.",
    "Extraire du fichier la seule commune et les seules colonnes utiles, ou l’enregistrer en Parquet.",
)


def first_bytes(path: Path) -> bytes:
    """The first `HEAD` bytes of a file.

    Raises `Refused` when it is not there, is a folder, is empty, may not be read or is larger than
    `limits.MAX_BYTES`; its size is looked at before anything is read.
    """
    if not path.exists():
        raise Refused([NOT_FOUND(name=path.name, folder=path.parent.name or ".")])
    if path.is_dir():
        raise Refused([FOLDER(name=path.name)])
    size = path.stat().st_size
    if size > limits.MAX_BYTES:
        raise Refused([TOO_BIG(name=path.name, size=_gibibytes(size), limit=_gibibytes(limits.MAX_BYTES))])
    if size == 0:
        raise Refused([EMPTY(name=path.name)])
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except PermissionError as failure:
        raise Refused([FORBIDDEN(name=path.name)]) from failure


def _gibibytes(size: int) -> str:
    return f"{number(size / 1024**3, 1)}{NBSP}Gio"
