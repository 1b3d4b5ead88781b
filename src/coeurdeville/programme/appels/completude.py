"""What a call lacks before it can be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from django.utils.timezone import localdate, now

from coeurdeville.core.french import day, listing
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.appels.formulaire import Sorte, formulaire
from coeurdeville.programme.appels.ouverture import CONSERVATION
from coeurdeville.programme.appels.villes import eligibles
from coeurdeville.programme.etats.noms import etat
from coeurdeville.programme.horloge import instant
from coeurdeville.territories.acv import DESIGNATED

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel

TEXTS: Final = {
    "titre": "le titre", "promesse": "ce qu’une ville y gagne", "presentation": "la présentation",
    "cahier": "le cahier des charges", "themes": "les thèmes", "ouvre_le": "l’ouverture des dépôts",
    "ferme_le": "la limite des dépôts", "eligibles_au": "la date à laquelle l’appartenance au programme est appréciée",
    "contact": "l’adresse à laquelle écrire",
}  # fmt: skip
ORGANISERS = 2
MISSING = Kind("appel-incomplet", "Il manque à l’appel {what}.", "L’écrire avant de publier.")
ORDER = Kind(
    "appel-dates-inversees", "La limite des dépôts ne vient pas après leur ouverture.", "Corriger l’une des deux dates."
)
LIMIT_PAST = Kind(
    "appel-limite-passee",
    "La limite des dépôts, le {limite}, est déjà passée : aucune ville ne pourrait répondre.",
    "Choisir une limite à venir. Un appel passé ne se publie que dans une saison dont la fin est écrite et passée.",
)
BEFORE_THE_PROGRAMME = Kind(
    "appel-avant-le-programme",
    "L’appartenance au programme ne s’apprécie pas au {jour} : ses premières villes ont été désignées le {debut}.",
    "Choisir un jour qui ne vienne pas avant.",
)
BOTH = Kind(
    "appel-anonymat",
    "L’appel est anonyme, et des relecteurs siègent au jury ou signent : la table du jury leur nommerait les villes.",
    "Retirer l’un de leurs mandats, ou lever l’anonymat.",
)
ONE_ORGANISER = Kind(
    "appel-un-seul-organisateur",
    "Deux organismes désignent ensemble ; l’appel en nomme {named}.",
    "Nommer les deux, et donner à chacun un signataire.",
)
NO_SIGNATORY = Kind(
    "appel-sans-signataire", "Aucun signataire ne parle pour {who}.", "Donner ce mandat à un compte de cet organisme."
)
NO_WEIGHT = Kind("appel-sans-critere", "Aucun critère ne pèse dans le total.", "Donner un poids à au moins un critère.")
UNINFORMED = Kind(
    "appel-critere-sans-question", "Aucune question n’informe le critère « {criterion} ».",
    "Rattacher une question à ce critère, ou retirer le critère."
)  # fmt: skip
NO_THEME = Kind(
    "appel-sans-question-de-theme", "Le formulaire ne demande pas {what}.",
    "Reprendre la question du formulaire de base : le portefeuille du jury en dépend."
)  # fmt: skip
NO_RETENTION = Kind(
    "appel-sans-conservation",
    "La durée de conservation n’est pas dite pour les candidatures {states}.",
    "Écrire un nombre de mois pour chacun de ces états.",
)
NO_PROCESSING = Kind(
    "appel-sans-traitements",
    "L’appel ne dit pas pourquoi il garde des données personnelles, ni sur quelle base.",
    "Écrire au moins une finalité, sa base légale et sa durée.",
)
NEEDED: Final = {Sorte.THEME: "le thème", Sorte.SERVICE: "le service"}


def verifier(appel: Appel, acteur: Utilisateur | None, motif: str) -> Iterator[Problem]:
    """Everything that a town must be able to read, and the jury to rely on."""
    yield from (MISSING(what=what) for name, what in TEXTS.items() if not getattr(appel, name))
    if appel.ouvre_le and appel.ferme_le and appel.ferme_le <= appel.ouvre_le:
        yield ORDER()
    if appel.ferme_le and appel.ferme_le <= now() and not _is_told_afterwards(appel):
        yield LIMIT_PAST(limite=instant(appel.ferme_le))
    yield from _perimetre(appel)
    yield from _organisateurs(appel)
    yield from _criteres(appel)
    yield from _personnelles(appel)


def _is_told_afterwards(appel: Appel) -> bool:
    """Whether its season is over: the call is put on record, nobody answers it any more."""
    return appel.saison.fin is not None and appel.saison.fin < localdate()


def _perimetre(appel: Appel) -> Iterator[Problem]:
    if appel.eligibles_au and appel.eligibles_au < DESIGNATED:
        yield BEFORE_THE_PROGRAMME(jour=day(appel.eligibles_au), debut=day(DESIGNATED))
    try:
        eligibles(appel)
    except Refused as refused:
        yield from refused.problems


def _organisateurs(appel: Appel) -> Iterator[Problem]:
    if len(appel.organisateurs) < ORGANISERS:
        yield ONE_ORGANISER(named=len(appel.organisateurs))
    yield from _anonymes(appel)
    held = appel.mandats.filter(role="signataire", utilisateur__isnull=False)
    signing = set(held.values_list("organisation", flat=True))
    yield from (NO_SIGNATORY(who=one) for one in appel.organisateurs if one not in signing)


def _anonymes(appel: Appel) -> Iterator[Problem]:
    """Of an anonymous call, whoever reviews reads no page that names the towns."""
    roles: dict[Utilisateur, set[str]] = {}
    for one in appel.mandats.filter(utilisateur__isnull=False).select_related("utilisateur"):
        if one.utilisateur is not None:
            roles.setdefault(one.utilisateur, set()).add(one.role)
    twice = [str(user) for user, held in roles.items() if "relecteur" in held and len(held) > 1]
    if appel.anonyme and twice:
        yield BOTH(examples=twice)


def _criteres(appel: Appel) -> Iterator[Problem]:
    criteria, fields = list(appel.criteres.all()), list(formulaire(appel))
    if not any(one.poids for one in criteria):
        yield NO_WEIGHT()
    informed = {field.critere for field in fields}
    yield from (UNINFORMED(criterion=one.titre) for one in criteria if one.cle not in informed)
    asked = {field.sorte for field in fields}
    yield from (NO_THEME(what=what) for kind, what in NEEDED.items() if kind not in asked)


def _personnelles(appel: Appel) -> Iterator[Problem]:
    silent = [etat("candidature", code).nom for code in CONSERVATION if not appel.conservation.get(code)]
    if silent:
        yield NO_RETENTION(states=listing(silent))
    if not any(all(one.get(key) for key in ("finalite", "base", "duree")) for one in appel.traitements):
        yield NO_PROCESSING()
