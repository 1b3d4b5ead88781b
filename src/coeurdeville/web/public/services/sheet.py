"""A service before it runs anywhere: method, parameters, figures, as its declaration gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coeurdeville.core.finding import Finding
from coeurdeville.core.french import quantity, spaced
from coeurdeville.core.references import Reference, references
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.declaration import Indicator, Param
from coeurdeville.services.contract.described import Described
from coeurdeville.services.contract.service import Service
from coeurdeville.services.methods import methods_of
from coeurdeville.services.questions import question_of
from coeurdeville.web.public.words import printed

BETTER = {True: "plus haut vaut mieux", False: "plus bas vaut mieux", None: ""}


@dataclass(frozen=True)
class ParameterLine:
    """A value that a user may change."""

    title: str
    usual: str
    bounds: str


@dataclass(frozen=True)
class FigureLine:
    """A figure that it gives, or would give."""

    title: str
    unit: str
    also: str
    """Layers without which it is not given."""
    sense: str


@dataclass(frozen=True)
class Sheet:
    """What is known of a service, in words."""

    title: str
    question: str
    theme: str
    """Key of the theme's colour."""
    theme_title: str
    computed: bool
    state: str
    parameters: tuple[ParameterLine, ...]
    figures: tuple[FigureLine, ...]
    methods: tuple[Finding, ...]
    """How it counts and judges; none when nothing computes it."""
    reference: Reference | None
    source: str
    """Address of what describes it, when it is no reference."""


def sheet_of(service: AnyService) -> Sheet:
    """The sheet of a service, computed or described."""
    computed = not isinstance(service, Described)
    key = service.source if isinstance(service, Described) else service.method
    known = references().get(key)
    return Sheet(
        service.title, printed(question_of(service)), service.theme.value, service.theme.label, computed,
        _state(service),
        () if isinstance(service, Described) else _parameters(service),
        tuple(_figure(one, service.layers) for one in service.indicators.values()),
        () if isinstance(service, Described) else methods_of(service),
        known, "" if known else key,
    )  # fmt: skip


def _state(service: AnyService) -> str:
    if not isinstance(service, Described):
        return "Ce service est calculé par le logiciel."
    later = "son calcul reste à écrire" if service.indicators else "c’est une pratique, qui ne se calcule pas"
    return spaced(f"Ce service est décrit : {later}.")


def _parameters(service: Service[..., Any]) -> tuple[ParameterLine, ...]:
    return tuple(_parameter(one, service.defaults[name]) for name, one in service.parameters.items())


def _parameter(param: Param, usual: object) -> ParameterLine:
    if isinstance(usual, bool) or not isinstance(usual, int | float):
        return ParameterLine(param.title, {True: "oui", False: "non"}.get(usual, str(usual)), param.bounds)  # type: ignore[call-overload]
    return ParameterLine(param.title, quantity(usual, param.unit, 0 if usual == int(usual) else 2), param.bounds)


def _figure(one: Indicator, layers: Mapping[str, Any]) -> FigureLine:
    also = ", ".join(layers[name].title for name in one.requires)
    return FigureLine(one.title, one.unit, also, BETTER[one.higher_is_better])
