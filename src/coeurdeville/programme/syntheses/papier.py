"""A synthesis as a document, to read on screen and to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings

from coeurdeville.core.french import capital
from coeurdeville.programme.syntheses.phrase import Chapitre, Phrase, Tableau
from coeurdeville.programme.syntheses.versions import Changements
from coeurdeville.reports.documents import Block, Bullets, Column, Document, Evidence, Figure, Heading, Paragraph, Table

if TYPE_CHECKING:
    from coeurdeville.programme.models import Saison

ABOUT = (
    "Cette synthèse est écrite à partir des dossiers de la saison : chaque phrase renvoie à ce sur quoi elle repose. "
    "Ce que les villes n’ont pas noté n’y est pas."
)


def document(
    saison: Saison, jour: date, numero: int, chapitres: Sequence[Chapitre], changements: Changements | None = None
) -> Document:
    """The paper of a version, or of the one in preparation (`numero` 0); with what changed since the one before."""
    blocks = [Paragraph(ABOUT), *(block for one in chapitres for block in _chapter(one))]
    if changements:
        blocks += _changes(changements)
    reference = f"version {numero}" if numero else "en préparation"
    return Document(
        title="Synthèse de la saison", subtitle=saison.titre, reference=capital(reference), date=jour,
        blocks=tuple(blocks), contents=len(chapitres) > 4,
    )  # fmt: skip


def _chapter(one: Chapitre) -> Iterator[Block]:
    yield Heading(one.titre)
    yield from (_sentence(sentence) for sentence in one.phrases)
    yield from (Figure(picture.svg, picture.legende, picture.titre) for picture in one.dessins)
    yield from (_table(table) for table in one.tableaux)


def _sentence(one: Phrase) -> Paragraph:
    return Paragraph(one.texte, tuple(Evidence(proof.libelle, _whole(proof.lien)) for proof in one.appuis))


def _whole(lien: str) -> str:
    """A page of the site by its whole address: on paper, a path alone leads nowhere."""
    return f"{settings.ADDRESS}{lien}" if lien.startswith("/") else lien


def _table(one: Tableau) -> Table:
    return Table(one.titre, tuple(Column(title, number) for title, number in one.colonnes), one.lignes, note=one.note)


def _changes(changes: Changements) -> list[Block]:
    blocks: list[Block] = [Heading("Ce qui a changé depuis la version précédente")]
    if changes.changees:
        blocks += [Heading("Ce qui est dit autrement", 3),
                   Bullets(tuple(f"{new.texte} (avant : {old})" for old, new in changes.changees))]  # fmt: skip
    if changes.nouvelles:
        blocks += [Heading("Ce qui est nouveau", 3), Bullets(tuple(one.texte for one in changes.nouvelles))]
    if changes.retirees:
        blocks += [Heading("Ce qui n’est plus dit", 3), Bullets(tuple(one.texte for one in changes.retirees))]
    return blocks
