"""Structures as plain JSON values, and back to the very same: dataclasses, tuples, texts, numbers, nothing."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dataclasses as objects, by field; tuples as lists."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    return [to_plain(one) for one in value] if isinstance(value, tuple) else value


def from_plain(kind: type[T], value: Any) -> T:
    """The structure of this kind. A field that is left out takes its default.

    Raises
    ------
    ValueError
        When the value is not what the kind declares, or when the structure itself refuses it.
    """
    found: T = _read(kind, value)
    return found


def _read(kind: Any, value: Any) -> Any:
    if is_dataclass(kind):
        return _structure(kind, value)
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return None if value is None and NoneType in inside else _read(_only(inside), value)
    if origin is tuple and isinstance(value, list):
        kinds = [inside[0]] * len(value) if inside[-1] is Ellipsis else inside
        return tuple(_read(one, item) for one, item in zip(kinds, value, strict=True))
    if origin is Literal and value in inside:
        return value
    if kind is float and type(value) in (int, float):
        return float(value)
    if kind in (str, int, bool) and type(value) is kind:
        return value
    raise ValueError(f"{value!r:.60} is not {kind}")


def _structure(kind: Any, value: Any) -> Any:
    known = _hints(kind)
    if not isinstance(value, dict) or not value.keys() <= known.keys():
        raise ValueError(f"{value!r:.60} is not {kind.__name__}")
    if lacking := _required(kind) - value.keys():
        raise ValueError(f"{kind.__name__} without {', '.join(sorted(lacking))}")
    return kind(**{name: _read(known[name], item) for name, item in value.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _required(kind: Any) -> frozenset[str]:
    return frozenset(
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    )


def _only(kinds: tuple[Any, ...]) -> Any:
    """The kind of an optional value."""
    (kind,) = (one for one in kinds if one is not NoneType)
    return kind
