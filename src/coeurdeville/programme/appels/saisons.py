"""Opening a season."""

from __future__ import annotations

from datetime import date

from coeurdeville.core.french import slug
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.models import Saison

TAKEN = Kind(
    "saison-deja-ouverte", "Une saison porte déjà ce titre ou ce numéro.", "Choisir un autre titre, un autre numéro."
)

ORDER = Kind("saison-dates-inversees", "La saison finit avant de commencer.", "Corriger l’une des deux dates.")


def ouvrir_saison(titre: str, numero: int, themes: list[str], debut: date, fin: date | None = None) -> Saison:
    """A season, under a name and a number of its own; one that is told afterwards has its end.

    Raises
    ------
    Refused
        `saison-deja-ouverte`, `saison-dates-inversees`.
    """
    name = slug(titre)[:60]
    if Saison.objects.filter(numero=numero).exists() or Saison.objects.filter(slug=name).exists():
        raise Refused([TAKEN()])
    if fin is not None and fin < debut:
        raise Refused([ORDER()])
    return Saison.objects.create(slug=name, titre=titre, numero=numero, themes=themes, debut=debut, fin=fin)
