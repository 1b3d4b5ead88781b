"""Who signed, and where those who have not will."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from coeurdeville.core.french import spaced
from coeurdeville.programme.horloge import instant
from coeurdeville.reports.documents import Block, Bullets, Heading, Paragraph, Signature, Signatures


@dataclass(frozen=True)
class Signee:
    """A signature that was given."""

    organisation: str
    nom: str
    le: datetime


def signatures(told: Mapping[str, Any], signed: Sequence[Signee]) -> Iterator[Block]:
    """Signatures given, then a place for each that is awaited."""
    yield Heading("Signatures")
    done = {one.organisation: one for one in signed}
    if done:
        yield Bullets(tuple(spaced(f"{one.organisation} : {one.nom}, le {instant(one.le)}") for one in signed))
    lacking = [one for one in told["appel"]["organisateurs"] if one not in done]
    if lacking:
        yield Signatures(tuple(Signature(one, "organisme qui désigne") for one in lacking))
    yield Paragraph("Chaque signature porte sur l’empreinte du contenu, écrite au pied de ce procès-verbal.")
