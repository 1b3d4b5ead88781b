"""Files of a candidature, for those who judge it: under a name that tells no town when the call is anonymous."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.instructions.acces import Piece, lit_candidature, piece_d_avis, piece_jugee, piece_relue
from coeurdeville.programme.instructions.lecture import conseille, lit
from coeurdeville.programme.models import Avis, Candidature, Relecture
from coeurdeville.web.acces import sur


def _of_reader(user: Utilisateur, piece: Piece) -> bool:
    return isinstance(piece.objet, Relecture) and lit(user, piece.objet)


def _of_expert(user: Utilisateur, piece: Piece) -> bool:
    return isinstance(piece.objet, Avis) and conseille(user, piece.objet)


def _of_jury(user: Utilisateur, piece: Piece) -> bool:
    return isinstance(piece.objet, Candidature) and lit_candidature(user, piece.objet)


@require_GET
@sur(piece_relue, _of_reader)
def de_relecture(request: HttpRequest, piece: Piece) -> HttpResponseBase:
    """For a reviewer."""
    return _sent(piece)


@require_GET
@sur(piece_d_avis, _of_expert)
def d_avis(request: HttpRequest, piece: Piece) -> HttpResponseBase:
    """For an expert."""
    return _sent(piece)


@require_GET
@sur(piece_jugee, _of_jury)
def de_jury(request: HttpRequest, piece: Piece) -> HttpResponseBase:
    """For the jury."""
    return _sent(piece)


def _sent(piece: Piece) -> FileResponse:
    """Always saved, never shown by the browser."""
    return FileResponse(
        piece.chemin.open("rb"), as_attachment=True, filename=piece.nom, content_type="application/octet-stream"
    )
