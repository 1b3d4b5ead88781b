"""What is decided of the waiting list once all is announced: by minutes of its own, signed by every organisation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db import transaction

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.annonce import BROKEN, CHANGED, NO_MINUTES, UNSIGNED, verifier_decision
from coeurdeville.programme.instructions.valeur import appliquee, complementaire, courant, ecarts, intact
from coeurdeville.programme.models import Appel, Candidature, Decision, ProcesVerbal

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

NOT_SAID = Kind(
    "decision-hors-proces-verbal",
    "Aucun procès-verbal établi après l’annonce et signé par tous les organismes ne dit cette décision.",
    "Écrire la décision à la table du jury, établir un procès-verbal complémentaire et le faire signer.",
)
OTHER_REASON = Kind(
    "decision-autre-motif",
    "Le motif n’est pas celui que les organismes ont signé.",
    "Annoncer la décision depuis la page du procès-verbal complémentaire.",
)
NOTHING = Kind(
    "proces-verbal-deja-annonce",
    "Les décisions de ce procès-verbal sont déjà annoncées.",
    "Écrire à la table du jury ce qui est décidé de plus, puis établir un autre procès-verbal.",
)


def retenir(candidature: Candidature, acteur: Utilisateur | None, motif: str, **donnees: Any) -> Iterator[Problem]:
    """In the announcement of all; of the waiting list, as signed minutes say."""
    yield from _verifier(Decision.Issue.RETENIR, candidature, acteur, motif, **donnees)


def ecarter(candidature: Candidature, acteur: Utilisateur | None, motif: str, **donnees: Any) -> Iterator[Problem]:
    """The same."""
    yield from _verifier(Decision.Issue.ECARTER, candidature, acteur, motif, **donnees)


def classer(candidature: Candidature, acteur: Utilisateur | None, motif: str, **donnees: Any) -> Iterator[Problem]:
    """The same."""
    yield from _verifier(Decision.Issue.CLASSER, candidature, acteur, motif, **donnees)


def annoncer(minutes: ProcesVerbal, acteur: Utilisateur) -> int:
    """Announce all that complementary minutes say, at once; how many decisions.

    Raises
    ------
    Refused
        Whatever keeps them from holding: not signed, altered, decisions that changed since, already announced.
    """
    with transaction.atomic():
        Appel.objects.select_for_update().get(pk=minutes.appel_id)
        if problems := list(empechements(minutes)):
            raise Refused(problems)
        told = minutes.contenu["decisions"]
        for one in told:
            franchir(Candidature.objects.get(pk=one["numero"]), one["issue"], acteur, one["motif"])
    return len(told)


def empechements(minutes: ProcesVerbal) -> Iterator[Problem]:
    """Why complementary minutes cannot be announced yet."""
    if appliquee(minutes):
        yield NOTHING()
        return
    yield from _standing(minutes)
    if differing := ecarts(minutes):
        yield CHANGED(rang=minutes.rang, examples=differing)


def _verifier(
    issue: str, candidature: Candidature, acteur: Utilisateur | None, motif: str, **donnees: Any
) -> Iterator[Problem]:
    yield from verifier_decision(candidature, acteur, motif, **donnees)
    if candidature.etat != "liste_attente":
        return
    minutes = courant(candidature.appel)
    said = _said(minutes, candidature)
    if minutes is None or said is None or said["issue"] != issue:
        yield NOT_SAID()
        return
    yield from _standing(minutes)
    if not Decision.objects.filter(candidature=candidature, issue=said["issue"], motif=said["motif"]).exists():
        yield CHANGED(rang=minutes.rang, examples=[candidature.nom])
    if motif.strip() and motif.strip() != said["motif"]:
        yield OTHER_REASON()


def _standing(minutes: ProcesVerbal) -> Iterator[Problem]:
    if not complementaire(minutes):
        yield NO_MINUTES()
    if minutes.etat != "signe":
        yield UNSIGNED(rang=minutes.rang)
    if not intact(minutes):
        yield BROKEN(rang=minutes.rang)


def _said(minutes: ProcesVerbal | None, candidature: Candidature) -> dict[str, Any] | None:
    if minutes is None or not complementaire(minutes):
        return None
    return next((one for one in minutes.contenu["decisions"] if one["numero"] == candidature.pk), None)
