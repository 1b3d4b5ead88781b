"""What a source gave on a day: a layer, and the answers that it was made from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Generic, TypeVar

from coeurdeville.core import code
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import Supply
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.net.answer import Answer
from coeurdeville.territories.territory import Territory

L = TypeVar("L", bound=Layer)


@dataclass(frozen=True)
class Snapshot(Generic[L]):
    """A layer as it was published: what the producer leaves empty is still empty."""

    source: str
    """Slug of the source."""
    module: str
    territory: Territory
    layer: L
    answers: tuple[Answer, ...]

    @property
    def fingerprint(self) -> str:
        """Changes with any answer, with the ground, and with the code that reads them."""
        digest = hashlib.sha256(code.fingerprint(self.module).encode())
        ground = self.territory.outline.wkb_hex if self.territory.outline is not None else self.territory.point
        digest.update(repr((self.territory.code, self.territory.crs, ground)).encode())
        for answer in self.answers:
            digest.update(f"{answer.address} {answer.sha256}\n".encode())
        return digest.hexdigest()[:16]

    def supply(self) -> Supply:
        """The layer on offer to services: what a rule of the layer can fill in is filled in, and said in its origin."""
        return Supply(self.fingerprint, lambda: _completed(self.layer))


def _completed(layer: Layer) -> Layer:
    if not isinstance(layer, VectorLayer):
        return layer
    frame, origin, _ = layer.complete(layer.frame, layer.origin)
    return type(layer)(frame, origin=origin, extent=layer.extent)
