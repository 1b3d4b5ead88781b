"""What a candidature still lacks before it is deposited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.programme.appels.formulaire import Champ, Etape, Formulaire, Sorte
from coeurdeville.programme.candidatures.reponses import verifiee

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel


@dataclass(frozen=True)
class Manque:
    """A question that is not answered, or whose answer the call does not take any more."""

    etape: Etape
    champ: Champ
    problems: tuple[Problem, ...] = ()
    """What is wrong with the answer; empty: there is none."""


def manques(form: Formulaire, reponses: Mapping[str, Any], appel: Appel) -> Sequence[Manque]:
    """Everything that lacks, in the order of the form. No query."""
    return [
        found
        for etape in form.etapes
        for champ in etape.champs
        if (found := _manque(etape, champ, reponses.get(champ.cle), appel)) is not None
    ]


def _manque(etape: Etape, champ: Champ, valeur: Any, appel: Appel) -> Manque | None:
    if champ.sorte is Sorte.PIECES:
        return None
    if valeur is None:
        return None if champ.facultatif else Manque(etape, champ)
    try:
        verifiee(champ, valeur, appel.themes)
    except Refused as refused:
        return Manque(etape, champ, refused.problems)
    return None
