"""All the problems that are known: those of the project, and those that a town told in its own folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from coeurdeville.core.french import plain
from coeurdeville.core.problems import Kind, Problem, refuse_errors
from coeurdeville.core.registry import pick
from coeurdeville.inventory.problemes.lecture import Lus, read_probleme, read_problemes
from coeurdeville.inventory.problemes.probleme import Probleme
from coeurdeville.inventory.problemes.vocabulaire import Sujet
from coeurdeville.inventory.texte import read_texte
from coeurdeville.schemas.mapping.toml_table import Table
from coeurdeville.schemas.mapping.toml_text import load_toml

FOLDER = Path(__file__).parent / "fiches"
FICHIER = "problemes.toml"
"""In a town folder."""

PROBLEME_TWICE = Kind(
    "probleme-repete",
    "{where} : un autre problème a déjà l’identifiant « {id} ».",
    "Choisir un autre titre ou un autre identifiant ; le premier est gardé.",
)


@dataclass(frozen=True)
class Recueil:
    """Problems by their identifier, sorted by subject then title; and what was wrong in the town's file."""

    problemes: Mapping[str, Probleme]
    problems: tuple[Problem, ...] = ()

    def probleme(self, identifiant: str) -> Probleme:
        """The problem of this identifier; `Refused` names the nearest."""
        return pick(identifiant, dict(self.problemes), "Le problème")


@cache
def fiches() -> Mapping[str, Probleme]:
    """The problems that the project tells, `fiches/<identifiant>.toml`; `Refused` for a mistake of the project."""
    problems: list[Problem] = []
    found = [_fiche(path, problems) for path in FOLDER.glob("*.toml")]
    refuse_errors(problems)
    return MappingProxyType({one.id: one for one in _sorted(found)})


def recueil(dossier: Path | None = None) -> Recueil:
    """The problems of the project, and of a town folder when one is given; its file may be absent.

    Raises
    ------
    Refused
        When the town's file cannot be read at all.
    """
    file = None if dossier is None else dossier / FICHIER
    lus = Lus() if file is None or not file.is_file() else read_problemes(read_texte(file), FICHIER)
    known, problems = dict(fiches()), list(lus.problems)
    for probleme in lus.problemes:
        if probleme.id in known:
            problems.append(PROBLEME_TWICE(where=FICHIER, id=probleme.id))
        else:
            known[probleme.id] = probleme
    return Recueil(MappingProxyType({one.id: one for one in _sorted(known.values())}), tuple(problems))


def _fiche(path: Path, problems: list[Problem]) -> Probleme:
    told = load_toml(path.read_text(encoding="utf-8"), path.name)
    return read_probleme(Table({"id": path.stem, **told}, path.name, problems))


def _sorted(problemes: Iterable[Probleme]) -> list[Probleme]:
    order = list(Sujet)
    return sorted(problemes, key=lambda one: (order.index(one.sujet), plain(one.titre)))
