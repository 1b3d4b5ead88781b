"""Reading a signature: which arguments are layers, which are parameters; every mistake refused by its name."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from coeurdeville.core.missing import Missing
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.services.contract.declaration import Breakdown, Indicator, Param
from coeurdeville.territories.territory import Territory

FIGURES = ({float}, {float, Missing}, {Breakdown}, {Breakdown, Missing})
"""What a figure may be."""


@dataclass(frozen=True)
class Signature:
    """What a measure asks for."""

    needs: dict[str, type[Layer]]
    improvements: dict[str, type[Layer]]
    parameters: dict[str, Param]
    defaults: dict[str, Any]
    territory: bool
    """It also asks for the territory."""
    result: type[TableLayer]


def read_measure(function: Callable[..., Any]) -> Signature:
    """Needs (`Trees`), improvements (`Roads | None = None`), parameters (`Annotated[float, Param(…)] = x`).

    Raises
    ------
    TypeError
        For any other argument, with the form that it should take.
    """
    hints = get_type_hints(function, include_extras=True)
    result = hints.get("return")
    if not (isinstance(result, type) and issubclass(result, TableLayer)):
        raise TypeError(f"{function.__name__}.return: a layer of rows is expected")
    found = Signature({}, {}, {}, {}, hints.get("territory") is Territory, result)
    for arg in inspect.signature(function).parameters.values():
        hint, where = hints.get(arg.name), f"{function.__name__}.{arg.name}"
        layer: type[Layer] | None = _layer_in(hint)
        if arg.kind not in (arg.POSITIONAL_OR_KEYWORD, arg.KEYWORD_ONLY):
            raise TypeError(f"{where}: arguments are given by their name")
        if layer and hint == layer and arg.default is arg.empty:
            found.needs[arg.name] = layer
        elif layer and set(get_args(hint)) == {layer, NoneType} and arg.default is None:
            found.improvements[arg.name] = layer
        elif layer:
            raise TypeError(f"{where}: write `{layer.__name__}` or `{layer.__name__} | None = None`")
        elif hint is not Territory:
            found.parameters[arg.name], found.defaults[arg.name] = _param(where, arg, hint)
        elif arg.name != "territory":
            raise TypeError(f"{where}: the territory is asked for as `territory: Territory`")
    _require_layers_in_reach(function.__name__, found)
    return found


def _require_layers_in_reach(measure: str, found: Signature) -> None:
    for name, param in found.parameters.items():
        if alien := set(param.reach) - found.needs.keys() - found.improvements.keys():
            raise TypeError(f"{measure}.{name}: reach={sorted(alien)} are not layers of the measure")


def read_figures(
    function: Callable[..., Any], name: str, measure: Signature
) -> tuple[dict[str, Param], dict[str, Any], dict[str, Indicator], type]:
    """Thresholds, their defaults, indicators, and the dataclass of the figures.

    Raises
    ------
    TypeError
        When the function does not take the measure's result, or a figure is not declared.
    """
    hints = get_type_hints(function, include_extras=True)
    args = list(inspect.signature(function).parameters.values())
    if not args or hints.get(args[0].name) is not measure.result:
        raise TypeError(f"{name}.figures.{args[0].name if args else ''}: {measure.result.__name__} is expected first")
    thresholds, defaults = {}, {}
    for arg in args[1:]:
        where = f"{name}.figures.{arg.name}"
        param, default = _param(where, arg, hints.get(arg.name))
        if arg.name in measure.parameters:
            raise TypeError(f"{where}: the measure already has a parameter of this name")
        if param.within and param.within not in measure.parameters:
            raise TypeError(f"{where}: within={param.within!r} is not a parameter of the measure")
        thresholds[arg.name], defaults[arg.name] = param, default
    return thresholds, defaults, _indicators(hints.get("return"), name, measure), hints["return"]


def _indicators(kind: Any, name: str, measure: Signature) -> dict[str, Indicator]:
    if not is_dataclass(kind):
        raise TypeError(f"{name}.figures: a dataclass is expected")
    hints, found = get_type_hints(kind, include_extras=True), {}
    for field in fields(kind):
        where, hint = f"{name}.{field.name}", hints[field.name]
        value, *extra = get_args(hint) if get_origin(hint) is Annotated else (hint,)
        if set(get_args(value) or {value}) not in FIGURES or not extra or not isinstance(extra[0], Indicator):
            raise TypeError(f"{where}: write `Annotated[float | Missing, Indicator(…)]`, or with Breakdown")
        indicator = extra[0]
        if alien := set(indicator.requires) - measure.improvements.keys():
            raise TypeError(f"{where}: requires={sorted(alien)} are not improvements of the measure")
        found[field.name] = indicator
    return found


def _layer_in(hint: Any) -> type[Layer] | None:
    return next((t for t in (hint, *get_args(hint)) if isinstance(t, type) and issubclass(t, Layer)), None)


def _param(where: str, arg: inspect.Parameter, hint: Any) -> tuple[Param, Any]:
    """The declaration of a parameter, and its default in the type declared (50 is 50.0 for a float)."""
    kind, *extra = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    allowed = kind in (float, int, bool, date) or get_origin(kind) is Literal or kind == dict[str, float]
    if not (allowed and extra and isinstance(extra[0], Param)):
        raise TypeError(f"{where}: neither a layer, nor Territory, nor `Annotated[…, Param(…)]`")
    if arg.kind is not arg.KEYWORD_ONLY or arg.default is arg.empty:
        raise TypeError(f"{where}: a parameter is keyword-only and has a default")
    param: Param = extra[0]
    numbers = [value for value in (arg.default, *param.band) if isinstance(value, int | float)]
    if alien := [value for value in numbers if not param.allows(value)]:
        raise TypeError(f"{where}: {alien} outside its own bounds")
    return param, float(arg.default) if kind is float else arg.default
