"""Files joined to a candidature: kept once each under their digest, withdrawn and never replaced."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import now

from coeurdeville.core.french import number
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.appels.formulaire import Sorte, formulaire
from coeurdeville.programme.candidatures.ouvert import UNKNOWN, complement_ouvert, fermeture
from coeurdeville.programme.lieux import pieces_jointes
from coeurdeville.programme.models import Candidature, PieceJointe
from coeurdeville.readers.reception import Limits, Received

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

MOST = 10
LIMITS = Limits(size=20 * 1000**2)
TOO_MANY = Kind(
    "candidature-trop-de-pieces",
    "Une candidature a {most} pièces au plus.",
    "En retirer une, ou les réunir en un seul document.",
)


def joindre(candidature: Candidature, recevoir: Callable[[Path], Received], user: Utilisateur | None) -> PieceJointe:
    """Receive a file and join it. The same file joined twice is joined once.

    Parameters
    ----------
    recevoir
        Puts the file that is arriving into the folder it is given, or refuses it.

    Raises
    ------
    Refused
        What the reception refuses; a candidature that may not be changed now; too many files.
    """
    pieces_jointes().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=pieces_jointes(), prefix=".recu-") as aside:
        found = recevoir(Path(aside))
        digest = _digest(found.path)
        with transaction.atomic():
            _ouverte(candidature)
            here = candidature.pieces.filter(retiree_le=None)
            same = here.filter(empreinte=digest).first()
            if same is not None:
                return same
            if here.count() >= MOST:
                raise Refused([TOO_MANY(most=number(MOST))])
            size = found.path.stat().st_size
            _keep(found.path, digest)
            return PieceJointe.objects.create(
                candidature=candidature, nom=found.path.name, sorte=str(found.kind), taille=size, empreinte=digest,
                par=user,
            )  # fmt: skip


def retirer(piece: PieceJointe) -> None:
    """Take a file out of the draft; the deposits that hold it keep it.

    Raises
    ------
    Refused
        A candidature that may not be changed now.
    """
    with transaction.atomic():
        _ouverte(piece.candidature)
        piece.retiree_le = now()
        piece.save(update_fields=["retiree_le"])


def fichier(empreinte: str) -> Path:
    """Where the file of a digest is."""
    return pieces_jointes() / empreinte[:2] / empreinte


def _ouverte(candidature: Candidature) -> None:
    """Lock the candidature, and see that files may change."""
    held = Candidature.objects.select_for_update(of=("self",)).select_related("appel").get(pk=candidature.pk)
    field = next((one for one in formulaire(held.appel) if one.sorte is Sorte.PIECES), None)
    closed = UNKNOWN(champ="pieces") if field is None else fermeture(held, field, now(), complement_ouvert(held))
    if closed:
        raise Refused([closed])


def _keep(path: Path, digest: str) -> None:
    target = fichier(digest)
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
