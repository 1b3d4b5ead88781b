"""The letter as plain text, to paste in a message."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.inventory.demandes.lettre import Lettre
from coeurdeville.reports.letter.wording import WORDS, annex_note, dateline


def render(lettre: Lettre) -> str:
    """The whole letter, paragraphs apart by an empty line, the annex after it."""
    return "\n".join(_lines(lettre)) + "\n"


def _lines(lettre: Lettre) -> Iterator[str]:
    yield from (*lettre.expediteur, "", *lettre.destinataire, "", dateline(lettre), "")
    yield f"{WORDS['subject']} {lettre.objet}"
    yield from (f"{WORDS['references']} {one}" for one in lettre.references)
    yield from ("", lettre.civilite, "")
    for paragraph in lettre.ouverture:
        yield from (paragraph, "")
    yield from (f"{rank}. {item}" for rank, item in enumerate(lettre.points, start=1))
    yield ""
    for paragraph in lettre.suite:
        yield from (paragraph, "")
    yield from lettre.signature
    yield from ("", *(f"{WORDS['copy']} {one}" for one in lettre.copies)) if lettre.copies else ()
    if lettre.annexe is not None:
        yield from ("", "", lettre.annexe_titre, "", annex_note(lettre), "")
        for one in lettre.annexe.colonnes:
            need = WORDS["needed"].lower() if one.indispensable else WORDS["no"]
            yield f"- {one.nom} ({need}) – {one.titre} – {one.contenu}"
