"""What a deposit holds, and the digest by which anybody can tell that it did not change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from coeurdeville.programme.appels.formulaire import Sorte, formulaire

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature, Complement, PieceJointe, Recepisse


def a_deposer(candidature: Candidature, asked: Complement | None = None) -> dict[str, Any]:
    """What would be deposited now: `{reponses, pieces}`.

    For a complement, the former deposit with the present answers to the questions `asked`, and no other.
    """
    present = {"reponses": _reponses(candidature), "pieces": _pieces(candidature)}
    last = candidature.recepisses.last()
    return present if asked is None or last is None else _completed(candidature, last.contenu, present, asked.champs)


def empreinte(contenu: Mapping[str, Any], numero: str, recu_le: datetime) -> str:
    """sha256 of the content, the number and the instant, written in one way."""
    return hashlib.sha256(canonique(contenu, numero, recu_le)).hexdigest()


def canonique(contenu: Mapping[str, Any], numero: str, recu_le: datetime) -> bytes:
    """The bytes of which the digest is: JSON in UTF-8, keys sorted, no space, no end of line; the instant in UTC."""
    told = {"contenu": contenu, "numero": numero, "recu_le": recu_le.astimezone(UTC).isoformat()}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def intact(recepisse: Recepisse) -> bool:
    """Whether a receipt still answers to its digest."""
    return empreinte(recepisse.contenu, recepisse.numero, recepisse.recu_le) == recepisse.empreinte


def _reponses(candidature: Candidature) -> dict[str, Any]:
    return {one.champ: one.valeur for one in candidature.reponses.order_by("champ") if one.valeur is not None}


def _pieces(candidature: Candidature) -> list[dict[str, Any]]:
    return [_piece(one) for one in candidature.pieces.filter(retiree_le=None)]


def _piece(piece: PieceJointe) -> dict[str, Any]:
    return {"nom": piece.nom, "sorte": piece.sorte, "taille": piece.taille, "empreinte": piece.empreinte}


def _completed(
    candidature: Candidature, former: Mapping[str, Any], present: Mapping[str, Any], asked: list[str]
) -> dict[str, Any]:
    files = {champ.cle for champ in formulaire(candidature.appel) if champ.sorte is Sorte.PIECES}
    kept = {key: value for key, value in former["reponses"].items() if key not in asked}
    given = {key: value for key, value in present["reponses"].items() if key in asked}
    return {"reponses": {**kept, **given}, "pieces": (present if files & {*asked} else former)["pieces"]}
