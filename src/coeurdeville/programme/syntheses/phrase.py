"""What a synthesis is made of: chapters of sentences, each with what it rests on, and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Appui:
    """A record on which a sentence rests."""

    libelle: str
    lien: str = ""
    """Its page on the site; empty when it has none that everybody may read."""


@dataclass(frozen=True)
class Phrase:
    """One statement, computed from records."""

    cle: str
    """Stable: the same records give the same key, whatever they count."""
    texte: str
    appuis: tuple[Appui, ...]


@dataclass(frozen=True)
class Tableau:
    """Figures side by side."""

    titre: str
    colonnes: tuple[tuple[str, bool], ...]
    """Title, and whether it holds numbers."""
    lignes: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Dessin:
    """A picture, with the words that say the same."""

    titre: str
    svg: str
    legende: str


@dataclass(frozen=True)
class Chapitre:
    """One subject. Without sentence it is not printed."""

    cle: str
    titre: str
    phrases: tuple[Phrase, ...]
    tableaux: tuple[Tableau, ...] = ()
    dessins: tuple[Dessin, ...] = ()


def ecrit(chapitre: Chapitre) -> dict[str, Any]:
    """A chapter as JSON keeps it."""
    return asdict(chapitre)


def lu(kept: Mapping[str, Any]) -> Chapitre:
    """A chapter as `ecrit` gave it."""
    sentences = tuple(
        Phrase(one["cle"], one["texte"], tuple(Appui(**proof) for proof in one["appuis"])) for one in kept["phrases"]
    )
    tables = tuple(
        Tableau(
            one["titre"], tuple((c[0], c[1]) for c in one["colonnes"]), tuple(map(tuple, one["lignes"])), one["note"]
        )
        for one in kept["tableaux"]
    )
    return Chapitre(kept["cle"], kept["titre"], sentences, tables, tuple(Dessin(**one) for one in kept["dessins"]))
