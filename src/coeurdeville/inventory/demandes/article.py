"""One article of law: what it says, for what it serves, who signed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from coeurdeville.core.french import day, listing
from coeurdeville.inventory.vocabulaire import Ouverture

USAGES = ("demande", "refus", "delai", "fermeture")
"""What an article can serve for: ground of a request, of a refusal, clock, closing of a status."""
TO_CHECK = "à vérifier"
"""The mention of what no jurist has signed."""


@dataclass(frozen=True)
class Texte:
    """A law or a code."""

    titre: str
    """`code de l’environnement`."""
    sigle: str
    """`C. env.`."""
    genre: str
    """What stands before it: `du`, `de la`."""


@dataclass(frozen=True)
class Article:
    """One article, in one plain sentence that has no force of law."""

    cle: str
    """`crpa-l311-1`."""
    texte: Texte
    numero: str
    dit: str
    usages: tuple[str, ...]
    en_vigueur_au: date
    """The day on which it was read."""
    ferme: tuple[Ouverture, ...] = ()
    """Statuses that it may close."""
    mention: str = ""
    """`à vérifier` until it is signed."""
    signe_par: str = ""
    """The jurist who answers for it; empty: nobody yet."""
    signe_le: date | None = None

    @property
    def reference(self) -> str:
        """`CRPA, art. L311-1`."""
        return f"{self.texte.sigle}, art. {self.numero}"

    @property
    def portee(self) -> str:
        """How far it can be relied on: `à vérifier, lu le 25/11/2026`, or who signed it and when."""
        if self.signe_par and self.signe_le:
            return f"signé par {self.signe_par}, le {day(self.signe_le)}"
        return f"{self.mention}, lu le {day(self.en_vigueur_au)}"


def cited(articles: Sequence[Article]) -> str:
    """`articles L300-2 et L311-1 du code des relations…`: in the order given, each text named in full once."""
    groups = [(texte, [one.numero for one in some]) for texte, some in groupby(articles, lambda one: one.texte)]
    return listing([
        f"{'article' if len(numbers) == 1 else 'articles'} {listing(numbers)} {texte.genre} {texte.titre}"
        for texte, numbers in groups
    ])  # fmt: skip
