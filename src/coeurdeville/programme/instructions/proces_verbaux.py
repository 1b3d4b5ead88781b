"""Minutes of the jury: what was decided and on what figures, frozen under a digest."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.instructions.contenu import contenu, decisions
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Appel, Candidature, Decision, Mandat, ProcesVerbal

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

UNDECIDED = Kind(
    "decisions-absentes", "Des candidatures déposées n’ont pas de décision.", "Décider de chacune à la table du jury."
)
AWAITED = Kind(
    "complements-attendus",
    "Des villes complètent encore leur candidature.",
    "Attendre leur réponse, ou reprendre sans le complément.",
)
SAME_RANK = Kind(
    "rangs-en-double", "Des candidatures en liste d’attente ont le même rang.", "Donner à chacune un rang différent."
)
LINKED = Kind(
    "decisions-de-recuses",
    "Des décisions ont été écrites par quelqu’un qui a ensuite déclaré un lien.",
    "Les faire écrire de nouveau par un autre membre du jury.",
)
NOT_NOW = Kind(
    "proces-verbal-hors-instruction",
    "L’appel est à l’état « {etat} » : son jury ne siège pas.",
    "Clore d’abord les dépôts.",
)
ALREADY = Kind(
    "proces-verbal-deja-etabli",
    "Le procès-verbal nº {rang} vaut encore.",
    "Le remplacer d’abord, en disant pourquoi ; il reste lisible.",
)
NOBODY = Kind("proces-verbal-sans-presents", "Personne n’est dit présent.", "Cocher les membres du jury qui ont siégé.")
VALID: Final = ("projet", "signe")


@dataclass(frozen=True)
class Seance:
    """When the jury sat, who was there, what is worth noting."""

    le: date
    presents: Sequence[int]
    """Numbers of the mandates."""
    observations: str = ""


def etablir(appel: Appel, acteur: Utilisateur, seance: Seance) -> ProcesVerbal:
    """Freeze what the jury decided, once everything is decided.

    Raises
    ------
    Refused
        Everything that is missing.
    """
    with transaction.atomic():
        locked = Appel.objects.select_for_update().get(pk=appel.pk)
        problems = list(_problems(locked, seance))
        if problems:
            raise Refused(problems)
        told = contenu(locked, seance.le, seance.presents, seance.observations.strip())
        minutes = ProcesVerbal.objects.create(
            appel=locked, rang=locked.proces_verbaux.count() + 1, contenu=told, empreinte=empreinte(told),
            etabli_par=acteur,
        )  # fmt: skip
        naitre(minutes, acteur)
    return minutes


def courant(appel: Appel) -> ProcesVerbal | None:
    """The minutes that hold: the last ones that were not replaced."""
    return appel.proces_verbaux.filter(etat__in=VALID).last()


def tous(appel: Appel) -> list[ProcesVerbal]:
    """Every minutes of a call, the newest first."""
    return list(appel.proces_verbaux.order_by("-rang"))


def membres(appel: Appel) -> list[Mandat]:
    """Who sits in the jury, by name."""
    return sorted(appel.mandats.filter(role=Mandat.Role.JURY).select_related("utilisateur"), key=str)


def empreinte(told: Mapping[str, Any]) -> str:
    """sha256 of the content, written with sorted keys and without spaces, in UTF-8."""
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def intact(minutes: ProcesVerbal) -> bool:
    """Whether the content, and every signature, still answer to the digest."""
    signed = minutes.signatures.exclude(empreinte=minutes.empreinte).exists()
    return empreinte(minutes.contenu) == minutes.empreinte and not signed


def ecarts(minutes: ProcesVerbal) -> list[str]:
    """Towns of which what is decided now is not what the minutes say."""
    then = {one["numero"]: one for one in minutes.contenu["decisions"]}
    now = {one["numero"]: one for one in decisions(minutes.appel)}
    return sorted(
        (now.get(key) or then[key])["ville"] for key in then.keys() | now.keys() if then.get(key) != now.get(key)
    )


def incomplets(appel: Appel) -> Iterator[Problem]:
    """What keeps the jury from having decided of everything."""
    found = Candidature.objects.filter(appel=appel, etat__in=("deposee", "a_completer")).select_related("decision")
    towns = list(found.prefetch_related("recusations"))
    if waiting := [one.nom for one in towns if one.etat == "a_completer"]:
        yield AWAITED(examples=waiting)
    if without := [one.nom for one in towns if one.etat == "deposee" and not hasattr(one, "decision")]:
        yield UNDECIDED(examples=without)
    if linked := [one.nom for one in towns if hasattr(one, "decision") and _linked(one)]:
        yield LINKED(examples=linked)
    ranked = [one for one in towns if hasattr(one, "decision") and one.decision.issue == Decision.Issue.ATTENTE]
    twice = {rank for rank, count in Counter(one.decision.rang for one in ranked).items() if count > 1}
    if same := [f"{one.nom} (rang {one.decision.rang})" for one in ranked if one.decision.rang in twice]:
        yield SAME_RANK(examples=same)


def _linked(candidature: Candidature) -> bool:
    return any(one.utilisateur_id == candidature.decision.par_id for one in candidature.recusations.all())


def _problems(appel: Appel, seance: Seance) -> Iterator[Problem]:
    if appel.etat != "instruction":
        yield NOT_NOW(etat=appel.en_etat.nom)
    former = courant(appel)
    if former is not None:
        yield ALREADY(rang=former.rang)
    if not appel.mandats.filter(role="jury", pk__in=seance.presents).exists():
        yield NOBODY()
    yield from incomplets(appel)
