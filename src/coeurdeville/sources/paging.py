"""Every object of an answer that comes in pages: none missed, none left behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Kind, Refused

TOO_MANY = Kind(
    "trop-d-objets",
    "La source annonce {count_words} sur ce territoire, plus que {most} : ils ne sont pas pris à moitié.",
    "Télécharger le fichier sur le site de la source et l’ajouter : coeurdeville ville ajouter.",
)
PAGE_MISSING = Kind(
    "page-manquante",
    "La source annonce {count_words} et n’en donne que {got}.",
    "Recommencer plus tard ; une réponse incomplète n’est pas utilisée.",
)


def every(page_from: Callable[[int], tuple[list[dict[str, Any]], int]], most: int) -> list[dict[str, Any]]:
    """The objects of all pages.

    Parameters
    ----------
    page_from
        From the rank of a first object, the objects that a page holds and how many there are in
        all. A service may give fewer than what was asked of a page, so only that number tells the end.
    most
        Objects beyond which nothing is taken: part of them would pass for all.

    Raises
    ------
    Refused
        `trop-d-objets` after the first page; `page-manquante` when a page is empty before the end.
    """
    found: list[dict[str, Any]] = []
    while True:
        objects, announced = page_from(len(found))
        if announced > most:
            raise Refused([TOO_MANY(count_words=plural(announced, "objet"), most=plural(most, "objet"))])
        found += objects
        if len(found) >= announced:
            return found
        if not objects:
            raise Refused([PAGE_MISSING(count_words=plural(announced, "objet"), got=len(found))])
