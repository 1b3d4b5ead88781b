"""The answers of a candidature, with the types that the rest of the programme asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature

AUTRE = "autre"


@dataclass(frozen=True)
class Valeurs:
    """Field -> answer. What is not answered is absent."""

    par_champ: Mapping[str, Any]

    @property
    def theme(self) -> str:
        """Code of the theme; empty when not answered."""
        return str(self.par_champ.get("theme") or "")

    @property
    def probleme(self) -> str:
        """Id of the problem; empty when not answered, or when it is another one."""
        return _known(self.par_champ.get("probleme"))

    @property
    def service(self) -> str:
        """Slug of the service; empty when not answered, or when it is another one."""
        return _known(self.par_champ.get("service"))

    @property
    def couches(self) -> frozenset[str]:
        """Layers foreseen."""
        return frozenset(str(one["couche"]) for one in self.par_champ.get("donnees") or () if one.get("couche"))


def valeurs(candidature: Candidature) -> Valeurs:
    """Present answers; one query, none when they were prefetched."""
    return Valeurs({one.champ: one.valeur for one in candidature.reponses.all()})


def deposees(candidature: Candidature) -> Valeurs:
    """Answers of the last deposit; none when nothing was deposited. One query, none when prefetched."""
    receipts: Iterable[Any] = candidature.recepisses.all()
    last = max(receipts, key=lambda one: one.rang, default=None)
    return Valeurs(last.contenu["reponses"] if last else {})


def _known(value: object) -> str:
    return "" if value in {None, AUTRE} else str(value)
