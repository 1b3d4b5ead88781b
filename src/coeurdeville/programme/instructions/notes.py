"""Scores of a reviewer: a draft kept at each change, given as a whole, erased when a link is declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.instructions.recusations import ecrire
from coeurdeville.programme.models import Critere, Decision, Note, ProcesVerbal, Relecture

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

SCORE_MISSING = Kind(
    "note-absente",
    "Le critère « {critere} » n’a pas de note.",
    "Donner une note de 0 à 5, ou s’abstenir en disant pourquoi.",
)
REASON_MISSING = Kind(
    "note-sans-motif", "La note du critère « {critere} » n’est pas expliquée.", "Écrire en une phrase ce qui la fonde."
)
SCORE_WRONG = Kind(
    "note-hors-bornes",
    "La note du critère « {critere} » n’est pas un nombre entier de 0 à 5.",
    "Choisir 0, 1, 2, 3, 4 ou 5.",
)
CLOSED = Kind(
    "relectures-closes",
    "Les relectures de cette candidature sont closes : le jury a commencé à délibérer.",
    "Écrire à la coordination si une note repose sur une erreur.",
)
READ = Kind(
    "relectures-lues",
    "D’autres relectures de cette candidature sont rendues, et vous pouvez les lire : la vôtre ne se reprend plus.",
    "Écrire à la coordination si une note repose sur une erreur.",
)
NOT_OPEN = Kind(
    "relecture-deja-rendue",
    "Cette relecture n’est plus ouverte : ce qui vient d’être écrit n’est pas gardé.",
    "Reprendre la relecture, puis recopier ce qui est resté à l’écran.",
)


@dataclass(frozen=True)
class Brouillon:
    """What a reviewer has written so far: key of a criterion -> score as typed, and its reason."""

    notes: Mapping[str, tuple[str, str]]
    avis: str


def garder(relecture: Relecture, brouillon: Brouillon) -> tuple[Problem, ...]:
    """Keep a draft, whole or not; a score that is none is said and left out, the rest is kept.

    Raises
    ------
    Refused
        `relecture-deja-rendue`: nothing of a review that was given changes.
    """
    with transaction.atomic():
        locked = Relecture.objects.select_for_update().get(pk=relecture.pk)
        if locked.etat != "assignee":
            raise Refused([NOT_OPEN()])
        problems = tuple(_keep_notes(locked, brouillon))
        locked.avis = brouillon.avis.strip()
        locked.save(update_fields=["avis"])
    return problems


def verifier(relecture: Relecture, _acteur: Utilisateur | None, _motif: str, **_donnees: Any) -> Iterator[Problem]:
    """A review is given when every criterion has its score and its reason, and before the minutes."""
    if _minuted(relecture):
        yield CLOSED()
    given = {one.critere_id: one for one in relecture.notes.all()}
    for critere in relecture.appel.criteres.all():
        note = given.get(critere.pk)
        if note is None or note.valeur is None:
            yield SCORE_MISSING(critere=critere.titre)
        if note is None or not note.motif.strip():
            yield REASON_MISSING(critere=critere.titre)


def dater(relecture: Relecture, _acteur: Utilisateur | None, _motif: str, **_donnees: Any) -> None:
    """Write when the review was given."""
    relecture.rendue_le = timezone.now()
    relecture.save(update_fields=["rendue_le"])


def refuser_apres_la_decision(
    relecture: Relecture, _acteur: Utilisateur | None, _motif: str, **_donnees: Any
) -> Iterator[Problem]:
    """A review is not taken back once the others can be read, nor once the jury has decided; what is not told."""
    if _minuted(relecture) or Decision.objects.filter(candidature=relecture.candidature_id).exists():
        yield CLOSED()
    elif relecture.etat == "rendue" and _others_given(relecture):
        yield READ()


def effacer(relecture: Relecture, acteur: Utilisateur, motif: str, **donnees: Any) -> None:
    """Whoever declares a link leaves no score, no word and no request; only that they declared it is kept."""
    relecture.notes.all().delete()
    relecture.besoins.all().delete()
    relecture.avis, relecture.rendue_le = "", None
    relecture.save(update_fields=["avis", "rendue_le"])
    ecrire(relecture, acteur, motif, **donnees)


def _keep_notes(relecture: Relecture, brouillon: Brouillon) -> Iterable[Problem]:
    known = {one.critere_id: one for one in relecture.notes.all()}
    for critere in relecture.appel.criteres.all():
        typed, reason = brouillon.notes.get(critere.cle, ("", ""))
        value = _score(typed)
        if typed.strip() and value is None:
            yield SCORE_WRONG(critere=critere.titre)
        _keep_note(relecture, critere, known.get(critere.pk), value, reason.strip())


def _keep_note(relecture: Relecture, critere: Critere, kept: Note | None, value: int | None, reason: str) -> None:
    if kept is None and value is None and not reason:
        return
    if kept is None or (kept.valeur, kept.motif) != (value, reason):
        Note.objects.update_or_create(relecture=relecture, critere=critere, defaults={"valeur": value, "motif": reason})


def _score(typed: str) -> int | None:
    values = {str(value): value for value in range(Note.MAXIMUM + 1)}
    return values.get(typed.strip())


def _others_given(relecture: Relecture) -> bool:
    others = Relecture.objects.filter(candidature=relecture.candidature_id, etat="rendue")
    return others.exclude(pk=relecture.pk).exists()


def _minuted(relecture: Relecture) -> bool:
    appel = relecture.appel
    if appel.etat in {"decide", "archive", "annule"}:
        return True
    return ProcesVerbal.objects.filter(appel=appel).exclude(etat="remplace").exists()
