"""Doing a run: its revision is opened, its diagnostic established and kept as an edition; what fails is said."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.espaces.avancement import Avancement, Dessaisi
from coeurdeville.espaces.battement import battement
from coeurdeville.espaces.calculs import avancer, echouer, prendre
from coeurdeville.espaces.empreinte import empreinte
from coeurdeville.espaces.lieux import depot, editions, magasin
from coeurdeville.espaces.models import Calcul, Edition, Etat
from coeurdeville.espaces.patience import patient
from coeurdeville.espaces.preuves import preuves_de
from coeurdeville.espaces.problemes import ecrits

logger = logging.getLogger(__name__)

DISK_FULL = Kind(
    "calcul-sans-place",
    "Le disque du site est plein : le diagnostic n’a pas pu être gardé.",
    "Prévenir la personne qui tient le site. Les éditions déjà établies et le dossier de la ville sont intacts ; ce "
    "qui est calculé ne le sera pas deux fois.",
)
FILE_LOST = Kind(
    "calcul-fichier-absent",
    "Un fichier dont le calcul a besoin manque sur le site.",
    "Relancer le calcul, qui le refera s’il le peut ; sinon, prévenir la personne qui tient le site.",
)
RUN_FAILED = Kind(
    "calcul-en-panne",
    "Le calcul s’est arrêté sur une erreur du logiciel, à l’étape « {step} ».",
    "L’erreur est notée pour les développeurs. Les éditions déjà établies et le dossier de la ville sont intacts.",
)
FULL = {errno.ENOSPC, errno.EDQUOT}


def mener(pk: int) -> None:
    """Do a run to its end, whatever the end is: nothing is raised but what stops the process.

    Doing it again when it is done, or under way elsewhere, does nothing; the store makes what was computed free.
    """
    calcul = patient(lambda: prendre(pk))
    if calcul is None:
        return
    try:
        with battement(calcul):
            _make(calcul)
    except Dessaisi:
        logger.warning("run %s was given to another worker", pk)
    except Refused as refused:
        _fail(calcul, refused.problems)
    except Exception as error:
        logger.exception("run %s failed", pk)
        _fail(calcul, [_said(error, calcul)])


def _make(calcul: Calcul) -> None:
    from coeurdeville.reports.editions import establish

    commune, today = calcul.espace.commune, date.today()
    dossier = depot(commune).ouvrir(calcul.revision)
    made = establish(dossier, magasin(), today, Avancement(calcul))
    proven = preuves_de(dossier, commune, today)
    mark = _mark(calcul, dossier)
    identifiant = editions().put(commune, made.files, today)
    done = {"etat": Etat.FAIT, "fini_le": timezone.now(), "avancement": 100, "etape": "",
            "problemes": ecrits(_worth_saying(made.problems)), "empreinte": mark, **proven}  # fmt: skip
    patient(lambda: _keep(calcul, identifiant, today, done))


def _keep(calcul: Calcul, identifiant: str, today: date, done: dict[str, object]) -> None:
    """The edition and the end of the run, together or not at all."""
    with transaction.atomic():
        if not avancer(calcul, **done):
            raise Dessaisi
        Edition.objects.create(espace=calcul.espace, identifiant=identifiant, calcul=calcul, etablie_le=today)


def _mark(calcul: Calcul, dossier: Path) -> str:
    from coeurdeville.inventory.ville import open_ville

    revision = depot(calcul.espace.commune).revision(calcul.revision)
    return empreinte(revision, open_ville(dossier))


def _fail(calcul: Calcul, problems: Iterable[Problem]) -> None:
    patient(lambda: echouer(calcul, problems))


def _said(error: Exception, calcul: Calcul) -> Problem:
    """What members read of a failure that nothing foresaw."""
    if isinstance(error, OSError) and error.errno in FULL:
        return DISK_FULL()
    if isinstance(error, FileNotFoundError):
        return FILE_LOST()
    calcul.refresh_from_db(fields=["etape"])
    return RUN_FAILED(step=calcul.etape or "préparation")


def _worth_saying(problems: Iterable[Problem]) -> list[Problem]:
    return [one for one in problems if one.level is not Level.NOTE]
