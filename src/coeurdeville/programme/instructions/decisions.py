"""What the jury decides, kept pending: two texts that meet are both kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.droits import coordination, jury
from coeurdeville.programme.instructions.liens import est_ecarte
from coeurdeville.programme.models import Appel, Candidature, Decision, Redaction

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

NOT_YOURS = Kind(
    "decision-reservee",
    "Seuls les membres du jury et la coordination décident.",
    "Demander à la coordination un mandat de jury.",
)
LINKED = Kind(
    "decision-lien",
    "Vous avez un lien avec cette candidature (déclaré, votre ville ou votre organisation) : vous n’en décidez pas.",
    "Laisser les autres membres du jury décider.",
)
NOT_NOW = Kind(
    "decision-hors-instruction",
    "Cette candidature ne se décide pas maintenant : l’appel est à l’état « {appel} », la candidature « {etat} ».",
    "Revenir à la table du jury pour voir ce qui a changé.",
)
KEPT_RANK = Kind(
    "decision-rang-annonce",
    "Une fois la liste d’attente annoncée, les rangs ne changent plus.",
    "Remettre le rang annoncé : {rang}.",
)
NO_REASON = Kind(
    "decision-sans-motif",
    "La décision n’a pas de motif.",
    "Écrire, pour la ville qui le lira, ce qui fonde la décision.",
)
NO_ISSUE = Kind("decision-sans-issue", "L’issue n’est pas choisie.", "Choisir l’une des quatre issues.")
NO_RANK = Kind(
    "decision-sans-rang", "Une candidature en liste d’attente n’a pas de rang.", "Donner son rang, à partir de 1."
)


@dataclass(frozen=True)
class Texte:
    """A decision as somebody writes it."""

    issue: str
    motif: str
    rang: int | None = None


@dataclass(frozen=True)
class Ecrite:
    """What became of it."""

    decision: Decision
    a_cote: Redaction | None = None
    """What was written, when somebody else had decided in between: set beside, nothing lost."""


def decider(candidature: Candidature, acteur: Utilisateur, texte: Texte, version: int) -> Ecrite:
    """Write a decision made on the `version` that was read, 0 when there was none.

    On another one, the decision stays as it is, and what was written is kept beside it: the page shows both.

    Raises
    ------
    Refused
        Who may not decide, what cannot be decided now, what the text lacks; all at once.
    """
    with transaction.atomic():
        appel = Appel.objects.select_for_update().get(pk=candidature.appel_id)
        locked = Candidature.objects.select_for_update().get(pk=candidature.pk)
        problems = list(_problems(appel, locked, acteur, texte))
        if problems:
            raise Refused(problems)
        kept = Decision.objects.filter(candidature=locked).first()
        if kept is not None and kept.version != version:
            return Ecrite(kept, _write(locked, acteur, texte, None))
        return Ecrite(_decide(locked, acteur, texte, kept))


def decidable(appel: Appel, candidature: Candidature) -> bool:
    """Whether it may be decided of now: all, while the call is in review; once announced, the waiting list alone."""
    return (appel.etat, candidature.etat) in {("instruction", "deposee"), ("decide", "liste_attente")}


def _decide(candidature: Candidature, acteur: Utilisateur, texte: Texte, kept: Decision | None) -> Decision:
    decision = kept or Decision(candidature=candidature, version=0)
    decision.issue, decision.motif = texte.issue, texte.motif.strip()
    if candidature.etat != "liste_attente":
        decision.rang = _rank(texte)
    decision.version += 1
    decision.par = acteur
    decision.save()
    _write(candidature, acteur, texte, decision.version)
    return decision


def _write(candidature: Candidature, acteur: Utilisateur, texte: Texte, version: int | None) -> Redaction:
    return Redaction.objects.create(
        candidature=candidature, issue=texte.issue, motif=texte.motif.strip(), rang=_rank(texte), version=version,
        par=acteur,
    )  # fmt: skip


def _rank(texte: Texte) -> int | None:
    return texte.rang if texte.issue == Decision.Issue.ATTENTE else None


def _problems(appel: Appel, candidature: Candidature, acteur: Utilisateur, texte: Texte) -> Iterable[Problem]:
    if not (jury(acteur, appel) or coordination(acteur)):
        yield NOT_YOURS()
    if est_ecarte(acteur, candidature):
        yield LINKED()
    if not decidable(appel, candidature):
        yield NOT_NOW(appel=appel.en_etat.nom, etat=candidature.en_etat.nom)
    if texte.issue not in Decision.Issue.values:
        yield NO_ISSUE()
    if not texte.motif.strip():
        yield NO_REASON()
    if texte.issue == Decision.Issue.ATTENTE and not texte.rang:
        yield NO_RANK()
    elif texte.issue == Decision.Issue.ATTENTE and (told := _announced_rank(candidature)) not in (None, texte.rang):
        yield KEPT_RANK(rang=told)


def _announced_rank(candidature: Candidature) -> int | None:
    """The rank that its town was told; None when it was told none."""
    told = Decision.objects.filter(candidature=candidature).first() if candidature.etat == "liste_attente" else None
    return told.rang if told else None
