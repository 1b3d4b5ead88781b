"""What shows that a town runs the service of a card: its published diagnostic, or words that say where it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.espaces.lecture import edition_publique
from coeurdeville.espaces.lieux import editions

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.espaces.models import Edition
    from coeurdeville.programme.models import Adoption

LEAST: Final = 20
"""Characters of a proof in words."""
NO_PROOF = Kind(
    "adoption-sans-preuve",
    "Rien ne montre encore que le service tourne dans la ville : {pourquoi}.",
    "Publier un diagnostic où il tourne, ou écrire la preuve : où on le voit, depuis quand, qui s’en sert.",
)


def verifier(adoption: Adoption, _acteur: Utilisateur | None, motif: str, **_: Any) -> Iterator[Problem]:
    """Nothing when the last public diagnostic of the town has the service, or when a proof is written."""
    last = publiee(adoption.commune)
    if last.preuve(adoption) is None and len(motif.strip()) < LEAST:
        yield NO_PROOF(pourquoi=_why(adoption, last.edition))


@dataclass(frozen=True)
class Publiee:
    """The last public edition of a town, and the services in it."""

    edition: Edition | None
    services: frozenset[str]

    def preuve(self, adoption: Adoption) -> Edition | None:
        """The edition, when the service of the card is in it."""
        return self.edition if adoption.cas.experimentation.service in self.services else None


def publiee(commune: str) -> Publiee:
    """What a town has published last. One query."""
    last = edition_publique(commune)
    kept = editions().get(commune, last.identifiant) if last else None
    return Publiee(last, frozenset(one["nom"] for one in kept.summary["services"]) if kept else frozenset())


def _why(adoption: Adoption, last: Edition | None) -> str:
    if not adoption.cas.experimentation.service:
        return "ce service ne se calcule pas, une preuve écrite est nécessaire"
    if last is None:
        return "elle n’a pas de diagnostic publié"
    return f"son diagnostic du {last.jour} ne le contient pas"
