"""What pages read of projects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.db.models import QuerySet
from django.utils.timezone import localdate

from coeurdeville.programme.droits import SUIVIES, accompagne, binome, coordination, suit
from coeurdeville.programme.experimentations.cloture import close
from coeurdeville.programme.experimentations.derive import Derive, derive
from coeurdeville.programme.experimentations.effort import Bilan, bilan
from coeurdeville.programme.experimentations.equipe import Vacance, tient, vacances
from coeurdeville.programme.experimentations.mots import MODELES, libelle, valeur
from coeurdeville.programme.experimentations.rappels import Echeance, echeances
from coeurdeville.programme.experimentations.suspensions import Suspension, suspensions
from coeurdeville.programme.models import Etape, Experimentation, NoteJournal, Participant, Retouche

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

PARTIES = ("etapes", "participants", "livrables", "journal", "obstacles", "efforts", "missions")
"""What the home of a project counts."""
JOURNAL: Final = "journal"
"""The part in which those who accompany the project write too."""


@dataclass(frozen=True)
class Situation:
    """Where a project stands on a day."""

    projet: Experimentation
    derive: Derive
    echeances: Sequence[Echeance]
    vacances: Sequence[Vacance]
    equipe: Sequence[Participant]
    """Those who hold a part today."""
    suivante: Etape | None
    """The first step that is not over."""
    bilan: Bilan


def experimentation(numero: int, *_: Any, **__: Any) -> Experimentation | None:
    """A project with its call, one query; None when there is none."""
    return Experimentation.objects.filter(pk=numero).select_related("candidature__appel__saison").first()


def suivies(user: Utilisateur) -> Sequence[Situation]:
    """The projects that somebody follows, with where they stand. A fixed number of queries."""
    today = localdate()
    found = list(_within(user).select_related("candidature__appel").prefetch_related(*PARTIES))
    partly, stops = bool(user.textes_perimetres) and not coordination(user), suspensions(found)
    return [_situation(one, stops[one.pk], today) for one in found if not partly or suit(user, one)]


def situation(projet: Experimentation, today: date | None = None) -> Situation:
    """Where a project stands."""
    return _situation(projet, suspensions([projet])[projet.pk], today or localdate())


def ecrit(user: Utilisateur, projet: Experimentation) -> bool:
    """Whether somebody may write in the project: the pair of its town."""
    return user.is_authenticated and binome(user, projet)


def ecrit_encore(user: Utilisateur, projet: Experimentation) -> bool:
    """Whether they may, and the project is not closed."""
    return ecrit(user, projet) and not close(projet)


def ajoute(user: Utilisateur, projet: Experimentation, partie: str) -> bool:
    """Whether somebody may add to a part: the pair; in the journal, the consultant of a mission that runs too."""
    return ecrit(user, projet) or (partie == JOURNAL and user.is_authenticated and accompagne(user, projet))


def ajoute_encore(user: Utilisateur, projet: Experimentation, partie: str) -> bool:
    """Whether they may, and the project is not closed."""
    return ajoute(user, projet, partie) and not close(projet)


def corrige(user: Utilisateur, projet: Experimentation, fiche: object) -> bool:
    """Whether somebody may change a record: the pair; a page of the journal, the consultant who wrote it too."""
    if ecrit(user, projet):
        return True
    mine = isinstance(fiche, NoteJournal) and fiche.auteur_id is not None and fiche.auteur_id == user.pk
    return mine and accompagne(user, projet)


def lit(user: Utilisateur, projet: Experimentation) -> bool:
    """Whether somebody may read it."""
    return suit(user, projet)


def retouches(projet: Experimentation) -> Sequence[tuple[Retouche, Sequence[tuple[str, str, str]]]]:
    """What was written in a project, the newest first, each with the values that changed, in words. One query."""
    found = projet.retouches.select_related("par")[:500]
    return [(one, _changes(one)) for one in found]


def _within(user: Utilisateur) -> QuerySet[Experimentation]:
    """Those of the towns of somebody and of their missions; all of them for the coordination and animateurs."""
    every = Experimentation.objects.all()
    if coordination(user) or user.textes_perimetres:
        return every
    return (every.filter(commune__in=user.roles) | every.filter(pk__in=_accompanied(user))).distinct()


def _accompanied(user: Utilisateur) -> QuerySet[Any, int]:
    return user.missions.filter(etat__in=SUIVIES).values_list("experimentation", flat=True)


def _situation(projet: Experimentation, arrets: Sequence[Suspension], today: date) -> Situation:
    steps, people = list(projet.etapes.all()), list(projet.participants.all())
    return Situation(
        projet,
        derive(projet, steps, arrets, today),
        echeances(projet, today),
        vacances(people, projet, today),
        [one for one in people if tient(one, today)],
        next((one for one in steps if one.fin_reelle is None), None),
        bilan(projet),
    )


def _changes(one: Retouche) -> list[tuple[str, str, str]]:
    model = MODELES[one.sorte]
    told = {**one.avant, **one.apres}
    keys = [field.attname for field in model._meta.concrete_fields if field.attname in told or field.name in told]
    changed = [key for key in keys if one.avant.get(key) != one.apres.get(key)]
    words = ((libelle(model, key), *(valeur(model, key, side.get(key)) for side in (one.avant, one.apres)))
             for key in changed)  # fmt: skip
    return [(name, before, after) for name, before, after in words if before or after]
