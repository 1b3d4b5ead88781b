"""The table of the jury: every candidature with its figures, sorted and filtered, for who may read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from django.db.models import QuerySet

from coeurdeville.core.french import plain
from coeurdeville.programme.candidatures.valeurs import deposees
from coeurdeville.programme.instructions.classement import Bulletin, Dossier, Ligne, classer
from coeurdeville.programme.instructions.liens import ecartees
from coeurdeville.programme.models import Candidature, Decision, Relecture
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.declaration import Theme

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel

JUDGED: Final = ("deposee", "a_completer", "retenue", "liste_attente", "non_retenue", "sans_suite", "desistee")


@dataclass(frozen=True)
class Rangee:
    """A candidature in the table."""

    candidature: Candidature
    titre: str
    ligne: Ligne
    theme: str
    theme_nom: str
    service_nom: str
    a_relire: bool
    """Whether who reads has still to give a review of it: scores and decision stay hidden until then."""
    decision: Decision | None


@dataclass(frozen=True)
class Tri:
    """An order: a column, and whether the greatest comes first."""

    colonne: str = "rang"
    descendant: bool = False


@dataclass(frozen=True)
class Filtre:
    """What is kept; nothing said keeps everything."""

    theme: str = ""
    decision: str = ""
    """An outcome, `aucune`, or empty."""
    texte: str = ""


NONE: Final = "aucune"
KEYS: Final[Mapping[str, Callable[[Rangee], Any]]] = {
    "rang": lambda one: one.ligne.rang,
    "ville": lambda one: plain(one.titre),
    "theme": lambda one: plain(one.theme_nom) or None,
    "service": lambda one: plain(one.service_nom) or None,
    "mediane": lambda one: one.ligne.mediane,
    "moyenne": lambda one: one.ligne.moyenne,
    "etendue": lambda one: one.ligne.etendue,
    "relectures": lambda one: one.ligne.nombre,
    "abstentions": lambda one: one.ligne.abstentions,
    "decision": lambda one: list(Decision.Issue.values).index(one.decision.issue) if one.decision else None,
}
"""Column -> what it is sorted by; None comes last whatever the order."""
HIDDEN: Final = frozenset({"rang", "mediane", "moyenne", "etendue", "relectures", "abstentions"})
"""Columns that a candidature still to be reviewed must not be placed by."""


def rangees(appel: Appel, user: Utilisateur) -> list[Rangee]:
    """Every candidature that is judged, by rank, without those with which the user has a link.

    A fixed number of queries, whatever the number of candidatures.
    """
    judged = list(jugees(appel))
    lines = lignes(appel, judged)
    gone, waiting = ecartees(user, judged), _waiting(appel, user)
    found = [_row(one, lines[one.pk], one.pk in waiting) for one in judged if one.pk not in gone]
    return trier(found, Tri())


def jugees(appel: Appel) -> QuerySet[Candidature]:
    """The candidatures that the jury has to decide of, with their receipts and pending decisions."""
    return (
        Candidature.objects.filter(appel=appel, etat__in=JUDGED)
        .select_related("appel", "decision__par")
        .prefetch_related("recepisses")
    )


def lignes(appel: Appel, candidatures: Sequence[Candidature]) -> Mapping[int, Ligne]:
    """Number of a candidature -> its figures. Three queries."""
    weights = {one.cle: Fraction(one.poids) for one in appel.criteres.all()}
    readings: dict[int, list[Relecture]] = {one.pk: [] for one in candidatures}
    live = Relecture.objects.filter(candidature__in=list(readings), etat__in=("assignee", "rendue", "abstenue"))
    for one in live.prefetch_related("notes__critere"):
        readings[one.candidature_id].append(one)
    found = classer([_file(key, those) for key, those in readings.items()], weights, appel.relectures_voulues)
    return {one.numero: one for one in found}


def trier(rows: Sequence[Rangee], tri: Tri) -> list[Rangee]:
    """In the order of a column; what has no value in it comes last, equals stay by name."""
    key = KEYS.get(tri.colonne, KEYS["rang"])
    by_name = sorted(rows, key=lambda one: (plain(one.titre), one.candidature.pk))
    secret = tri.colonne not in KEYS or tri.colonne in HIDDEN
    told = [one for one in by_name if key(one) is not None and not (secret and one.a_relire)]
    rest = [one for one in by_name if one not in told]
    return [*sorted(told, key=key, reverse=tri.descendant), *rest]


def filtrer(rows: Sequence[Rangee], filtre: Filtre) -> list[Rangee]:
    """Those of a theme, of a pending decision, whose name or service holds a text."""
    return [one for one in rows if _kept(one, filtre)]


def _kept(row: Rangee, filtre: Filtre) -> bool:
    decided = row.decision.issue if row.decision else NONE
    words = plain(f"{row.titre} {row.service_nom}")
    return filtre.theme in ("", row.theme) and filtre.decision in ("", decided) and plain(filtre.texte.strip()) in words


def _row(candidature: Candidature, line: Ligne, waiting: bool) -> Rangee:
    said = deposees(candidature)
    service = all_services().get(said.service)
    anonymous = waiting and candidature.appel.anonyme
    return Rangee(
        candidature,
        f"Dossier nº {candidature.pk}" if anonymous else candidature.nom,
        line,
        said.theme,
        Theme(said.theme).label if said.theme in set(Theme) else "",
        service.title if service else "",
        waiting,
        None if waiting else getattr(candidature, "decision", None),
    )


def _file(numero: int, readings: Sequence[Relecture]) -> Dossier:
    given = [one for one in readings if one.etat == "rendue"]
    return Dossier(
        numero,
        [
            Bulletin({note.critere.cle: note.valeur for note in one.notes.all() if note.valeur is not None})
            for one in given
        ],
        abstentions=sum(one.etat == "abstenue" for one in readings),
        attendues=sum(one.etat == "assignee" for one in readings),
    )


def _waiting(appel: Appel, user: Utilisateur) -> frozenset[int]:
    found = Relecture.objects.filter(candidature__appel=appel, relecteur=user.pk, etat="assignee")
    return frozenset(found.values_list("candidature", flat=True))
