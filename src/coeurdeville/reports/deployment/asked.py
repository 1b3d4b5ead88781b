"""What a service asks for, and who gives it: sources read today, sources only declared, inventories of towns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from coeurdeville.core.french import NBSP, number
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.provider import Place
from coeurdeville.deployability.resolver import either, stand_ins
from coeurdeville.deployability.verdict import Why
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.reports.deployment.blocks import sentence
from coeurdeville.reports.deployment.links import NOWHERE, Links, linked
from coeurdeville.reports.escaping import escaped
from coeurdeville.services.catalogue import AnyService
from coeurdeville.sources.contract.sheet import Sheet

CAPTION = "Données que le service demande"
HEADS = ("Acquise", "À vérifier", "Absente")
"""In how many communes: had, replaced or to be asked of a sure source; doubted; absent."""


def asked(service: AnyService, cells: Sequence[Cell], sheets: Collection[Sheet], links: Links = NOWHERE) -> str:
    """A section: each layer with its givers, and in how many communes it can be had."""
    rows = "".join(_row(kind, _use(kind, service), cells, sheets, links) for kind in service.layers.values())
    heads = "".join(f'<th scope="col" class="number">{word}</th>' for word in HEADS)
    return (
        '<section id="donnees"><h2>Ce qu’il faut, et qui le donne</h2>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{CAPTION}"><table class="asked">'
        f"<caption>{CAPTION}, et dans combien de communes on peut l’avoir</caption>"
        f'<thead><tr><th scope="col">Donnée</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div></section>'
    )


def _use(kind: DataKind, service: AnyService) -> str:
    if kind in service.needs.values():
        return "indispensable"
    some: tuple[DataKind, ...] = either(service)
    return "une de celles-ci est indispensable" if kind in some else "amélioration"


def _row(kind: DataKind, use: str, cells: Sequence[Cell], sheets: Collection[Sheet], links: Links) -> str:
    title = linked(kind.title, links.layer(kind.slug))
    counts = "".join(f'<td class="number">{number(count) if count else "–"}</td>' for count in _counts(kind, cells))
    return (
        f'<tr class="service"><th scope="row">{title} <small>{use}</small></th>{counts}</tr>'
        f'<tr class="why"><td colspan="4" class="reasons">{_givers(kind, cells, sheets)}</td></tr>'
    )


def _counts(kind: DataKind, cells: Sequence[Cell]) -> tuple[int, int, int]:
    found = Counter(one.why for cell in cells for one in cell.verdict.reasons if one.layer is kind)
    had = found[Why.HAD] + found[Why.STANDS_IN] + found[Why.ASKABLE]
    return had, found[Why.DOUBTED], found[Why.ABSENT]


def _givers(kind: DataKind, cells: Sequence[Cell], sheets: Collection[Sheet]) -> str:
    """National sources of the layer and of those that stand for it, then how many towns have a file of it."""
    wanted = stand_ins(kind)
    here = [one for layer in wanted for one in sheets if one.layer is layer]
    said = [
        _list("Lue aujourd’hui", [_source(one, kind) for one in here if one.read]),
        _list("Déclarée, pas encore lue", [_source(one, kind) for one in here if not one.read]),
        _towns(kind, cells),
    ]
    return "".join(said) or "Aucune source nationale n’est déclarée."


def _list(title: str, sources: Sequence[str]) -> str:
    return f"<span><b>{title}{NBSP}:</b> {escaped(sentence(sources))}.</span>" if sources else ""


def _source(sheet: Sheet, kind: DataKind) -> str:
    instead = "" if sheet.layer is kind else ", qui en tient lieu"
    return f"{sheet.title} ({sheet.publisher}){instead}"


def _towns(kind: DataKind, cells: Sequence[Cell]) -> str:
    count = sum(
        one.provider is not None and one.provider.place is not Place.SOURCE
        for cell in cells
        for one in cell.verdict.reasons
        if one.layer is kind
    )
    return f"<span><b>Inventaires de villes qui en ont{NBSP}:</b> {number(count)}.</span>" if count else ""
