"""A problem that a town tells, written in its folder beside those that are there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit

from coeurdeville.core.problems import Problem, Refused, refuse_errors
from coeurdeville.inventory.problemes.lecture import read_probleme
from coeurdeville.inventory.problemes.probleme import Probleme
from coeurdeville.inventory.problemes.recueil import FICHIER, PROBLEME_TWICE, recueil
from coeurdeville.inventory.retouche import append
from coeurdeville.inventory.texte import read_texte, write_texte
from coeurdeville.inventory.ville import FICHIER as VILLE
from coeurdeville.inventory.ville import FOLDER_MISSING
from coeurdeville.schemas.mapping.toml_table import VALUE_UNEXPECTED, Table

ENTETE = (
    "Les problèmes de la ville, dans les mots de qui les porte : une fonction, jamais un nom.",
    "Ils s’écrivent par « coeurdeville probleme ajouter » et se corrigent à la main.",
)


def add_probleme(dossier: Path, nouveau: Mapping[str, Any]) -> Probleme:
    """The problem written at the end of `problemes.toml`; all that is written there stays as it is.

    Parameters
    ----------
    nouveau
        The keys of an entry, as the file has them.

    Raises
    ------
    Refused
        Every mistake of the entry at once; `probleme-repete` when its identifier is taken; when there is no town,
        or its file of problems cannot be read.
    """
    if not (dossier / VILLE).is_file():
        raise Refused([FOLDER_MISSING(folder=dossier)])
    problems: list[Problem] = []
    known, document = recueil(dossier).problemes, _document(dossier / FICHIER)
    probleme = read_probleme(Table(nouveau, "Ce problème", problems), locale=True)
    entries = document.setdefault("problemes", tomlkit.aot())
    if not isinstance(entries, list):
        problems.append(VALUE_UNEXPECTED(where=FICHIER, key="problemes", expected="écrit [[problemes]]"))
    elif probleme.id in known or probleme.id in [one.get("id") for one in entries]:
        problems.append(PROBLEME_TWICE(where="Ce problème", id=probleme.id))
    refuse_errors(problems)
    append(entries, nouveau)
    write_texte(dossier / FICHIER, document)
    return probleme


def _document(file: Path) -> tomlkit.TOMLDocument:
    """The file as it stands, or a new one with its heading."""
    if file.is_file():
        return tomlkit.parse(read_texte(file))
    document = tomlkit.document()
    for line in ENTETE:
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    return document
