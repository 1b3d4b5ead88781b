"""Writing the records of a project: each writing keeps the values before and after, and no one's words are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import models, transaction

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.experimentations import cloture
from coeurdeville.programme.experimentations.cloture import projet_de
from coeurdeville.programme.experimentations.regles import controler
from coeurdeville.programme.experimentations.valeurs import CHAMPS, en_une_ligne, marque, valeurs
from coeurdeville.programme.models import NoteJournal, Retouche

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

R = TypeVar("R", bound=models.Model)
CHANGED_SINCE = Kind(
    "fiche-changee-depuis",
    "Quelqu’un d’autre a changé cette fiche pendant que vous écriviez : {fields}.",
    "Vos mots sont toujours dans le formulaire. Relire les siens, puis enregistrer de nouveau pour garder les vôtres.",
)
CHANGED_BEFORE = Kind(
    "fiche-changee-avant-retrait",
    "Quelqu’un d’autre a changé cette fiche depuis que vous l’avez ouverte : {fields}.",
    "Relire ce qu’elle dit ; la retirer ensuite, si c’est toujours ce qu’il faut faire.",
)
GONE = Kind("fiche-retiree", "Cette fiche a été retirée pendant que vous écriviez.", "L’ajouter de nouveau.")


def ajouter(fiche: R, acteur: Utilisateur | None) -> R:
    """Keep a new record.

    Raises
    ------
    Refused
        What the rules find wrong with it.
    """
    with transaction.atomic():
        _refuse(fiche)
        if isinstance(fiche, NoteJournal):
            fiche.auteur = acteur
        fiche.save()
        _noter(fiche, Retouche.Geste.AJOUT, acteur, {}, valeurs(fiche))
    return fiche


def changer(fiche: R, acteur: Utilisateur | None, lue: str = "") -> R:
    """Keep what a record has become. Nothing is written when nothing changed.

    Parameters
    ----------
    lue
        Mark of the record as its writer read it; another one now: somebody changed it meanwhile. Empty: not asked.

    Raises
    ------
    Refused
        What the rules find wrong; `fiche-changee-depuis`, `fiche-retiree`.
    """
    with transaction.atomic():
        _refuse(fiche)
        former = _held(fiche, lue, CHANGED_SINCE)
        before, after = valeurs(former), valeurs(fiche)
        if before != after:
            fiche.save(update_fields=[name.removesuffix("_id") for name in CHAMPS[type(fiche)]])
            _noter(fiche, Retouche.Geste.CHANGEMENT, acteur, before, after)
    return fiche


def retirer(fiche: models.Model, acteur: Utilisateur | None, lue: str = "") -> None:
    """Take a record away; the history keeps what it said.

    Parameters
    ----------
    lue
        As for `changer`.

    Raises
    ------
    Refused
        `experimentation-close`, `evaluation-close`; `fiche-changee-avant-retrait`, `fiche-retiree`.
    """
    with transaction.atomic():
        _refuse_closed(fiche)
        former = _held(fiche, lue, CHANGED_BEFORE)
        _noter(former, Retouche.Geste.RETRAIT, acteur, valeurs(former), {})
        former.delete()


def _refuse(fiche: models.Model) -> None:
    _refuse_closed(fiche)
    problems = list(controler(fiche))
    if problems:
        raise Refused(problems)


def _refuse_closed(fiche: models.Model) -> None:
    problems = list(cloture.verifier(fiche))
    if problems:
        raise Refused(problems)


def _held(fiche: R, lue: str, changed: Kind) -> R:
    """The record as it is kept, nobody else writing it until the end of the transaction."""
    former = type(fiche)._default_manager.select_for_update().filter(pk=fiche.pk).first()
    if former is None:
        raise Refused([GONE()])
    if lue and lue != marque(former):
        raise Refused([changed(fields=en_une_ligne(former))])
    return former


def _noter(fiche: models.Model, geste: str, acteur: Utilisateur | None, avant: object, apres: object) -> None:
    Retouche.objects.create(
        experimentation=projet_de(fiche), sorte=str(fiche._meta.model_name), numero=fiche.pk, geste=geste,
        avant=avant, apres=apres, par=acteur,
    )  # fmt: skip
