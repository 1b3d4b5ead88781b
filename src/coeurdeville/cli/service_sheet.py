"""What is known of a service before it runs anywhere, line by line, as it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import agree, number
from coeurdeville.core.references import references
from coeurdeville.inventory.donnee import Cooperation
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.declaration import Indicator
from coeurdeville.services.contract.described import Described, Experience, Sort
from coeurdeville.services.questions import question_of


def state_of(service: AnyService) -> str:
    """Whether it is computed; a practice never is."""
    if not isinstance(service, Described):
        return "calculé"
    return "décrit, pas encore calculé" if service.indicators else "décrit, une pratique qui ne se calcule pas"


def lines_of(service: AnyService) -> Iterator[tuple[str, str]]:
    """Label and text of each line; of a computed service, all comes from its signature."""
    yield "Question", question_of(service)
    yield "Nom à écrire", service.slug
    yield "Thème", service.theme.label
    yield "Sorte", (service.sort if isinstance(service, Described) else Sort.DATA).label
    yield "État", state_of(service)
    for kind in service.needs.values():
        yield "Il faut", _layer(kind)
    if not service.needs:
        yield "Il faut", _without_needs(service)
    for name, kind in service.layers.items():
        if name not in service.needs:
            yield "Mieux avec", _layer(kind)
    for indicator in service.indicators.values():
        yield "Chiffre", _figure(indicator, service)
    if isinstance(service, Described):
        yield from _known(service)
    else:
        yield "Fait par", "aucune expérience n’est relevée à côté du code"
        yield "Méthode", str(references()[service.method])


def _known(service: Described) -> Iterator[tuple[str, str]]:
    for constraint in service.constraints:
        yield "Contrainte", constraint
    for capacity in service.capacities:
        yield "Capacité", capacity.label
    for ran in service.experiences:
        yield from _experience(ran)
    if not service.experiences:
        yield "Fait par", "aucune expérience n’est relevée à ce jour"
    for shared in service.cooperations:
        yield "Coopération", _cooperation(shared)
    source = references().get(service.source)
    yield "Source", service.source if source is None else str(source)


def _without_needs(service: AnyService) -> str:
    requires = {name for figure in service.indicators.values() for name in figure.requires}
    return "l’une de celles qui suivent « Mieux avec », au moins" if requires else "aucune donnée en particulier"


def _layer(kind: DataKind) -> str:
    unread = ", qu’aucun code ne lit encore" if isinstance(kind, Awaited) else ""
    return f"{kind.title} ({kind.slug}){unread}"


def _figure(indicator: Indicator, service: AnyService) -> str:
    required = ", ".join(service.layers[name].title for name in indicator.requires)
    return f"{indicator.title}, en {indicator.unit}" + (f" ; demande aussi : {required}" if required else "")


def _experience(ran: Experience) -> Iterator[tuple[str, str]]:
    yield "Fait par", f"{ran.who} ({ran.when}) : {ran.result or 'aucun résultat publié n’a été trouvé'}"
    days = "personne ne l’a noté" if ran.days is None else _days(ran.days)
    yield "", f"effort : {days} ; {ran.source}"


def _days(days: float) -> str:
    return f"{number(days, 0 if days == int(days) else 1)} {agree(days, 'jour')} de travail"


def _cooperation(shared: Cooperation) -> str:
    nature = f" ({shared.nature.libelle})" if shared.nature else ""
    rest = [text for text in (shared.objet, shared.duree, shared.cout) if text]
    return f"avec {shared.avec}{nature}, {shared.comment} : {', '.join(rest) or 'objet à préciser'}"
