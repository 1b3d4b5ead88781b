"""Opening a season."""

from __future__ import annotations

from datetime import date

from coeurdeville.core.french import slug
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.models import Saison

TAKEN = Kind(
    "saison-deja-ouverte", "Une saison porte déjà ce titre ou ce numéro.", "Choisir un autre titre, un autre numéro."
)


def ouvrir_saison(titre: str, numero: int, themes: list[str], debut: date) -> Saison:
    """A season, under a name and a number of its own. Raises `Refused` (`saison-deja-ouverte`)."""
    name = slug(titre)[:60]
    if Saison.objects.filter(numero=numero).exists() or Saison.objects.filter(slug=name).exists():
        raise Refused([TAKEN()])
    return Saison.objects.create(slug=name, titre=titre, numero=numero, themes=themes, debut=debut)
