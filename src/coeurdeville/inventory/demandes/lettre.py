"""A letter to a holder: its parts as data, whatever it is printed on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coeurdeville.core.french import NBSP, of, spaced, typographic
from coeurdeville.inventory.demandes.article import cited
from coeurdeville.inventory.demandes.correspondants import addressee_lines, civility, sender_lines, signature_lines
from coeurdeville.inventory.demandes.courtoisie import is_inhabitant
from coeurdeville.inventory.demandes.delais import Echeance, echeances
from coeurdeville.inventory.demandes.demande import Demande
from coeurdeville.inventory.demandes.fondement import Fondement
from coeurdeville.inventory.demandes.points import items_of
from coeurdeville.inventory.demandes.redaction import closing_of, opening_of
from coeurdeville.inventory.demandes.voulu import Voulu, wanted_of

UNIT = re.compile(r"(?<=\d) (?=(?:m|m²|cm|km|ha|ans|€)(?!\w))")
"""The space between a number and its unit."""


@dataclass(frozen=True)
class Lettre:
    """A letter ready to sign. What only the town knows stands in it as `[à compléter : …]`."""

    expediteur: tuple[str, ...]
    destinataire: tuple[str, ...]
    lieu: str
    date: date
    objet: str
    references: tuple[str, ...]
    """One line each; none when the request rests on no right."""
    civilite: str
    ouverture: tuple[str, ...]
    """Paragraphs before what is asked for; the last one brings the list in."""
    points: tuple[str, ...]
    """What is asked for, numbered from 1."""
    suite: tuple[str, ...]
    """Paragraphs after it, up to the formula of courtesy."""
    signature: tuple[str, ...]
    copies: tuple[str, ...]
    fondement: Fondement
    echeances: tuple[Echeance, ...]
    """The clock, for the sender: it is not printed on the letter."""
    annexe: Voulu | None
    """The columns that are enough; None when nothing says them."""
    annexe_titre: str


def write_lettre(demande: Demande, le: date, recue_le: date | None = None, today: date | None = None) -> Lettre:
    """The letter of a request.

    Parameters
    ----------
    le
        The day that the letter bears.
    recue_le
        The day on which the holder received it, for the clock; None: not yet known.
    today
        The day before which a moment of the clock is past; by default the day on which this runs.
    """
    wanted, ground, town = wanted_of(demande.kind), demande.fondement, demande.commune.nom
    greeting = civility(demande)
    return Lettre(
        _set(sender_lines(demande.commune)),
        _set(addressee_lines(demande)),
        town,
        le,
        _line(_subject(demande)),
        (cited(ground.articles),) if ground.articles else (),
        greeting,
        _set(opening_of(demande)),
        _set(items_of(demande, wanted)),
        _set(closing_of(demande, greeting)),
        _set(signature_lines()),
        _copies(ground),
        ground,
        echeances(ground, recue_le, today),
        wanted if wanted.colonnes and not is_inhabitant(demande) else None,
        _line(f"Annexe : colonnes demandées pour « {demande.titre} »"),
    )


def _subject(demande: Demande) -> str:
    if demande.fondement.cle == "interne":
        return f"inventaire des données de la commune : « {demande.titre} »"
    if demande.fondement.cle == "courtoisie":
        return f"proposition de partage des données « {demande.titre} » sur le territoire {of(demande.commune.nom)}"
    return f"demande de communication des données « {demande.titre} » sur le territoire {of(demande.commune.nom)}"


def _set(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_line, texts))


def _line(text: str) -> str:
    """A text as it is printed: on one line, with curved apostrophes and the spaces that French wants."""
    return UNIT.sub(NBSP, spaced(typographic(text)))


def _copies(ground: Fondement) -> tuple[str, ...]:
    """Who should have the letter too: a town of some size has one person who answers for access to documents."""
    if not ground.horloge:
        return ()
    return ("la personne responsable de l’accès aux documents administratifs, s’il en est désigné une",)
