"""Subjects and verbs that agree in French: none, one, some, nearly all, all."""

from __future__ import annotations

from dataclasses import dataclass

from coeurdeville.core import french

SURE = 0.5
"""Distance [%] from 0 and from 100 under which a share would be rounded to none or to all."""
MANY = 100
"""Count from which it is rounded, and said to be."""


@dataclass(frozen=True)
class Noun:
    """`logement`, `carré de 200 m`."""

    one: str
    several: str = ""
    """The plural; empty: each word takes an s."""
    feminine: bool = False

    @property
    def many(self) -> str:
        """`logements`, `carrés de 200 m`."""
        return self.several or french.agree(2, self.one)

    def agreed(self, count: float) -> str:
        """The word alone: French counts from two."""
        return self.one if abs(count) < 2 else self.many

    @property
    def none(self) -> str:
        """`aucun logement`, `aucune espèce`."""
        return f"aucun{'e' if self.feminine else ''} {self.one}"


@dataclass(frozen=True)
class Verb:
    """`voit`, `voient`, with what follows: `est touché`, `sont touchés`."""

    one: str
    many: str

    @property
    def denied(self) -> str:
        """`ne voit`, `n’est touché`: what follows *aucun*."""
        return f"n’{self.one}" if french.plain(self.one)[:1] in "aeiouy" else f"ne {self.one}"


def share(value: float) -> str:
    """`12 %`, `moins de 1 %`, `plus de 99 %`: never a false 0 or 100."""
    if 0 < value <= SURE:
        return f"moins de {french.percent(1)}"
    if 100 - SURE <= value < 100:
        return f"plus de {french.percent(99)}"
    return french.percent(value)


def share_of(value: float, noun: Noun, verb: Verb, among: float = 2) -> str:
    """`12 % des logements voient`, `aucun logement ne voit`, `tous les logements voient`, `le seul logement voit`.

    `value` is in percent; `among` is how many there are in all, for the case when there is one.
    """
    if value == 0:
        return f"{noun.none} {verb.denied}"
    if value < 100:
        return f"{share(value)} des {noun.many} {verb.many}"
    if among == 1:
        return f"{'la seule' if noun.feminine else 'le seul'} {noun.one} {verb.one}"
    return f"{'toutes' if noun.feminine else 'tous'} les {noun.many} {verb.many}"


def amount(count: float, noun: Noun, *, near: bool = True) -> str:
    """`aucun logement`, `un logement`, `12 logements`, `environ 1 200 logements`; half a person is `moins d’un`.

    Without `near`, a rounded count is not said to be: an earlier one of the sentence was.
    """
    whole = round(count)
    if whole == 0:
        return f"moins d’{_one(noun)} {noun.one}" if count > 0 else noun.none
    if whole == 1:
        return f"{_one(noun)} {noun.one}"
    return f"{'environ ' if near and whole >= MANY else ''}{french.about(whole)}{french.NBSP}{noun.many}"


def counted(count: float, noun: Noun) -> str:
    """`184 carrés`: exact."""
    return f"{french.number(count)}{french.NBSP}{noun.agreed(count)}"


def number_of(count: float, noun: Noun, verb: Verb) -> str:
    """`aucun bâtiment n’est touché`, `un bâtiment est touché`, `environ 1 200 bâtiments sont touchés`."""
    if count == 0:
        return f"{noun.none} {verb.denied}"
    return f"{amount(count, noun)} {verb.one if round(count) < 2 else verb.many}"


def _one(noun: Noun) -> str:
    return "une" if noun.feminine else "un"
