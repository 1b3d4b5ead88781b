"""The answers of a candidature, with the types that the rest of the programme asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coeurdeville.programme.appels.formulaire import Sorte, cles

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature

AUTRE = "autre"


@dataclass(frozen=True)
class Valeurs:
    """Field -> answer. What is not answered is absent."""

    par_champ: Mapping[str, Any]
    cles: Mapping[Sorte, str]
    """Sort -> key of the question of that sort in the form."""

    @property
    def theme(self) -> str:
        """Code of the theme; empty when not answered."""
        return str(self._de(Sorte.THEME) or "")

    @property
    def probleme(self) -> str:
        """Id of the problem; empty when not answered, or when it is another one."""
        return _known(self._de(Sorte.PROBLEME))

    @property
    def service(self) -> str:
        """Slug of the service; empty when not answered, or when it is another one."""
        return _known(self._de(Sorte.SERVICE))

    @property
    def donnees(self) -> Sequence[Mapping[str, str]]:
        """Data foreseen: `{couche, entree, role}`; none when not answered."""
        return self._de(Sorte.DONNEES) or ()

    @property
    def couches(self) -> frozenset[str]:
        """Layers foreseen."""
        return frozenset(str(one["couche"]) for one in self.donnees if one.get("couche"))

    def _de(self, sorte: Sorte) -> Any:
        """The answer to the question of a sort; None without either."""
        return self.par_champ.get(self.cles.get(sorte, ""))


def valeurs(candidature: Candidature) -> Valeurs:
    """Present answers; one query, none when they were prefetched. The call is read with them."""
    return Valeurs({one.champ: one.valeur for one in candidature.reponses.all()}, cles(candidature.appel))


def deposees(candidature: Candidature) -> Valeurs:
    """Answers of the last deposit; none when nothing was deposited. One query, none when prefetched.

    The call is read with them.
    """
    receipts: Iterable[Any] = candidature.recepisses.all()
    last = max(receipts, key=lambda one: one.rang, default=None)
    return Valeurs(last.contenu["reponses"] if last else {}, cles(candidature.appel))


def _known(value: object) -> str:
    return "" if value in {None, AUTRE} else str(value)
