"""What shares and states say, in French, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coeurdeville.core.french import number, percent, plural
from coeurdeville.inventory.observatoire.parts import Part
from coeurdeville.inventory.observatoire.presence import Etat


def of_shares(parts: Iterable[Part]) -> Iterator[str]:
    """The shares, band after band; the share of all is not said again when every commune is bound."""
    bande, last = "", (0, 0, "")
    for part in parts:
        if part.bande != bande:
            bande = part.bande
            yield f"\n{bande}"
        counted = (part.numerateur, part.denominateur, part.compte)
        if counted == last:
            continue
        last = counted
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
    if part.manque:
        return f"il en manque {number(part.manque)} pour atteindre 50 %"
    return f"les 50 % visés sont atteints{' parmi celles du relevé' if part.inconnus else ''}"


def of_national(parts: Sequence[Part]) -> Iterator[str]:
    """The same bodies among each number that circulates: nothing says that one of them is right."""
    if parts:
        yield "\nCollectivités vues, selon le dénominateur retenu"
    for part in parts:
        rate = "" if part.taux is None else percent(100 * part.taux, 1)
        yield f"  {rate} : {number(part.numerateur)} ({part.date}) sur {part.parmi}"


def of_state(etat: Etat) -> str:
    """What was seen of a commune, and where."""
    own = f" ; commune : {etat.elle_meme}" if etat.elle_meme else ""
    body = f" ; {etat.commune.epci.nom} : {etat.epci}" if etat.epci and etat.commune.epci else ""
    return f"{etat.libelle}{own}{body}"
