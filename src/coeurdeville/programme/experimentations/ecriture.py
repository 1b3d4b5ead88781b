"""Writing the records of a project: each writing keeps the values before and after, and no one's words are lost."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.experimentations.regles import controler
from coeurdeville.programme.models import (
    Condition,
    Cooperation,
    DonneeUtile,
    Effort,
    Etape,
    Evaluation,
    Experimentation,
    Livrable,
    Mission,
    NoteJournal,
    Objectif,
    Obstacle,
    Participant,
    Preuve,
    Resultat,
    Retouche,
)

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

R = TypeVar("R", bound=models.Model)
PLAN: Final = ("debut_prevu", "fin_prevue", "debut_reel", "fin_reelle")
CHAMPS: Final[Mapping[type[models.Model], tuple[str, ...]]] = {
    Experimentation: ("titre", "theme", "service", "probleme", "debut_prevu", "fin_prevue"),
    Participant: ("part", "fonction", "organisme", "utilisateur_id", "charge", "du", "au"),
    Etape: ("ordre", "titre", *PLAN, "note"),
    NoteJournal: ("jour", "texte"),
    Obstacle: ("famille", "texte", "couche", "rencontre_le", "leve_le", "leve_comment"),
    Effort: ("jour", "part", "objet", "jours", "euros"),
    Cooperation: ("couche", "titre", "avec", "acteur", "forme", "cout"),
    Livrable: ("titre", "attendu_le", "rendu_le", "adresse", "fichier"),
    Preuve: ("sorte", "reference", "montre"),
    Mission: ("cabinet", "accompagnateur_id", "objet", "jours_prevus", "jours_faits", "debut", "fin", "rapport",
              "fichier"),
    Evaluation: ("forme", "service", "usagers", "echecs", "actions_non_numeriques", "methode"),
    Objectif: ("titre", "unite", "depart", "cible", "resultat", "source", "edition", "indicateur"),
    Resultat: ("texte", "preuve", "piece_id"),
    DonneeUtile: ("couche", "entree", "indispensable", "perenne"),
    Condition: ("nature", "texte", "couche", "minimum", "maximum", "perimetre"),
}  # fmt: skip
"""Record -> the fields that people fill, whose values the history keeps."""
CHANGED_SINCE = Kind(
    "fiche-changee-depuis",
    "Quelqu’un d’autre a changé cette fiche pendant que vous écriviez : {fields}.",
    "Vos mots sont toujours dans le formulaire. Relire les siens, puis enregistrer de nouveau pour garder les vôtres.",
)
GONE = Kind("fiche-retiree", "Cette fiche a été retirée pendant que vous écriviez.", "L’ajouter de nouveau.")


def ajouter(fiche: R, acteur: Utilisateur | None) -> R:
    """Keep a new record.

    Raises
    ------
    Refused
        What the rules find wrong with it.
    """
    _refuse(fiche)
    with transaction.atomic():
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
    _refuse(fiche)
    with transaction.atomic():
        former = type(fiche)._default_manager.select_for_update().filter(pk=fiche.pk).first()
        if former is None:
            raise Refused([GONE()])
        if lue and lue != marque(former):
            raise Refused([CHANGED_SINCE(fields=_told(former))])
        before, after = valeurs(former), valeurs(fiche)
        if before != after:
            fiche.save(update_fields=[name.removesuffix("_id") for name in CHAMPS[type(fiche)]])
            _noter(fiche, Retouche.Geste.CHANGEMENT, acteur, before, after)
    return fiche


def retirer(fiche: models.Model, acteur: Utilisateur | None) -> None:
    """Take a record away; the history keeps what it said."""
    with transaction.atomic():
        _noter(fiche, Retouche.Geste.RETRAIT, acteur, valeurs(fiche), {})
        fiche.delete()


def valeurs(fiche: models.Model) -> dict[str, Any]:
    """What people filled of a record, as the history keeps it. Numbers are written alike: `2` and `2.00` are one."""
    found = {name: _plain(fiche, name) for name in CHAMPS[type(fiche)]}
    return dict(json.loads(json.dumps(found, cls=DjangoJSONEncoder)))


def marque(fiche: models.Model) -> str:
    """A short mark of these values, to know whether they have changed."""
    return hashlib.sha256(json.dumps(valeurs(fiche), sort_keys=True).encode()).hexdigest()[:16]


def projet_de(fiche: models.Model) -> Experimentation:
    """The project that a record belongs to."""
    if isinstance(fiche, Experimentation):
        return fiche
    evaluation = getattr(fiche, "evaluation", None)
    return evaluation.experimentation if evaluation is not None else fiche.experimentation  # type: ignore[attr-defined]


def _refuse(fiche: models.Model) -> None:
    problems = list(controler(fiche))
    if problems:
        raise Refused(problems)


def _noter(fiche: models.Model, geste: str, acteur: Utilisateur | None, avant: object, apres: object) -> None:
    Retouche.objects.create(
        experimentation=projet_de(fiche), sorte=str(fiche._meta.model_name), numero=fiche.pk, geste=geste,
        avant=avant, apres=apres, par=acteur,
    )  # fmt: skip


def _plain(fiche: models.Model, name: str) -> Any:
    value = getattr(fiche, name)
    field = fiche._meta.get_field(name.removesuffix("_id"))
    if value is None or not isinstance(field, models.DecimalField):
        return value
    return f"{float(value):.{field.decimal_places}f}"


def _told(fiche: models.Model) -> str:
    """What a record says now, in one line."""
    return " ; ".join(f"« {value} »" for value in valeurs(fiche).values() if value not in ("", None))
