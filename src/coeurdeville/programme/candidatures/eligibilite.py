"""Whether a town may answer a call, and what to do when it may not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import now

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.appels.villes import appartenance, eligibles
from coeurdeville.programme.horloge import instant
from coeurdeville.territories.referentiel import read_referentiel

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel

NOT_OPEN = Kind(
    "appel-non-ouvert",
    "L’appel « {appel} » ne reçoit pas de candidature : il est {etat}.",
    "Consulter la liste des appels ouverts.",
)
TOO_EARLY = Kind("appel-pas-encore-ouvert", "Les dépôts ouvrent le {ouverture}.", "Revenir à partir de cette date.")
TOO_LATE = Kind(
    "appel-clos",
    "La limite des dépôts était le {limite}.",
    "Suivre la page de l’appel : une prolongation y serait annoncée, et les villes non candidates restent "
    "accompagnées par leur animateur.",
)
NOT_ELIGIBLE = Kind(
    "ville-non-eligible",
    "{ville} n’est pas dans les villes éligibles : {perimetre}{au}.",
    "Écrire à {contact} si la ville en fait partie ; sinon, ses groupes de travail et ses ressources lui sont ouverts.",
)
SIRET_WRONG = Kind(
    "siret-illisible",
    "« {siret} » n’est pas un SIRET.",
    "Écrire ses quatorze chiffres, tels que l’avis Sirene les donne.",
)
SIRET_UNKNOWN = Kind(
    "siret-d-aucune-commune",
    "Le SIRET {siret} n’est celui d’aucune commune.",
    "Candidater avec le SIRET de la commune, et non celui de l’intercommunalité ou d’un établissement.",
)
SIRET_ELSEWHERE = Kind(
    "siret-d-une-autre-commune",
    "Le SIRET {siret} est celui de {autre}.",
    "Candidater depuis l’espace de {autre}, ou corriger le SIRET.",
)


def empechements_de_la_ville(
    appel: Appel, commune: str, nom: str, siret: str = "", quand: datetime | None = None
) -> list[Problem]:
    """Everything that keeps a town from answering a call now; nothing when it may."""
    return [
        *_dates(appel, quand or now()),
        *_membership(appel, commune, nom),
        *(_siret(siret, commune) if siret.strip() else ()),
    ]


def commune_du_siret(siret: str) -> str:
    """Insee code of the commune that a SIRET is of.

    Raises
    ------
    Refused
        A number that is none, or that of no commune.
    """
    digits = "".join(siret.split())
    if len(digits) != 14 or not digits.isdecimal() or not _luhn(digits):
        raise Refused([SIRET_WRONG(siret=siret)])
    found = read_referentiel().where("siren", digits[:9])
    if not found:
        raise Refused([SIRET_UNKNOWN(siret=digits)])
    return found[0].code


def _dates(appel: Appel, quand: datetime) -> Iterator[Problem]:
    if appel.etat != "publie":
        yield NOT_OPEN(appel=appel.titre, etat=appel.en_etat.nom)
    elif appel.ouvre_le is not None and quand < appel.ouvre_le:
        yield TOO_EARLY(ouverture=instant(appel.ouvre_le))
    elif appel.ferme_le is not None and quand > appel.ferme_le:
        yield TOO_LATE(limite=instant(appel.ferme_le))


def _membership(appel: Appel, commune: str, nom: str) -> Iterator[Problem]:
    eligible = eligibles(appel)
    if commune not in eligible.codes:
        at = appartenance(appel)
        contact = appel.contact or "la coordination"
        yield NOT_ELIGIBLE(ville=nom, perimetre=eligible.title, au=at and f", {at}", contact=contact)


def _siret(siret: str, commune: str) -> Iterator[Problem]:
    try:
        found = commune_du_siret(siret)
    except Refused as refused:
        yield from refused.problems
        return
    if found != commune:
        yield SIRET_ELSEWHERE(siret=siret.strip(), autre=read_referentiel().where("code", found)[0].nom)


def _luhn(digits: str) -> bool:
    doubled = (int(one) * (2 if rank % 2 == 0 else 1) for rank, one in enumerate(digits))
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0
