"""What a source says of itself, checked when it is declared."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, get_type_hints

from coeurdeville.core.licences import LICENCES
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.net.net import Net
from coeurdeville.territories.territory import Territory

RECORDED = "vérifiée sur une réponse enregistrée"
DOCUMENTED = "vérifiée sur la forme documentée"
LIVE = re.compile(r"vérifiée en ligne le \d\d/\d\d/\d{4}")
"""The three states of a source that is read. A recorded answer is one that the real service gave."""
DECLARED = "déclarée, pas encore lue"
"""The state of a source that has a sheet and no reader."""
ASKED = {"territory": Territory, "net": Net}


class Partition(StrEnum):
    """What one fetch brings: the unit in which snapshots are kept."""

    NATIONAL = "national"
    DEPARTEMENT = "departement"
    COMMUNE = "commune"
    BBOX = "bbox"
    """The rectangle around a territory."""

    @property
    def label(self) -> str:
        """What users read after « demandée pour »."""
        return _PARTITIONS[self]


_PARTITIONS = {
    Partition.NATIONAL: "la France entière",
    Partition.DEPARTEMENT: "un département",
    Partition.COMMUNE: "une commune",
    Partition.BBOX: "le rectangle autour de la ville",
}


def layer_given(function: Callable[..., Any]) -> type[Layer]:
    """The layer that the function returns.

    Raises
    ------
    TypeError
        When it is not written `(territory: Territory, net: Net) -> <a layer>`.
    """
    hints = get_type_hints(function)
    for name in inspect.signature(function).parameters:
        if name not in ASKED or hints.get(name) is not ASKED[name]:
            raise TypeError(f"{function.__name__}.{name}: a source takes `territory: Territory, net: Net` only")
    if lacking := ASKED.keys() - hints.keys():
        raise TypeError(f"{function.__name__}: the argument {min(lacking)} is missing")
    given = hints.get("return")
    if not (isinstance(given, type) and issubclass(given, Layer) and hasattr(given, "slug")):
        raise TypeError(f"{function.__name__}.return: a layer of the catalogue is expected")
    return given


def require_facts(name: str, *, licence: str, page: str, state: str, **texts: str) -> None:
    """Refuse a declaration that leaves a reader without a licence, a page or a state.

    Raises
    ------
    TypeError
        With the argument's name and what to write.
    """
    for argument, text in texts.items():
        if not text.strip():
            raise TypeError(f"{name}.{argument}: a French text is expected")
    if licence not in LICENCES:
        raise TypeError(f"{name}.licence: one of {', '.join(LICENCES)} is expected")
    if not page.startswith("https://"):
        raise TypeError(f"{name}.page: the https address of the page that describes the data is expected")
    if state not in (RECORDED, DOCUMENTED, DECLARED) and not LIVE.fullmatch(state):
        raise TypeError(f"{name}.state: « {RECORDED} », « {DOCUMENTED} » or « vérifiée en ligne le 23/11/2026 »")
