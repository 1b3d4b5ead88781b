"""A layer that can be had: known by its fingerprint before any file is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from coeurdeville.layers.contract.layer import Layer


@dataclass(frozen=True)
class Supply:
    """One layer on offer. Runs are planned on fingerprints; the file is read once, when first needed."""

    fingerprint: str
    """Changes with the data, and with the code that reads them."""
    load: Callable[[], Layer]

    @cached_property
    def layer(self) -> Layer:
        """The layer itself, loaded once."""
        return self.load()

    @classmethod
    def of(cls, layer: Layer) -> Supply:
        """A layer already built."""
        return cls(layer.fingerprint(), lambda: layer)


Supplies = Mapping[type[Layer], Supply]
"""What a territory has to offer to services."""


def supplies(*layers: Layer) -> dict[type[Layer], Supply]:
    """Layers already built, on offer."""
    return {type(layer): Supply.of(layer) for layer in layers}
