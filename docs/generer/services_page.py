"""docs/services.md: every service, its question, what it asks for, what it gives."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from writing import NOTE, table

from coeurdeville.core import french
from coeurdeville.core.references import references
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.services.catalogue import AnyService, described, services
from coeurdeville.services.contract.declaration import Indicator, Param
from coeurdeville.services.contract.described import Described
from coeurdeville.services.contract.service import Service

BEFORE = """\
Ce que l’on peut demander aujourd’hui, tel que chaque service se déclare. Sans ce qu’il lui faut, un service est bloqué
et dit ce qui manque ; sans ce qui l’améliore, il donne le reste. Équations, cas limites et vérifications :
[methodes.md](methodes.md). En ajouter un : [ajouter_un_service.md](ajouter_un_service.md)."""
DESCRIBED = """\
Ceux-là sont connus par ce qu’ils demandent : une charte, une pratique de publication, un calcul qui reste à écrire. Ils
tiennent leur place dans [la matrice](redeploiement.md) à côté des autres."""
BETTER = {True: "plus haut vaut mieux", False: "plus bas vaut mieux", None: ""}


def services_page() -> Iterator[str]:
    """The page."""
    yield from ("# Les services", NOTE, BEFORE)
    for one in services().values():
        yield from section(one)
    yield from ("## Les services décrits", DESCRIBED)
    for other in described().values():
        yield from described_section(other)


def section(one: Service[..., Any]) -> Iterator[str]:
    """One service, from its signature."""
    yield f"## {one.title} (`{one.slug}`)"
    yield f"**{import_module(one.words_module).QUESTION}**"
    yield "\n".join(f"- {line}" for line in _asked(one))
    yield table(("indicateur", "unité", "demande aussi", "sens"), _indicators(one))
    heads = ("paramètre", "sens", "unité", "par défaut", "au moins", "au plus", "chiffres donnés aussi à")
    if one.parameters:
        yield table(heads, (_parameter(name, param, one.defaults[name]) for name, param in one.parameters.items()))


def described_section(one: Described) -> Iterator[str]:
    """One described service, from its file."""
    yield f"### {one.title} (`{one.slug}`)"
    yield f"**{one.question}**"
    yield "\n".join(f"- {line}" for line in _told(one))
    if one.indicators:
        yield table(("chiffre", "unité", "demande aussi", "sens"), _indicators(one))


def _told(one: Described) -> Iterator[str]:
    yield f"Thème : {one.theme.label}. Sorte : {one.sort.label}."
    yield f"Il faut : {_layers(one.needs.values()) or 'aucune couche en particulier'}."
    if one.improvements:
        yield f"Mieux avec : {_layers(one.improvements.values())}."
    for constraint in one.constraints:
        yield f"Contrainte : {constraint}"
    if one.capacities:
        yield f"Capacité : {french.listing([capacity.label for capacity in one.capacities])}."
    for ran in one.experiences:
        yield f"Fait par {ran.who} ({ran.when}){f' : {ran.result}' if ran.result else ''} ; {ran.source}"


def _asked(one: Service[..., Any]) -> Iterator[str]:
    yield f"Thème : {one.theme.label}."
    yield f"Il faut : {_layers(one.signature.needs.values()) or 'aucune couche en particulier'}."
    if one.signature.improvements:
        yield f"Mieux avec : {_layers(one.signature.improvements.values())}."
    if one.by:
        column = next(column for column in one.signature.result.columns if column.name == one.by)
        yield f"Donne ses chiffres pour chaque valeur de : {column.title.lower()}."
    yield f"Méthode (`{one.method}`) : {references()[one.method]}"
    yield f"Dans le code : module `{one.module}`."


def _layers(kinds: Iterable[DataKind]) -> str:
    return ", ".join(f"{kind.title} (`{kind.slug}`)" for kind in kinds)


def _indicators(one: AnyService) -> Iterator[tuple[str, ...]]:
    def row(indicator: Indicator) -> tuple[str, ...]:
        lacking = ", ".join(one.layers[name].title for name in indicator.requires)
        return indicator.title, indicator.unit, lacking, BETTER[indicator.higher_is_better]

    return map(row, one.indicators.values())


def _parameter(name: str, param: Param, default: Any) -> tuple[str, ...]:
    low, high = (french.number(bound) if bound is not None else "" for bound in (param.minimum, param.maximum))
    usual = french.number(default) if isinstance(default, (int, float)) else str(default)
    return f"`{name}`", param.title, param.unit, usual, low, high, ", ".join(french.number(at) for at in param.band)
