"""The text of `ville.toml`: read as Windows or Linux saves it, written whole or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path

import tomlkit

from coeurdeville.core.problems import Kind, Refused

NOT_UTF8 = Kind(
    "toml-encodage",
    "{file} n’est pas enregistré en UTF-8 : ses accents ne sont pas lisibles.",
    "L’ouvrir dans l’éditeur de texte et l’enregistrer avec l’encodage UTF-8.",
)


def read_texte(file: Path) -> str:
    """The text, with or without the mark that Windows puts before it.

    Raises
    ------
    Refused
        `toml-encodage`.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused([NOT_UTF8(file=file.name)]) from error


def write_texte(file: Path, document: tomlkit.TOMLDocument) -> None:
    """Write the document aside, then put it in its place."""
    aside = file.with_name(f"{file.name}.{os.getpid()}.en-cours")
    aside.write_text(_aired(tomlkit.dumps(document)), encoding="utf-8")
    aside.replace(file)


def _aired(text: str) -> str:
    """One blank line before each entry."""
    return re.sub(r"\n+\[\[donnees\]\]", "\n\n\n[[donnees]]", text)
