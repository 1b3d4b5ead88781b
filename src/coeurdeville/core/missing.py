"""A figure that cannot be given, as data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Missing:
    """Why a figure is not given: a layer, too few trees identified, an empty zone.

    It stands in place of the number, never 0, never None, never NaN. `reason` is a French
    clause without capital or full stop, such as `il manque : Arbres`.
    """

    reason: str
