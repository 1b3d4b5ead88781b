"""When the records of a project no longer change, and what changed in them after its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.journal.ecriture import histoire
from coeurdeville.programme.models import Evaluation, Experimentation, Retouche

if TYPE_CHECKING:
    from django.db.models import QuerySet

OPEN = ("brouillon", "a_completer")
"""States of an evaluation in which the pair still writes it."""
ENDS = ("terminer", "abandonner")
EVALUATED = ("evaluation", "objectif", "resultat", "donneeutile", "condition")
"""Records that are written after the end of a project, as they must."""
EVALUATION_CLOSED = Kind(
    "evaluation-close",
    "L’évaluation est « {state} » : elle ne change plus.",
    "Si elle est soumise, la coordination peut demander un complément.",
)
PROJECT_CLOSED = Kind(
    "experimentation-close",
    "L’évaluation de ce projet est validée : son plan, son effort et ses autres fiches ne changent plus.",
    "Ce qui s’est passé depuis se dit dans le cas d’usage : en préparer une nouvelle version.",
)


def verifier(fiche: models.Model) -> Iterator[Problem]:
    """Whether a record is closed. In a transaction: the evaluation is held, so that nobody validates it meanwhile."""
    projet = projet_de(fiche)
    found = Evaluation.objects.select_for_update().filter(experimentation=projet).first()
    if found is None:
        return
    if fiche._meta.model_name in EVALUATED:
        if found.etat not in OPEN:
            yield EVALUATION_CLOSED(state=found.en_etat.nom)
    elif found.etat == "validee":
        yield PROJECT_CLOSED()


def close(projet: Experimentation) -> bool:
    """Whether its records no longer change. One query once it is over, none before."""
    return projet.en_etat.final and Evaluation.objects.filter(experimentation=projet, etat="validee").exists()


def refuser_close(projet: Experimentation) -> None:
    """Raise `Refused` (`experimentation-close`) when its records no longer change."""
    if close(projet):
        raise Refused([PROJECT_CLOSED()])


def finie_a(projet: Experimentation) -> datetime | None:
    """When it was ended or given up, by the journal; None while it is not. One query once it is over."""
    if not projet.en_etat.final:
        return None
    last = histoire(projet).filter(verbe__in=ENDS).last()
    return last.date if last else None


def apres_la_fin(projet: Experimentation) -> QuerySet[Retouche]:
    """What was changed in its records after its end, its evaluation left out."""
    end = finie_a(projet)
    return Retouche.objects.none() if end is None else projet.retouches.filter(le__gt=end).exclude(sorte__in=EVALUATED)


def projet_de(fiche: models.Model) -> Experimentation:
    """The project that a record belongs to."""
    if isinstance(fiche, Experimentation):
        return fiche
    evaluation = getattr(fiche, "evaluation", None)
    return evaluation.experimentation if evaluation is not None else fiche.experimentation  # type: ignore[attr-defined]
