"""A candidature as those who judge it read it; without what tells the town, when the call is anonymous."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from coeurdeville.programme.appels.formulaire import Champ, Sorte, formulaire
from coeurdeville.programme.candidatures.mots import dite
from coeurdeville.programme.candidatures.valeurs import deposees
from coeurdeville.programme.instructions.anonymat import masque

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature, PieceJointe


@dataclass(frozen=True)
class Reponse:
    """A question and what was answered, line by line; no line: nothing was."""

    cle: str
    titre: str
    lignes: tuple[str, ...]
    critere: str
    long: bool = False


@dataclass(frozen=True)
class Piece:
    """A file joined."""

    numero: int
    nom: str
    taille: int


@dataclass(frozen=True)
class Dossier:
    """What is read."""

    titre: str
    anonyme: bool
    etapes: tuple[tuple[str, tuple[Reponse, ...]], ...]
    pieces: tuple[Piece, ...]
    masques: int
    """Questions that are not shown."""
    efface_le: datetime | None = None
    """When the answers were deleted, at the end of their retention."""


def dossier(candidature: Candidature, *, anonyme: bool) -> Dossier:
    """The last deposit. Its receipts and attachments are asked for; no query when they were prefetched."""
    form = formulaire(candidature.appel)
    given = deposees(candidature).par_champ
    shown = [
        (
            step.titre,
            tuple(_answer(field, given, candidature, anonyme) for field in step.champs if _read(field, anonyme)),
        )
        for step in form.etapes
    ]
    masked = sum(not _read(field, anonyme) and field.sorte is not Sorte.PIECES for field in form)
    return Dossier(
        titre_de(candidature, anonyme=anonyme), anonyme, tuple((name, those) for name, those in shown if those),
        _pieces(candidature, anonyme), masked, candidature.supprimee_le,
    )  # fmt: skip


def titre_de(candidature: Candidature, *, anonyme: bool) -> str:
    """How a candidature is called: by its town, or by its number."""
    return f"Dossier nº {candidature.pk}" if anonyme else candidature.nom


def pieces_lues(candidature: Candidature, *, anonyme: bool) -> Sequence[PieceJointe]:
    """The files of the last deposit that may be opened; none when they tell the town of an anonymous call."""
    fields = [one for one in formulaire(candidature.appel) if one.sorte is Sorte.PIECES]
    if anonyme and any(one.identifie for one in fields):
        return []
    last = max(candidature.recepisses.all(), key=lambda one: one.rang, default=None)
    deposited = {one["empreinte"] for one in last.contenu.get("pieces", ())} if last else set()
    return [one for one in candidature.pieces.all() if one.empreinte in deposited]


def nom_piece(piece: PieceJointe, rang: int, *, anonyme: bool) -> str:
    """Its name; a neutral one, with the same ending, when the call is anonymous."""
    if not anonyme:
        return piece.nom
    ending = piece.nom.rpartition(".")[2].lower() if "." in piece.nom else ""
    return f"piece-{rang}.{ending}" if ending.isalnum() else f"piece-{rang}"


def _pieces(candidature: Candidature, anonyme: bool) -> tuple[Piece, ...]:
    those = pieces_lues(candidature, anonyme=anonyme)
    return tuple(Piece(one.pk, nom_piece(one, n, anonyme=anonyme), one.taille) for n, one in enumerate(those, 1))


def _read(champ: Champ, anonyme: bool) -> bool:
    return champ.sorte is not Sorte.PIECES and not (anonyme and champ.identifie)


def _answer(champ: Champ, given: Mapping[str, Any], candidature: Candidature, anonyme: bool) -> Reponse:
    lines = _lines(champ, given.get(champ.cle), anonyme)
    if anonyme:
        lines = tuple(masque(one, candidature) for one in lines)
    return Reponse(champ.cle, champ.titre, lines, champ.critere, champ.sorte is Sorte.PARAGRAPHE)


def _lines(champ: Champ, value: Any, anonyme: bool) -> tuple[str, ...]:
    """Line by line; an entry of the inventory names the town's own files, and is not told of an anonymous one."""
    if champ.sorte is Sorte.DONNEES and anonyme:
        value = [{**one, "entree": ""} for one in value or ()]
    return tuple(line for line in dite(champ, value).splitlines() if line.strip())
