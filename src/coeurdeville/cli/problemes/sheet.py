"""A problem and its chain, line by line, as they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.cli.service_sheet import state_of
from coeurdeville.core.french import plural
from coeurdeville.deployability.chain import Asked, Chain
from coeurdeville.inventory.problemes.probleme import Parole, Probleme
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.services.catalogue import AnyService

Section = tuple[str, tuple[str, ...]]
"""Heading, lines."""


def sections_of(chain: Chain) -> Iterator[Section]:
    """Headings with their lines, plain spaces; a part that has nothing says so."""
    probleme = chain.probleme
    yield "Qui le porte", tuple(line for parole in probleme.paroles for line in _parole(parole, probleme))
    yield "Fait ou en cours, sans numérique", probleme.actions_en_cours or ("rien n’est noté",)
    yield "À mettre en place, sans numérique", probleme.actions_a_mettre_en_place or ("rien n’est noté",)
    services = tuple(f"{one.slug:32} {one.title} ({state_of(one)}) : {_asks(one)}" for one in chain.services)
    yield "Services qui pourraient répondre", services or ("aucun à ce jour",)
    yield "Données qui aideraient", tuple(map(_data, chain.asked)) or ("aucune n’est notée",)


def _parole(parole: Parole, probleme: Probleme) -> Iterator[str]:
    wording = "formulation de la ville" if probleme.locale else "formulation du projet"
    said = [text for text in (parole.role, parole.organisation, parole.lieu, str(parole.quand or "")) if text]
    yield f"{parole.qui.libelle} : {', '.join(said) or 'sans autre précision'}"
    yield f"  « {parole.texte} »" if parole.texte else f"  sans citation : {wording}"
    if parole.source:
        yield f"  {parole.source}"


def _asks(service: AnyService) -> str:
    """`3 données indispensables, 2 qui l’améliorent`."""
    needs, layers = len(service.needs), len(service.layers)
    better = f", {plural(layers - needs, 'qui l’améliore', 'qui l’améliorent')}" if layers > needs else ""
    return f"{plural(needs, 'donnée indispensable', 'données indispensables')}{better}"


def _data(asked: Asked) -> str:
    """`arbres   Arbres : indispensable à 2 services, améliore 1 service`."""
    said = [f"indispensable à {plural(len(asked.needed_by), 'service')}"] if asked.needed_by else []
    said += [f"améliore {plural(len(asked.improves), 'service')}"] if asked.improves else []
    said += ["utile en elle-même"] if asked.named else []
    unread = " (aucun code ne la lit encore)" if isinstance(asked.layer, Awaited) else ""
    return f"{asked.layer.slug:32} {asked.layer.title}{unread} : {', '.join(said)}"
