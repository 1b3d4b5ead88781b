"""The pictures of a synthesis: bars that compare families or roles, the map of the towns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from coeurdeville.core.french import spaced
from coeurdeville.programme.adoptions.dessin import dessin, en_mots
from coeurdeville.programme.adoptions.stades import Situee
from coeurdeville.programme.syntheses.phrase import Dessin
from coeurdeville.reports.chart_bars import Bar, bars

Ligne = tuple[str, float, str]
"""Name of a bar, its value, the value in words."""


def barres(cle: str, titre: str, lignes: Sequence[Ligne]) -> Dessin:
    """Bars, in their order; the longest ones stand out. The words tell every one of them."""
    alt = spaced(f"Barres horizontales : {' ; '.join(f'{name}, {words}' for name, _, words in lignes)}.")
    return Dessin(titre, _bars(cle, titre, alt, tuple(lignes)), alt)


def carte(titre: str, villes: Mapping[str, Situee]) -> Dessin:
    """Every town at its furthest stage, with the legend."""
    return Dessin(titre, dessin(villes, titre, "carte", legende=True), en_mots(villes))


@lru_cache(maxsize=16)
def _bars(cle: str, titre: str, alt: str, lignes: tuple[Ligne, ...]) -> str:
    """Drawing takes a while, and a synthesis is written each time that it is looked at."""
    longest = max(value for _, value, _ in lignes)
    rows = [Bar(name, value, words, highlighted=value == longest) for name, value, words in lignes]
    return bars(cle, titre, alt, rows, theme="climat")
