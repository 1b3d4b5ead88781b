"""Values of closed lists as people write them, to the codes of the inventory: only what is sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from coeurdeville.core.french import slug
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LICENCES, Licence
from coeurdeville.inventory.vocabulaire import Acteur, Forme, Nature, Niveau
from coeurdeville.readers.values import FALSE_WORDS, TRUE_WORDS

C = TypeVar("C", bound=StrEnum)
USUAL: Mapping[StrEnum, Sequence[str]] = {
    Acteur.PUBLIC_LOCAL: ("acteur public", "public local", "collectivité", "collectivité territoriale"),
    Acteur.PUBLIC_NATIONAL: ("public national",),
    Acteur.PARAPUBLIC: ("parapublic",),
    Acteur.ENTREPRISE: ("entreprise privée", "privé", "société"),
    Acteur.CITOYENS: ("citoyens", "associations", "citoyens associations"),
    Nature.COMMUNE: ("mairie", "ville", "la ville"),
    Nature.CCAS: ("centre communal d’action sociale",),
    Nature.INTERCOMMUNALITE: (
        "EPCI", "agglo", "agglomération", "communauté d’agglomération", "communauté de communes",
        "communauté urbaine", "métropole", "interco",
    ),
    Nature.SYNDICAT: ("syndicat", "syndicat mixte", "syndicat intercommunal"),
    Nature.DEPARTEMENT: ("conseil départemental",),
    Nature.REGION: ("conseil régional",),
    Nature.ETAT: ("État", "préfecture", "DREAL", "DDT", "DDTM", "ministère"),
    Nature.ETABLISSEMENT: ("établissement public",),
    Nature.DELEGATAIRE: ("délégataire", "concessionnaire", "DSP", "chez le délégataire"),
    Nature.ASSOCIATION: ("asso",),
    Nature.HABITANT: ("habitants",),
    Niveau.COMMUNE: ("communal", "communale", "ville", "mairie"),
    Niveau.EPCI: ("intercommunal", "intercommunale", "agglo", "agglomération", "interco"),
    Niveau.DEPARTEMENT: ("départemental", "départementale"),
    Niveau.REGION: ("régional", "régionale"),
    Niveau.ETAT: ("national", "nationale"),
    Forme.CLAUSE: ("clause de marché", "marché", "concession", "clause contractuelle"),
    Forme.INFORMELLE: ("informel", "informelle"),
    Frequency.ONCE: ("ponctuel", "jamais", "une seule fois"),
    Frequency.IRREGULAR: ("irrégulier", "au besoin"),
    Frequency.CONTINUAL: ("en continu", "continu", "continue", "temps réel", "au fil de l’eau"),
    Frequency.DAILY: ("quotidien", "quotidienne", "journalier", "journalière", "tous les jours"),
    Frequency.WEEKLY: ("hebdomadaire", "hebdo", "toutes les semaines"),
    Frequency.MONTHLY: ("mensuel", "mensuelle", "tous les mois"),
    Frequency.EVERY_TWO_MONTHS: ("bimestriel", "tous les deux mois"),
    Frequency.QUARTERLY: ("trimestriel", "tous les trois mois"),
    Frequency.TWICE_A_YEAR: ("semestriel", "tous les six mois", "deux fois par an"),
    Frequency.YEARLY: ("annuel", "tous les ans", "chaque année", "une fois par an", "1 fois par an", "1 an"),
    Frequency.EVERY_TWO_YEARS: ("biennal", "tous les deux ans", "tous les 2 ans"),
    Frequency.EVERY_THREE_YEARS: ("triennal", "tous les trois ans", "tous les 3 ans"),
    Frequency.EVERY_FIVE_YEARS: ("quinquennal", "tous les cinq ans", "tous les 5 ans"),
}  # fmt: skip
"""Other ways of writing a code than itself and its label."""
LICENCE_NAMES = {
    "lov2": (
        "LO", "LOv2", "licence ouverte etalab", "licence ouverte 2.0 etalab", "licence ouverte v2", "etalab 2.0",
        "licence ouverte version 2.0", "licence ouverte / open licence", "licence ouverte / open licence 2.0",
        "licence ouverte LO",
    ),
    "odbl": (
        "open database license", "open database licence", "open database license ODbL",
        "open data commons open database license", "licence ODbL",
    ),
    "cc0": ("creative commons 0", "creative commons zero"),
    "cc-by": ("creative commons BY", "creative commons attribution"),
    "cc-by-sa": ("creative commons BY SA",),
    "cc-by-nc": ("creative commons BY NC",),
    "interne": ("usage interne", "interne"),
}  # fmt: skip
"""Other names of licences than those of `core.licences`."""


_bare = lru_cache(maxsize=4096)(slug)
"""The same words come back on many rows."""


def code_of(codes: type[C], text: str) -> C | None:
    """The code that a text surely names; None for a doubt."""
    return _codes(codes).get(_bare(text))  # type: ignore[return-value]


def licence_of(text: str) -> Licence | None:
    """The licence that a text surely names; None for a doubt."""
    return _licences().get(_bare(text))


def yes_or_no(text: str) -> bool | None:
    """`oui`, `non`, and what stands for them; None for anything else."""
    said = _bare(text)
    return True if said in TRUE_WORDS else (False if said in FALSE_WORDS else None)


@cache
def _codes(codes: type[StrEnum]) -> dict[str, StrEnum]:
    names = {one: (*USUAL.get(one, ()), str(one), getattr(one, "libelle", "")) for one in codes}
    return {slug(name): one for one, written in names.items() for name in written if name}


@cache
def _licences() -> dict[str, Licence]:
    found = {}
    for one in LICENCES.values():
        for name in (one.key, one.title, *one.names, *LICENCE_NAMES.get(one.key, ())):
            found[slug(name)] = one
    return {name: one for name, one in found.items() if name}
