"""Who publishes or makes data, and the numbers by which the directory of companies knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.schemas.rules.contract import Rule
from coeurdeville.schemas.rules.french_siren import french_siren
from coeurdeville.schemas.rules.french_siret import french_siret

SIREN_WRONG = Kind(
    "siren-de-producteur-faux",
    "« {siren} » n’est pas un numéro SIREN : neuf chiffres, dont le dernier est une clé.",
    "Vérifier celui de {name} sur annuaire-entreprises.data.gouv.fr.",
)
SIRET_WRONG = Kind(
    "siret-de-producteur-faux",
    "« {siret} » n’est pas un numéro SIRET : quatorze chiffres, dont le neuvième et le dernier sont des clés.",
    "Vérifier celui de {name} sur annuaire-entreprises.data.gouv.fr.",
)
SIRET_OF_ANOTHER = Kind(
    "siret-d-un-autre",
    "Le SIRET « {siret} » n’est pas celui d’un établissement de {name}, dont le SIREN est {siren}.",
    "Un SIRET commence par le SIREN de l’organisation : corriger l’un des deux.",
)


@dataclass(frozen=True)
class Organisation:
    """A body that publishes or makes data."""

    name: str
    siren: str = ""
    """Nine figures; empty: unknown, or read from the SIRET."""
    siret: str = ""
    """Fourteen figures; empty: unknown."""

    @property
    def number(self) -> str:
        """The most precise number that is known; empty when none is."""
        return self.siret or self.siren

    def problems(self) -> Iterator[Problem]:
        """What is wrong with its numbers."""
        if self.siren and not is_siren(self.siren):
            yield SIREN_WRONG(siren=self.siren, name=self.name)
        if self.siret and not is_siret(self.siret):
            yield SIRET_WRONG(siret=self.siret, name=self.name)
        elif self.siren and self.siret and not self.siret.startswith(self.siren):
            yield SIRET_OF_ANOTHER(siret=self.siret, siren=self.siren, name=self.name)


def is_siren(text: str) -> bool:
    """Whether nine figures, nothing between them, end by their key."""
    return bool(re.fullmatch(r"[0-9]{9}", text)) and _keeps(french_siren, text)


def is_siret(text: str) -> bool:
    """Whether fourteen figures, nothing between them, end by their key, those of the company included."""
    return bool(re.fullmatch(r"[0-9]{14}", text)) and _keeps(french_siret, text)


def _keeps(rule: Rule, text: str) -> bool:
    import polars as pl

    found = rule.check(pl.DataFrame({"number": [text]}), {"column": "number"})
    return not any(wrong.any() for _, wrong, _ in found)
