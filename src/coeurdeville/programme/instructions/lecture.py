"""What reviewers and experts find when they come: what is theirs, and of it only what they may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coeurdeville.programme.droits import relecteur
from coeurdeville.programme.instructions.classement import Bulletin, score
from coeurdeville.programme.instructions.dossier import Dossier, Reponse, dossier, titre_de
from coeurdeville.programme.instructions.liens import ecartees, est_ecarte
from coeurdeville.programme.models import Avis, Critere, Mandat, Note, Relecture

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel

GONE: Final = ("recusee", "retiree")
"""States in which a review is nobody's any more."""
HIDDEN: Final = ("retiree", "brouillon")
"""States of a candidature that is not read."""


@dataclass(frozen=True)
class LigneRelecture:
    """A review in the list of its reviewer."""

    relecture: Relecture
    titre: str
    """Of the candidature: its number when the call is anonymous."""
    notes: int
    """Criteria scored so far."""
    criteres: int


@dataclass(frozen=True)
class MesRelectures:
    """What is entrusted to somebody."""

    lignes: Sequence[LigneRelecture]
    avis: Sequence[tuple[Avis, str]]

    @property
    def a_faire(self) -> Sequence[LigneRelecture]:
        """Those that wait, the most urgent first."""
        waiting = [one for one in self.lignes if one.relecture.etat == "assignee"]
        return sorted(
            waiting, key=lambda one: (one.relecture.avant_le is None, one.relecture.avant_le, one.relecture.pk)
        )

    @property
    def faites(self) -> Sequence[LigneRelecture]:
        """Those that were given, or abstained from."""
        return [one for one in self.lignes if one.relecture.etat != "assignee"]


@dataclass(frozen=True)
class Question:
    """A criterion, and what the reviewer has written of it."""

    critere: Critere
    valeur: int | None
    motif: str
    reponses: Sequence[Reponse]
    """What the candidature says that informs it."""


@dataclass(frozen=True)
class Autre:
    """What another reviewer gave."""

    qui: str
    score: Fraction | None
    notes: Sequence[tuple[Critere, Note]]
    avis: str


@dataclass(frozen=True)
class Page:
    """One review, as its reviewer sees it."""

    relecture: Relecture
    dossier: Dossier
    questions: Sequence[Question]
    autres: Sequence[Autre] | None
    """None while one's own is not given: they stay hidden."""
    avis: Sequence[Avis]
    """Opinions that experts gave."""


def mes_relectures(user: Utilisateur) -> MesRelectures:
    """Everything that is entrusted to somebody, without what they have a link with. A fixed number of queries."""
    held = Mandat.objects.filter(utilisateur=user, role=Mandat.Role.RELECTEUR).values("appel")
    readings = Relecture.objects.filter(relecteur=user, candidature__appel__in=held).exclude(etat__in=GONE)
    readings = readings.exclude(candidature__etat__in=HIDDEN).select_related("candidature__appel")
    given = list(readings.prefetch_related("notes", "candidature__appel__criteres"))
    asked = list(Avis.objects.filter(expert=user).exclude(etat="decline").select_related("candidature__appel"))
    gone = ecartees(user, [one.candidature for one in (*given, *asked)])
    lines = [_line(one) for one in given if one.candidature_id not in gone]
    return MesRelectures(
        sorted(lines, key=lambda one: one.relecture.pk),
        [(one, _title(one)) for one in asked if one.candidature_id not in gone],
    )


def lit(user: Utilisateur, relecture: Relecture) -> bool:
    """Whether somebody may open a review: it is theirs, still is, they still review, and have no link."""
    return (
        relecture.relecteur_id == user.pk
        and relecture.etat not in GONE
        and relecture.candidature.etat not in HIDDEN
        and relecteur(user, relecture.appel)
        and not est_ecarte(user, relecture.candidature)
    )


def conseille(user: Utilisateur, avis: Avis) -> bool:
    """Whether somebody may open a request for an opinion: it is asked of them, and they did not decline."""
    return avis.expert_id == user.pk and avis.etat != "decline" and not est_ecarte(user, avis.candidature)


def relecture_de(numero: int) -> Relecture | None:
    """A review with its candidature and its call."""
    return Relecture.objects.filter(pk=numero).select_related("candidature__appel", "relecteur").first()


def avis_de(numero: int) -> Avis | None:
    """A request for an opinion with its candidature and its call."""
    return Avis.objects.filter(pk=numero).select_related("candidature__appel", "expert").first()


def page(relecture: Relecture) -> Page:
    """All that a reviewer sees of a candidature."""
    anonymous = relecture.appel.anonyme
    criteria = list(relecture.appel.criteres.all())
    given = {one.critere_id: one for one in relecture.notes.all()}
    told = dossier(relecture.candidature, anonyme=anonymous)
    return Page(
        relecture,
        told,
        [_question(one, given.get(one.pk), told) for one in criteria],
        autres(relecture, criteria) if relecture.etat == "rendue" else None,
        list(relecture.candidature.avis.filter(etat="rendu").select_related("expert")),
    )


def autres(relecture: Relecture, criteria: Sequence[Critere]) -> list[Autre]:
    """What the other reviewers of the same candidature gave."""
    others = Relecture.objects.filter(candidature=relecture.candidature, etat="rendue").exclude(pk=relecture.pk)
    return rendues(others, criteria)


def rendues(readings: object, criteria: Sequence[Critere]) -> list[Autre]:
    """Reviews that were given, each with its scores in the order of the criteria. Two queries."""
    weights = {one.cle: Fraction(one.poids) for one in criteria}
    found = []
    for one in readings.select_related("relecteur").prefetch_related("notes"):  # type: ignore[attr-defined]
        notes = {note.critere_id: note for note in one.notes.all() if note.valeur is not None}
        ballot = Bulletin({it.cle: notes[it.pk].valeur for it in criteria if it.pk in notes})
        scored = [(it, notes[it.pk]) for it in criteria if it.pk in notes]
        found.append(Autre(one.qui, score(ballot, weights), scored, one.avis))
    return found


def appels_de(user: Utilisateur) -> Sequence[Appel]:
    """Calls for which somebody sits in the jury or signs. One query."""
    from coeurdeville.programme.models import Appel

    held = Mandat.objects.filter(utilisateur=user, role__in=(Mandat.Role.JURY, Mandat.Role.SIGNATAIRE))
    return list(Appel.objects.filter(pk__in=held.values("appel")))


def _line(relecture: Relecture) -> LigneRelecture:
    scored = sum(one.valeur is not None for one in relecture.notes.all())
    return LigneRelecture(relecture, _title(relecture), scored, len(relecture.appel.criteres.all()))


def _title(one: Relecture | Avis) -> str:
    return titre_de(one.candidature, anonyme=one.appel.anonyme)


def _question(critere: Critere, note: Note | None, told: Dossier) -> Question:
    informing = [one for _, those in told.etapes for one in those if one.critere == critere.cle and one.lignes]
    return Question(critere, note.valeur if note else None, note.motif if note else "", informing)
