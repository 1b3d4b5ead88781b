"""Twelve towns answer: eleven deposit, one of them corrects, one withdraws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any, Final

from coeurdeville.programme.appels.formulaire import formulaire
from coeurdeville.programme.candidatures.depot import deposer as deposit
from coeurdeville.programme.candidatures.ecritures import ecrire
from coeurdeville.programme.candidatures.ouverture import ouvrir
from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.demonstration.temps import instant, le
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Appel, Candidature

FUNCTIONS: Final = {
    "referent": "Responsable du service qui porte le projet", "correspondant": "Correspondant données de la ville",
    "elu": "Adjoint à la transition écologique",
}  # fmt: skip
BEGUN: Final = timedelta(days=9)
"""How long before its deposit a candidature was begun."""


def deposer(appel: Appel, villes: Mapping[str, Mapping[str, Any]], gens: Acteurs) -> None:
    """Each town writes its answers, then deposits on its day."""
    for rank, (code, told) in enumerate(villes.items()):
        user = gens.binomes[code]
        begun = max(instant(told["depot"]) - BEGUN, instant(appel.ouvre_le.date(), 9))  # type: ignore[union-attr]
        with le(begun) as when:
            town = ouvrir(appel, code, user, quand=when)
            for field, value in _answers(appel, told):
                ecrire(town, field, value, 0, user)
        with le(instant(told["depot"], 9 + rank % 8, 5 * rank)) as when:
            deposit(town, user, "deposer", when, f"demonstration-{code}")
        if "retrait" in told:
            with le(instant(told["retrait"], 16)):
                franchir(Candidature.objects.get(pk=town.pk), "retirer", user)


def _answers(appel: Appel, told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What the story says, for the fields that the form has; functions are the same for all."""
    said = {**FUNCTIONS, "ouverture": True, **told}
    said["donnees"] = [{"couche": layer, "entree": "", "role": role} for layer, role in told["donnees"]]
    yield from ((field.cle, said[field.cle]) for field in formulaire(appel) if field.cle in said)
