"""Who may open the pages of the jury, and those of its preparation, and of which candidatures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coeurdeville.programme.candidatures.pieces import fichier
from coeurdeville.programme.droits import coordination, jury, signataire
from coeurdeville.programme.instructions.affectation import READ
from coeurdeville.programme.instructions.dossier import nom_piece, pieces_lues
from coeurdeville.programme.instructions.lecture import avis_de, relecture_de
from coeurdeville.programme.instructions.liens import est_ecarte
from coeurdeville.programme.instructions.tableau import JUDGED
from coeurdeville.programme.models import Avis, Besoin, Candidature, ProcesVerbal, Relecture

if TYPE_CHECKING:
    from pathlib import Path

    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel, PieceJointe


@dataclass(frozen=True)
class Piece:
    """A file of a candidature, and what it is opened for."""

    objet: Relecture | Avis | Candidature
    chemin: Path
    nom: str


def voit(user: Utilisateur, appel: Appel) -> bool:
    """Whether somebody may read what the jury reads: it sits, it signs, it coordinates."""
    return jury(user, appel) or signataire(user, appel) or coordination(user)


def decide(user: Utilisateur, appel: Appel) -> bool:
    """Whether somebody may decide."""
    return jury(user, appel) or coordination(user)


def lit_candidature(user: Utilisateur, candidature: Candidature) -> bool:
    """Whether somebody may read a candidature as the jury does."""
    return voit(user, candidature.appel) and not est_ecarte(user, candidature)


def candidature_jugee(slug: str, numero: int) -> Candidature | None:
    """A candidature that the jury of a call reads."""
    found = Candidature.objects.filter(appel__slug=slug, pk=numero, etat__in=JUDGED)
    return found.select_related("appel", "decision__par").first()


def a_relire(user: Utilisateur, candidature: Candidature) -> Relecture | None:
    """The review that somebody still has to give of a candidature: it comes before what others think of it."""
    return Relecture.objects.filter(candidature=candidature, relecteur=user, etat="assignee").first()


def proces_verbal_de(slug: str, rang: int) -> ProcesVerbal | None:
    """Minutes by their number."""
    return ProcesVerbal.objects.filter(appel__slug=slug, rang=rang).select_related("appel").first()


def voit_proces_verbal(user: Utilisateur, minutes: ProcesVerbal) -> bool:
    """Whether somebody may read minutes."""
    return voit(user, minutes.appel)


def annonce_proces_verbal(user: Utilisateur, _minutes: ProcesVerbal) -> bool:
    """Whether somebody may announce what complementary minutes decide."""
    return coordination(user)


def candidature_de(slug: str, numero: int, user: Utilisateur) -> Candidature | None:
    """A candidature of a call that is in review, when the user has no link with it."""
    found = Candidature.objects.filter(appel__slug=slug, pk=numero, etat__in=READ).select_related("appel").first()
    return None if found is None or est_ecarte(user, found) else found


def besoin_de(slug: str, numero: int, user: Utilisateur) -> Besoin | None:
    """What a reviewer of a call asked for, when the user has no link with the candidature."""
    asked = Besoin.objects.filter(relecture__candidature__appel__slug=slug, pk=numero)
    found = asked.select_related("relecture__candidature").first()
    return None if found is None or est_ecarte(user, found.relecture.candidature) else found


def piece_relue(numero: int, piece: int) -> Piece | None:
    """A file that the reviewer of a review may open."""
    reading = relecture_de(numero)
    return None if reading is None else _piece(reading, reading.candidature, piece, anonyme=reading.appel.anonyme)


def piece_d_avis(numero: int, piece: int) -> Piece | None:
    """A file that an expert may open."""
    asked = avis_de(numero)
    return None if asked is None else _piece(asked, asked.candidature, piece, anonyme=asked.appel.anonyme)


def piece_jugee(slug: str, numero: int, piece: int) -> Piece | None:
    """A file that the jury may open."""
    found = candidature_jugee(slug, numero)
    return None if found is None else _piece(found, found, piece, anonyme=False)


def _piece(
    objet: Relecture | Avis | Candidature, candidature: Candidature, numero: int, *, anonyme: bool
) -> Piece | None:
    those: list[PieceJointe] = list(pieces_lues(candidature, anonyme=anonyme))
    for rank, one in enumerate(those, 1):
        if one.pk == numero and fichier(one.empreinte).is_file():
            return Piece(objet, fichier(one.empreinte), nom_piece(one, rank, anonyme=anonyme))
    return None
