"""Why a document is refused: nobody could find, read or trust what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.reports.documents.blocks import (
    Block,
    Columns,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    Signatures,
    Table,
)
from coeurdeville.reports.documents.drawings import adopted_drawing

UNTITLED = Kind("document-sans-titre", "Le document n’a pas de titre.", "Lui donner un titre.")
UNNAMED = Kind(
    "document-mots-absents",
    "Il manque des mots que rien ne remplace : {what}.",
    "Écrire ces mots, ou retirer ce qui n’en a pas.",
)
ROWS = Kind(
    "document-tableau-irregulier",
    "Des lignes du tableau « {caption} » n’ont pas une cellule par colonne ({columns}).",
    "Donner à chaque ligne autant de cellules que le tableau a de colonnes.",
)
BADGES = Kind(
    "document-tableau-statuts",
    "Les statuts du tableau « {caption} » ne vont pas avec ses lignes.",
    "Donner un statut par ligne, et une seule colonne qui les montre.",
)
DRAWING = Kind(
    "document-dessin-refuse",
    "Le dessin « {caption} » ne peut pas entrer dans le document ({reason}).",
    "Faire le dessin avec les cartes et les graphiques du logiciel.",
)
LEVELS = Kind(
    "document-titres-sautes",
    "Des titres sautent un niveau ou n’en ont pas de permis (2 à 4).",
    "Commencer au niveau 2, puis descendre d’un niveau à la fois.",
)
LINKS = Kind(
    "document-lien-refuse",
    "Des preuves mènent à une adresse qui n’est ni une page du site, ni une adresse https.",
    "Écrire une adresse qui commence par « / », « https:// » ou « http:// ».",
)
NESTED = Kind(
    "document-colonnes-emboitees", "Des colonnes en contiennent d’autres.", "Ne garder qu’un rang de deux colonnes."
)
ADDRESSES = ("https://", "http://")


def faults(title: str, blocks: Sequence[Block]) -> Iterator[Problem]:
    """Everything that is wrong in a title and the blocks in reading order."""
    if not title.strip():
        yield UNTITLED()
    if unnamed := list(dict.fromkeys(what for block in blocks for what in _unnamed(block))):
        yield UNNAMED(what=", ".join(unnamed))
    for block in blocks:
        yield from _of(block)
    yield from _levels([block for block in blocks if isinstance(block, Heading)])
    evidence = [one for block in blocks if isinstance(block, Paragraph) for one in block.evidence]
    if wrong := [one.link for one in evidence if one.link and not allowed(one.link)]:
        yield LINKS(examples=wrong)


def allowed(link: str) -> bool:
    """Whether a link leads to a page of the site or to an address of the web, and is written without space."""
    inside = link.startswith("/") and link[1:2] not in ("/", "\\")
    return link.isprintable() and " " not in link and (inside or link.startswith(ADDRESSES))


def _unnamed(block: Block) -> Iterator[str]:
    """What has no words, by the name of its part."""
    match block:
        case Heading(text):
            yield from _absent("un titre", [text])
        case Paragraph(text, evidence):
            yield from _absent("le nom d’une preuve", [one.label for one in evidence])
            yield from _absent("une phrase qui a des preuves", [text] if evidence else [])
        case Table(caption, columns):
            yield from _absent("le titre d’un tableau", [caption])
            yield from _absent("les colonnes d’un tableau", [] if columns else [""])
        case Figure():
            yield from _absent("la description d’une figure", [block.alt])
        case KeyFigures(figures):
            yield from _absent(
                "un chiffre clé ou ce qu’il compte", [x for one in figures for x in (one.value, one.label)]
            )
        case Facts(facts):
            yield from _absent("le nom d’une information", [label for label, _ in facts])
        case Signatures(signatures):
            yield from _absent("le nom d’un signataire", [one.name for one in signatures])


def _absent(what: str, texts: Iterable[str]) -> Iterator[str]:
    if not all(text.strip() for text in texts):
        yield what


def _of(block: Block) -> Iterator[Problem]:
    """What is wrong with one block, words aside."""
    match block:
        case Table(caption, columns, rows):
            wrong = [f"ligne {rank} : {len(row)}" for rank, row in enumerate(rows, 1) if len(row) != len(columns)]
            if wrong:
                yield ROWS(caption=caption, columns=len(columns), examples=wrong)
            if sum(one.shows == "badge" for one in columns) != bool(block.badges) or (
                block.badges and len(block.badges) != len(rows)
            ):
                yield BADGES(caption=caption)
        case Figure():
            try:
                adopted_drawing(block, "dessin")
            except ValueError as error:
                yield DRAWING(caption=block.caption or block.alt, reason=error)
        case Columns(left, right):
            if any(isinstance(one, Columns) for one in (*left, *right)):
                yield NESTED()


def _levels(headings: Sequence[Heading]) -> Iterator[Problem]:
    levels = [1, *(one.level for one in headings)]
    wrong = [
        one.text
        for one, (before, level) in zip(headings, pairwise(levels), strict=True)
        if not 2 <= level <= min(before + 1, 4)
    ]
    if wrong:
        yield LEVELS(examples=wrong)
