"""The life of a run: asked for, taken by a worker, ended, taken again when its worker died. One at a time per town."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.espaces.index import rattraper
from coeurdeville.espaces.models import Calcul, Espace, Etat
from coeurdeville.espaces.models.calcul import OUVERTS
from coeurdeville.espaces.problemes import ecrits

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

SILENCE = timedelta(seconds=90)
"""Without a sign of life for so long, a worker is dead."""
OUBLI = timedelta(minutes=15)
"""Waiting for so long, a run may have lost its place in the queue: it is put in again, which does no harm."""
TENTATIVES = 3

FOLDER_EMPTY = Kind(
    "dossier-vide",
    "Le dossier de la ville n’a encore aucune révision : il n’y a rien à calculer.",
    "Ajouter une première donnée, ou importer un dossier.",
)
RUN_ABANDONED = Kind(
    "calcul-abandonne",
    "Le calcul s’est arrêté {count_words} sans finir, la dernière fois à l’étape « {step} ».",
    "Les éditions déjà établies sont intactes. Prévenir la personne qui tient le site : la mémoire ou le temps de "
    "calcul manquent peut-être.",
)


@dataclass(frozen=True)
class Reprise:
    """What was done of the runs that gave no sign of life."""

    reprises: int
    abandons: int


def demander(espace: Espace, par: Utilisateur | None, *, aussitot: bool = False) -> Calcul:
    """Ask for a run of the last revision; while one is open, asking again gives that one.

    A run that still waits is moved to the last revision; one under way keeps its own.

    Parameters
    ----------
    aussitot
        Leave it out of the queue: whoever asks does it at once.

    Raises
    ------
    Refused
        `dossier-vide`; as `reindexer` when the last revision cannot be read.
    """
    rattraper(espace)
    if not espace.revision:
        raise Refused([FOLDER_EMPTY()])
    calcul, new = _open(espace, par)
    if new and not aussitot:
        transaction.on_commit(partial(_enqueue, calcul.pk))
    return calcul


def prendre(pk: int) -> Calcul | None:
    """The run, for the worker that calls: nobody else has it from now on. None when it is not to be done any more."""
    now = timezone.now()
    waiting = Calcul.objects.filter(pk=pk, etat=Etat.ATTENTE)
    taken = waiting.update(etat=Etat.COURS, vu_le=now, tentatives=F("tentatives") + 1, etape="", avancement=0)
    return Calcul.objects.select_related("espace").get(pk=pk) if taken else None


def avancer(calcul: Calcul, **values: object) -> bool:
    """Write how far a run is, with a sign of life; False when it has been given to another worker meanwhile."""
    mine = Calcul.objects.filter(pk=calcul.pk, etat=Etat.COURS, tentatives=calcul.tentatives)
    return bool(mine.update(vu_le=timezone.now(), **values))


def echouer(calcul: Calcul, problems: Iterable[Problem]) -> None:
    """End a run that did not come through, with what is to be said of it. Former editions stay."""
    avancer(calcul, etat=Etat.ECHEC, fini_le=timezone.now(), problemes=ecrits(problems))


def reprendre() -> Reprise:
    """Put in the queue again the runs whose worker died, at most `TENTATIVES` times each; then say that they failed."""
    now = timezone.now()
    dead = Q(etat=Etat.COURS, vu_le__lt=now - SILENCE)
    lost = Q(etat=Etat.ATTENTE) & (Q(vu_le__lt=now - OUBLI) | Q(vu_le=None, demande_le__lt=now - OUBLI))
    found = list(Calcul.objects.filter(dead | lost))
    over = [one for one in found if one.etat == Etat.COURS and one.tentatives >= TENTATIVES]
    for one in over:
        echouer(one, [_abandoned(one)])
    again = [one for one in found if one not in over and _put_back(one)]
    return Reprise(len(again), len(over))


def _open(espace: Espace, par: Utilisateur | None) -> tuple[Calcul, bool]:
    """The open run of a space and whether it was made now: the database holds that there are never two."""
    for _ in range(2):
        known = espace.calculs.filter(etat__in=OUVERTS).first()
        if known is not None:
            espace.calculs.filter(pk=known.pk, etat=Etat.ATTENTE).update(revision=espace.revision)
            known.refresh_from_db()
            return known, False
        try:
            with transaction.atomic():
                return Calcul.objects.create(espace=espace, revision=espace.revision, demande_par=par), True
        except IntegrityError:
            continue
    return espace.calculs.get(etat__in=OUVERTS), False


def _put_back(calcul: Calcul) -> bool:
    same = Calcul.objects.filter(pk=calcul.pk, etat=calcul.etat, tentatives=calcul.tentatives, vu_le=calcul.vu_le)
    if not same.update(etat=Etat.ATTENTE, vu_le=timezone.now()):
        return False
    _enqueue(calcul.pk)
    return True


def _enqueue(pk: int) -> None:
    from coeurdeville.espaces.taches import calculer

    calculer.enqueue(pk)


def _abandoned(calcul: Calcul) -> Problem:
    return RUN_ABANDONED(count_words=plural(calcul.tentatives, "fois", "fois"), step=calcul.etape or "préparation")
