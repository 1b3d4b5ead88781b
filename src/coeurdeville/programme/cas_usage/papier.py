"""A card as a paper of two pages, on screen and in print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from coeurdeville.core.french import agree, capital, day, number, plural, spaced
from coeurdeville.programme.cas_usage import tableaux
from coeurdeville.programme.cas_usage.chapitres import PAR_CLE
from coeurdeville.programme.cas_usage.fiche import Fiche
from coeurdeville.programme.experimentations.effort import jours
from coeurdeville.reports.documents import (
    Block,
    Bullets,
    Columns,
    Document,
    Evidence,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    Picture,
)
from coeurdeville.reports.palette import THEMES

RIGHTS = (
    "Cas d’usage assemblé à partir des enregistrements de l’expérimentation, complété par la ville et la coordination. "
    "Licence Ouverte 2.0. Les contacts sont des fonctions : aucune personne n’est nommée."
)
DRAFT = "Ceci est la fiche telle qu’elle s’assemble aujourd’hui. Cette version n’est pas publiée."


NO_PICTURE: Mapping[str, bytes] = {}


def document(
    fiche: Fiche,
    reference: str,
    jour: date | None,
    *,
    brouillon: bool = False,
    images: Mapping[str, bytes] = NO_PICTURE,
) -> Document:
    """The paper; `jour` is that of its publication, None for a draft.

    `images`: what the files of pictures hold, by address. The first two of the card that are in it are shown.
    """
    theme = fiche.theme if fiche.theme in THEMES else None
    notice: list[Block] = [Note(spaced(DRAFT))] if brouillon else []
    return Document(
        title=fiche.titre,
        subtitle=spaced(f"Cas d’usage : ce que {fiche.ville} a essayé, et ce qu’il faut pour le reprendre"),
        theme=theme, reference=reference, date=jour, issuers=(fiche.ville, fiche.saison),
        blocks=(
            *notice, *_figures(fiche), *_story(fiche), *_pictures(fiche, images), *_data(fiche), *_results(fiche),
            *_again(fiche),
        ),
        footer=spaced(RIGHTS),
    )  # fmt: skip


def _figures(fiche: Fiche) -> Iterator[Block]:
    """The first result, the effort, how many towns could take it over: what a reader in a hurry retains."""
    found = [*_result(fiche), *_effort(fiche), *_reach(fiche)]
    if found:
        yield KeyFigures(tuple(found))


def _result(fiche: Fiche) -> Iterator[KeyFigure]:
    for one in fiche.objectifs[:1]:
        start = spaced(f"au départ : {one.depart}") if one.depart else ""
        yield KeyFigure(one.resultat or "non mesuré", one.titre, start)


def _effort(fiche: Fiche) -> Iterator[KeyFigure]:
    effort = fiche.effort
    months = f"en {plural(round(effort.mois), 'mois')}" if effort.mois else ""
    stopped = f", dont {round(effort.suspendus)} de suspension" if months and round(effort.suspendus) else ""
    planned = spaced(f" ; prévu : {effort.prevu}") if months and effort.prevu else ""
    if effort.jours or effort.euros:
        yield KeyFigure(
            f"{jours(effort.jours)}, {number(effort.euros)}\u00a0€", "passés par la ville", months + stopped + planned
        )


def _reach(fiche: Fiche) -> Iterator[KeyFigure]:
    """Towns that fulfil the conditions; while none does, those of which one datum is still to check."""
    if fiche.essai is None:
        return
    one, said = fiche.essai, f"essai du {day(date.fromisoformat(fiche.essai.le))}, sur {number(fiche.essai.total)}"
    if one.remplissent or not one.a_verifier:
        told = agree(one.remplissent, "remplit les conditions", "remplissent les conditions")
        yield KeyFigure(plural(one.remplissent, "ville"), told, said)
    else:
        told = agree(one.a_verifier, "a encore une donnée à vérifier", "ont encore une donnée à vérifier")
        yield KeyFigure(plural(one.a_verifier, "ville"), told, f"aucune n’est sûre ; {said}")


def _story(fiche: Fiche) -> Iterator[Block]:
    yield from _chapter(fiche, "contexte")
    left = (*_chapter(fiche, "probleme"), *_chapter(fiche, "actions"))
    right = (*_chapter(fiche, "service"), *_chapter(fiche, "methode"))
    yield Columns(left, right)


def _pictures(fiche: Fiche, images: Mapping[str, bytes]) -> Iterator[Block]:
    found = [
        Picture(one.adresse, images[one.adresse], one.alt or one.legende, one.legende, one.credit)
        for one in fiche.images
        if one.adresse in images
    ]
    if found:
        yield Columns(tuple(found[:1]), tuple(found[1:2]))


def _data(fiche: Fiche) -> Iterator[Block]:
    yield from _chapter(fiche, "donnees", *tableaux.donnees(fiche))


def _results(fiche: Fiche) -> Iterator[Block]:
    qualitative = tuple(
        spaced(f"{one.texte} Ce qui le montre : {_ended(one.preuve)}") if one.preuve else one.texte
        for one in fiche.resultats
    )
    bullets = (Bullets(qualitative),) if qualitative else ()
    yield from _chapter(fiche, "resultats", *tableaux.objectifs(fiche), *bullets)
    effort = tuple(_chapter(fiche, "effort", *tableaux.effort(fiche)))
    failed = tuple(_chapter(fiche, "echecs", *_obstacles(fiche)))
    yield Columns(effort, failed)


def _obstacles(fiche: Fiche) -> Iterator[Block]:
    said = (f"{capital(one.famille)} : {one.texte} {f'Levé par : {_ended(one.leve)}' if one.leve else 'Pas levé.'}"
            for one in fiche.obstacles)  # fmt: skip
    items = tuple(map(spaced, said))
    if items:
        yield Bullets(items)


def _again(fiche: Fiche) -> Iterator[Block]:
    yield from _chapter(fiche, "cooperations", *tableaux.cooperations(fiche))
    conditions = tuple(_chapter(fiche, "conditions", *_conditions(fiche)))
    facts = tuple((one.part, one.fonction) for one in fiche.contacts)
    contacts = tuple(_chapter(fiche, "contacts", *([Facts(facts)] if facts else [])))
    yield Columns(conditions, contacts)


def _conditions(fiche: Fiche) -> Iterator[Block]:
    if fiche.conditions:
        yield Bullets(tuple(tableaux.condition(one) for one in fiche.conditions))
    if fiche.essai is not None:
        one = fiche.essai
        yield Paragraph(spaced(
            f"Essayées le {day(date.fromisoformat(one.le))} sur {plural(one.total, 'ville')} : "
            f"{_many(one.remplissent, 'les remplit', 'les remplissent')}, "
            f"{_many(one.a_verifier, 'a une donnée à vérifier', 'ont une donnée à vérifier')}, "
            f"{_many(one.manquent, 'en a une qui manque', 'en ont une qui manque')}, "
            f"{_many(one.hors, 'est hors du périmètre', 'sont hors du périmètre')}."
        ))  # fmt: skip


def _ended(words: str) -> str:
    """With one full stop, whatever its author wrote."""
    return words if words.rstrip().endswith((".", "!", "?", "…")) else f"{words}."


def _many(count: int, one: str, many: str) -> str:
    """`aucune ne les remplit`, `1 les remplit`, `12 les remplissent`."""
    return plural(count, one, many) if count else f"aucune n{'’' if one[0] in 'ae' else 'e '}{one}"


def _chapter(fiche: Fiche, cle: str, *blocks: Block) -> Iterator[Block]:
    """A title, its words with where they come from, what follows them; nothing when it says nothing."""
    words = fiche.textes(cle)
    if words or blocks:
        yield Heading(spaced(PAR_CLE[cle].titre))
        yield from (Paragraph(one.texte, (Evidence(one.source),)) for one in words)
        yield from blocks
