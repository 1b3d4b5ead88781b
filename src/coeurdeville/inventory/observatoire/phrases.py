"""What shares and states say, in French, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from coeurdeville.core.french import number, percent, plural
from coeurdeville.inventory.observatoire.denominateurs import denominateurs
from coeurdeville.inventory.observatoire.parts import Part
from coeurdeville.inventory.observatoire.presence import Etat


def of_shares(parts: Iterable[Part]) -> Iterator[str]:
    """The shares, band after band; the share of all is not said again when every commune is bound."""
    for bande, group in groupby(parts, key=lambda one: one.bande):
        yield f"\n{bande}"
        held = list(group)
        if not any(one.denominateur for one in held):
            yield "  aucune commune de cette taille dans le relevé"
            continue
        said = {(one.numerateur, one.denominateur, one.compte): one for one in reversed(held)}
        for part in (one for one in held if one in said.values()):
            unknown = f" ; {plural(part.inconnus, 'commune')} sur quoi rien n’est dit" if part.inconnus else ""
            yield f"  {_share(part)}{unknown}"
            if "soumises" in part.parmi and part.denominateur:
                yield f"      {_aim(part)}"


def _share(part: Part) -> str:
    if part.taux is None:
        return f"aucune parmi les {part.parmi}"
    among = part.parmi if part.denominateur > 1 else " ".join(word.removesuffix("s") for word in part.parmi.split())
    counted = f"{number(part.numerateur)} sur {number(part.denominateur)} {among}"
    return f"{percent(100 * part.taux, 1)} {part.compte} : {counted}"


def _aim(part: Part) -> str:
    among = " parmi celles du relevé" if part.inconnus else ""
    if part.manque:
        return f"il en manque {number(part.manque)} pour atteindre 50 %{among}"
    return f"les 50 % visés sont atteints{among}"


def of_national(parts: Sequence[Part]) -> Iterator[str]:
    """The same bodies among each number that circulates, or these numbers alone: nothing says that one is right."""
    if not parts:
        yield "\nPour la France entière, d’autres dénominateurs circulent"
        yield from (f"  {one} : {one.source}" for one in denominateurs())
        return
    yield "\nCollectivités vues, selon le dénominateur retenu"
    for part in parts:
        rate = "" if part.taux is None else percent(100 * part.taux, 1)
        yield f"  {rate} : {number(part.numerateur)} ({part.date}) sur {part.parmi}"


def of_state(etat: Etat) -> str:
    """What was seen of a commune, and where."""
    own = f" ; commune : {etat.elle_meme}" if etat.elle_meme else ""
    body = f" ; {etat.commune.epci.nom} : {etat.epci}" if etat.epci and etat.commune.epci else ""
    return f"{etat.libelle}{own}{body}"
