"""The table of a call: a line for each town that deposited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db.models import Prefetch

from coeurdeville.programme.appels.formulaire import Sorte, formulaire
from coeurdeville.programme.candidatures.mots import dite
from coeurdeville.programme.horloge import PARIS
from coeurdeville.programme.instructions.tableau import lignes as figures_of
from coeurdeville.programme.models import Candidature, Recepisse, Relecture

if TYPE_CHECKING:
    from coeurdeville.programme.instructions.classement import Ligne
    from coeurdeville.programme.models import Appel

Cell = str | float | None
KNOWN = ("Code Insee", "Ville", "État", "Récépissé", "Reçu le", "Versions déposées", "Pièces jointes")
FIGURES = ("Relectures", "Médiane", "Moyenne", "Étendue", "Rang")
SCORES = ("Code Insee", "Ville", "Relecteur", "Critère", "Note")


@dataclass(frozen=True)
class Tableau:
    """Headings and rows."""

    titres: Sequence[str]
    lignes: Sequence[Sequence[Cell]]


def deposees_de(appel: Appel) -> Sequence[Candidature]:
    """The candidatures of a call that were deposited, withdrawn since or not, by name. Two queries."""
    receipts = Prefetch("recepisses", Recepisse.objects.select_related("par"))
    found = Candidature.objects.filter(appel=appel, recepisses__isnull=False).distinct()
    return list(found.prefetch_related(receipts).order_by("nom", "pk"))


def tableau(appel: Appel) -> Tableau:
    """Every answer of the last deposits, in words, with the figures of the reviews. Five queries."""
    found = deposees_de(appel)
    asked = [one for one in formulaire(appel) if one.sorte is not Sorte.PIECES]
    told = figures_of(appel, found)
    rows = []
    for one in found:
        answers = list(one.recepisses.all())[-1].contenu["reponses"]
        rows.append([*_known(one), *(dite(champ, answers.get(champ.cle)) for champ in asked), *_figures(told[one.pk])])
    return Tableau([*KNOWN, *(champ.titre for champ in asked), *FIGURES], rows)


def notes(appel: Appel, *, noms: bool) -> Tableau:
    """Every score of the reviews that were given, by reviewer: numbered for each town, or named.

    Comments are no part of it: they stay with the instruction.
    """
    given = Relecture.objects.filter(candidature__appel=appel, etat="rendue").order_by("candidature__nom", "pk")
    rows, rank = list[Sequence[Cell]](), dict[int, int]()
    for one in given.select_related("candidature", "relecteur").prefetch_related("notes__critere"):
        rank[one.candidature_id] = rank.get(one.candidature_id, 0) + 1
        who = one.qui if noms else f"Relecteur {rank[one.candidature_id]}"
        town = one.candidature
        rows += [[town.commune, town.nom, who, note.critere.titre, note.valeur] for note in one.notes.all()]
    return Tableau(SCORES, rows)


def _known(candidature: Candidature) -> list[Cell]:
    receipts = list(candidature.recepisses.all())
    last = receipts[-1]
    received = last.recu_le.astimezone(PARIS).isoformat(timespec="seconds")
    return [candidature.commune, candidature.nom, candidature.en_etat.nom, last.numero, received, len(receipts),
            len(last.contenu["pieces"])]  # fmt: skip


def _figures(line: Ligne) -> list[Cell]:
    return [line.nombre, *map(_number, (line.mediane, line.moyenne, line.etendue)), line.rang]


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 3)
