"""What the figures rest on: the sources that code reads, those that only have a sheet, inventories and runs."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from coeurdeville.core.french import agree, capital, listing, number, plural, spaced
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.reports.deployment.overview import Overview
from coeurdeville.reports.deployment.voices import counted
from coeurdeville.reports.escaping import escaped
from coeurdeville.sources.contract.sheet import Sheet
from coeurdeville.territories.referentiel import read_referentiel


def basis(seen: Overview, matrix: Matrix) -> str:
    """A section: how many of everything, and the list of national sources."""
    items = "".join(
        f"<li><strong>{escaped(answer)}</strong> {escaped(spaced(rest))}</li>" for answer, rest in _facts(seen, matrix)
    )
    return (
        f'<section id="appuis"><h2>Sur quoi reposent ces chiffres</h2><ul class="methods">{items}</ul>'
        f"{sources(matrix.national.sources)}</section>"
    )


def _facts(seen: Overview, matrix: Matrix) -> Iterable[tuple[str, str]]:
    held = sum(one.code in matrix.inventories for one in seen.places)
    proven = sum(cell.proof is not None for row in seen.rows for cell in row)
    yield (
        f"{capital(counted(seen.services))}.",
        "Un service calculé est écrit et peut être lancé. Un service décrit n’est connu que par les données qu’il "
        "demande : rien ne le calcule encore ici.",
    )
    yield (
        "Rien n’a été téléchargé pour établir ce tableau.",
        "L’état dit ce que l’on sait d’avance : quelle source couvre la commune, et si un code la lit.",
    )
    yield _inventories(held, len(seen.places))
    yield (
        f"{plural(proven, 'calcul')} {agree(proven, 'gardé prouve', 'gardés prouvent')} une case.",
        "Une preuve ne vaut que pour les données, le code et les paramètres du jour où elle a été faite.",
    )
    yield "Communes et populations.", f"{read_referentiel().edition.citation}."


def _inventories(held: int, total: int) -> tuple[str, str]:
    if not held:
        return (
            "Aucun inventaire de ville n’est compté.",
            "Une ville qui inventorie ses données change ses propres cases : ce tableau est un point de départ, "
            "pas un jugement sur elle.",
        )
    return (
        f"{plural(held, 'inventaire')} de ville sur {plural(total, 'commune')}.",
        "Pour les autres communes, seules les sources nationales sont comptées : ce n’est pas un jugement sur elles.",
    )


def sources(sheets: Collection[Sheet]) -> str:
    """National sources in two lists, read today or only declared."""
    read = [one for one in sheets if one.read]
    declared = [one for one in sheets if not one.read]
    return _list(f"Lues aujourd’hui ({number(len(read))})", read) + _list(
        f"Déclarées, pas encore lues ({number(len(declared))})", declared
    )


def _list(title: str, sheets: Collection[Sheet]) -> str:
    if not sheets:
        return ""
    by_layer: dict[str, list[str]] = {}
    for one in sheets:
        by_layer.setdefault(one.layer.title, []).append(f"{one.title} ({one.publisher})")
    items = "".join(
        f"<li><strong>{escaped(layer)}</strong> {escaped(listing(those))}</li>"
        for layer, those in sorted(by_layer.items())
    )
    return f'<h3>{escaped(title)}</h3><ul class="sources small">{items}</ul>'
