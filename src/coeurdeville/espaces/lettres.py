"""The letter to a holder: prepared from the inventory, corrected by the officer, printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coeurdeville.core.french import day, spaced
from coeurdeville.espaces.lieux import depot
from coeurdeville.inventory.demandes.lettre import Lettre, write_lettre
from coeurdeville.inventory.ville import open_ville

if TYPE_CHECKING:
    from coeurdeville.core.problems import Problem
    from coeurdeville.inventory.demandes.demande import Demande

LINES = ("expediteur", "destinataire", "points", "signature")
"""Parts of which each line is one."""
PARAGRAPHS = ("ouverture", "suite")
"""Parts whose paragraphs stand apart by an empty line."""
PHRASES = ("objet", "civilite")
PARTS = ("expediteur", "destinataire", "objet", "civilite", "ouverture", "points", "suite", "signature")
"""What an officer may correct, in the order in which it is read."""
BLANKS = re.compile(r"[ \t\r\n]+")
"""Ordinary ones: those that do not break stay."""
TO_FILL = re.compile(r"\[à compléter[^\]]*\]")
LINK = "Vous pouvez répondre sans compte, jusqu’au {until}, à cette adresse : {link}"


@dataclass(frozen=True)
class Preparee:
    """A letter before it is sent."""

    demande: Demande
    lettre: Lettre
    doutes: tuple[Problem, ...]
    """What is unsure about it."""

    @property
    def parties(self) -> dict[str, str]:
        """What the officer may correct, each part as one text."""
        return {name: _text(name, getattr(self.lettre, name)) for name in PARTS}


def preparer(commune: str, entree: str, fondement: str = "", today: date | None = None) -> Preparee:
    """The letter for an entry of the last revision, or for a layer that the inventory lacks.

    Raises
    ------
    Refused
        As `prepare_demande`.
    """
    from coeurdeville.inventory.demandes.demande import prepare_demande

    ville = replace(open_ville(depot(commune).ouvrir()), dossier=Path(commune))
    demande, doubts = prepare_demande(ville, entree, fondement)
    return Preparee(demande, write_lettre(demande, today or date.today()), doubts)


def corrigee(lettre: Lettre, parties: Mapping[str, str]) -> Lettre:
    """The letter with the parts that the officer corrected; a part that is not given stays."""
    found: dict[str, Any] = {name: _part(name, parties[name]) for name in PARTS if name in parties}
    return replace(lettre, **found)


def avec_lien(lettre: Lettre, link: str, until: date) -> Lettre:
    """The letter with the address where the holder answers, before the formula of courtesy."""
    sentence = spaced(LINK.format(until=day(until), link=link))
    return replace(lettre, suite=(*lettre.suite[:-1], sentence, *lettre.suite[-1:]))


def a_completer(lettre: Lettre) -> tuple[str, ...]:
    """What only the town knows and that is still to be written: `[à compléter : adresse de la mairie]`."""
    return tuple(dict.fromkeys(TO_FILL.findall(en_texte(lettre))))


def en_texte(lettre: Lettre) -> str:
    """The letter as a message."""
    from coeurdeville.reports.letter import text

    return text.render(lettre)


def en_pdf(lettre: Lettre) -> bytes:
    """The letter on paper."""
    from coeurdeville.reports.letter import pdf

    return pdf.render(lettre)


def _text(name: str, value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return value
    return ("\n\n" if name in PARAGRAPHS else "\n").join(value)


def _part(name: str, text: str) -> str | tuple[str, ...]:
    if name in PHRASES:
        return _tidy(text)
    pieces = re.split(r"\n\s*\n" if name in PARAGRAPHS else r"\n", text.replace("\r\n", "\n"))
    return tuple(words for piece in pieces if (words := _tidy(piece)))


def _tidy(text: str) -> str:
    return BLANKS.sub(" ", text).strip(" ")
