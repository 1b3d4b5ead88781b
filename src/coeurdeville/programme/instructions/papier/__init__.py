"""The minutes as a paper, from what they hold alone: a chapter a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coeurdeville.programme.instructions.papier.classement import classement
from coeurdeville.programme.instructions.papier.decisions import decisions
from coeurdeville.programme.instructions.papier.portefeuille import portefeuille
from coeurdeville.programme.instructions.papier.siege import siege
from coeurdeville.programme.instructions.papier.signatures import Signee, signatures
from coeurdeville.reports.documents import Document

if TYPE_CHECKING:
    from coeurdeville.programme.models import ProcesVerbal


def papier(minutes: ProcesVerbal, sauf: Collection[int] = ()) -> Document:
    """The minutes, with the signatures given so far; without the candidatures of `sauf`, which is said."""
    told = minutes.contenu
    signed = [Signee(one.organisation, one.nom, one.signee_le) for one in minutes.signatures.all()]
    return document(told, minutes.rang, minutes.empreinte, signed, sauf)


def document(
    told: Mapping[str, Any], rang: int, empreinte: str, signed: Sequence[Signee], sauf: Collection[int] = ()
) -> Document:  # fmt: skip
    """The same, from plain data."""
    held = date.fromisoformat(told["seance"]["le"])
    kept = _without(told, frozenset(sauf))
    removed = len(told["classement"]) - len(kept["classement"])
    blocks = (
        *siege(kept, removed),
        *classement(kept),
        *decisions(kept, reduit=removed > 0),
        *portefeuille(kept),
        *signatures(kept, signed),
    )
    return Document(
        title=f"Procès-verbal {'complémentaire ' if 'annonce_du' in told else ''}nº {rang} du jury",
        subtitle=told["appel"]["titre"],
        reference=f"{told['appel']['slug']}, procès-verbal nº {rang}",
        date=held,
        issuers=tuple(told["appel"]["organisateurs"]),
        blocks=blocks,
        footer=f"Empreinte sha256 du contenu : {empreinte}",
    )


def _without(told: Mapping[str, Any], gone: frozenset[int]) -> Mapping[str, Any]:
    """What somebody who declared a link may read: what the set unlocks goes too when the candidature is of it."""
    parts = {
        name: [one for one in told[name] if one["numero"] not in gone]
        for name in ("recusations", "classement", "decisions")
    }
    touched = any(one["numero"] in gone for one in told["portefeuille"]["seuls"])
    return {**told, **parts, "portefeuille": None if touched else told["portefeuille"]}
