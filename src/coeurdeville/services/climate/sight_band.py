"""How much the 3-30-300 rule depends on the distance at which a tree is said to be seen, which no text fixes."""

from __future__ import annotations

from dataclasses import dataclass

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.services.climate.three_thirty_three_hundred import Figures, three_thirty_three_hundred
from coeurdeville.services.contract.page import Told


@dataclass(frozen=True)
class Band:
    """A share [%] at the shortest and at the longest distance of sight [m]."""

    near: float
    far: float
    low: float
    high: float

    @property
    def flat(self) -> bool:
        """The words of both shares are the same."""
        return sentences.share(self.low) == sentences.share(self.high)

    @property
    def words(self) -> str:
        """`de 12 % à 45 % selon que l’on voit un arbre à 15 ou à 50 m`, or that it does not depend on it."""
        near, far = french.number(self.near), french.quantity(self.far, "m")
        if self.flat:
            return f"quelle que soit la distance de vue, de {near} à {far}"
        low, high = sentences.share(self.low), sentences.share(self.high)
        return f"de {low} à {high} selon que l’on voit un arbre à {near} ou à {far}"


def band_of(told: Told[Figures], figure: str) -> Band | None:
    """The band of `three` or `all_three`; None when the figure is not known, or was judged at one distance only.

    A distance that changes nothing is not in `told.band`: the usual figure stands for it.
    """
    usual = getattr(told.figures, figure)
    if isinstance(usual, Missing):
        return None
    other = {float(at): value for at, value in told.band.get(figure, {}).items()}
    seen, sight = chosen(told, "seen"), chosen(told, "sight")
    tried = {at for at in three_thirty_three_hundred.thresholds["seen"].band if at <= sight} | {seen}
    near, far = min(tried), max(tried)
    return Band(near, far, other.get(near, usual), other.get(far, usual)) if near < far else None


def chosen(told: Told[Figures], name: str) -> float:
    """The value of a parameter, its default where the run does not tell."""
    return float(str(told.parameters.get(name, three_thirty_three_hundred.defaults[name])))
