"""The synthesis of the season, published today: it is written from records that are read today."""

from __future__ import annotations

from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Appel
from coeurdeville.programme.syntheses.lecture import synthese_de


def restituer(appel: Appel, gens: Acteurs) -> None:
    """Publish it as the records write it, nothing changed by hand."""
    franchir(synthese_de(appel.saison), "publier", gens.coordination)
