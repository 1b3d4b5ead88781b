"""Who sat, when, on what, with which declared links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from coeurdeville.core.french import agree, day, listing, number, spaced
from coeurdeville.programme.horloge import instant
from coeurdeville.reports.documents import Block, Bullets, Facts, Heading, Note, Paragraph


def siege(told: Mapping[str, Any], retirees: int) -> Iterator[Block]:
    """The head of the minutes; `retirees`: candidatures of which this copy says nothing, that the jury examined too."""
    sitting = told["seance"]
    yield from _kind(told, retirees)
    yield _facts(told, retirees)
    yield Heading("Qui a siégé")
    yield Bullets(tuple(_person(one) for one in sitting["presents"]))
    if sitting["absents"]:
        yield Paragraph(spaced(f"Absents : {listing([_person(one) for one in sitting['absents']])}."))
    yield Heading("Liens d’intérêts déclarés")
    yield from _links(told["recusations"], retirees)
    if sitting["observations"]:
        yield Heading("Observations")
        yield Paragraph(sitting["observations"])


def _kind(told: Mapping[str, Any], removed: int) -> Iterator[Block]:
    """What this copy is, when it is not the whole first minutes."""
    if "annonce_du" in told:
        announced = instant(datetime.fromisoformat(told["annonce_du"]))
        yield Paragraph(
            spaced(f"Il complète ce qui a été annoncé le {announced} : il ne décide que de la liste d’attente.")
        )
    if removed:
        yield Note(
            "Exemplaire réduit : ce qui touche aux candidatures avec lesquelles vous avez déclaré un lien en est ôté.",
            "warning",
        )


def _facts(told: Mapping[str, Any], removed: int) -> Facts:
    shown = len(told["classement"])
    missing = f", dont {number(removed)} {agree(removed, 'ôtée')} de cet exemplaire" if removed else ""
    return Facts(
        (
            ("Séance du", day(date.fromisoformat(told["seance"]["le"]))),
            ("Candidatures examinées", f"{number(shown + removed)}{missing}"),
            ("Places prévues par l’appel", number(told["appel"]["a_retenir"])),
            ("Critères et poids", listing([f"{one['titre']} ({_weight(one['poids'])})" for one in told["criteres"]])),
        )
    )


def _links(those: Sequence[Mapping[str, Any]], removed: int) -> Iterator[Block]:
    if not those:
        yield Paragraph(f"Aucun lien n’a été déclaré{' avec les candidatures de cet exemplaire' if removed else ''}.")
        return
    yield Paragraph(
        "Dès cette déclaration, ces personnes n’ont plus rien vu de la candidature nommée et n’en ont pas décidé ; "
        "leurs notes ont été effacées."
    )
    yield Bullets(tuple(spaced(f"{one['nom']} : {one['ville']}") for one in those))


def _person(one: Mapping[str, str]) -> str:
    return f"{one['nom']} ({one['organisation']})" if one["organisation"] else one["nom"]


def _weight(text: str) -> str:
    value = float(text)
    return "hors total" if value == 0 else number(value, 0 if value.is_integer() else 1)
