"""A figure can always be cited, and what was supposed travels with it."""

from datetime import date

from coeurdeville.core.licences import LOV2
from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage


def test_cite_says_everything_in_one_line() -> None:
    origin = Origin("Inventaire des arbres", "Ville de Redon", Vintage(date(2024, 1, 1), date(2024, 12, 31)), LOV2)
    assert origin.cite() == "Inventaire des arbres, Ville de Redon, 2024, Licence Ouverte 2.0"


def test_cite_hides_no_hole() -> None:
    assert Origin("Parcs").cite() == "Parcs, producteur inconnu, date inconnue, licence à confirmer"


def test_assumptions_add_up_and_the_largest_imputed_share_stays() -> None:
    first = Origin("Arbres").supposing("Un.", imputed=0.4)
    second = first.supposing("Deux.", imputed=0.1, proxy=False)
    assert second.assumptions == ("Un.", "Deux.")
    assert second.imputed == 0.4
    assert second.proxy
    assert not Origin("Arbres").supposing("Un.", proxy=False).proxy
