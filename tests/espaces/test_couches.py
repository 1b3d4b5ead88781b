"""Which data towns have, of those that published something."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from coeurdeville.espaces.couches import Tenue, ouvertures, tenues
from coeurdeville.espaces.models import Edition, Entree, Espace
from coeurdeville.inventory.vocabulaire import Acteur, Ouverture

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def _town(code: str, *statuses: str, published: bool = True, editions: int = 1) -> Espace:
    town = Espace.objects.create(commune=code, nom=f"Ville {code}")
    for rank in range(editions):
        Edition.objects.create(
            espace=town, identifiant=str(rank), etablie_le=date(2026, 11, 25), publiee_le=NOON if published else None
        )
    for rank, status in enumerate(statuses):
        Entree.objects.create(
            espace=town, identifiant=f"a{rank}", couche="arbres", ouverture=status, detenteur="Ada Test",
            acteur="public-local", fichier="a.csv" if rank == 0 else "",
        )  # fmt: skip
    return town


def test_a_town_counts_once_for_each_status_whatever_its_editions() -> None:
    _town("00001", "ouverte", "ouverte", "candidate", editions=3)
    _town("00002", "ouverte", "mot-inconnu")
    assert ouvertures() == {
        "arbres": Counter({Ouverture.OUVERTE: 2, Ouverture.CANDIDATE: 1, Ouverture.NON_RENSEIGNE: 1})
    }


def test_entries_of_a_layer_without_the_name_of_the_holder() -> None:
    _town("00001", "ouverte", editions=2)
    assert tenues("arbres") == [
        Tenue("00001", "Ville 00001", "a0", Ouverture.OUVERTE, Acteur.PUBLIC_LOCAL, deposee=True)
    ]
    assert tenues("eau") == []


def test_towns_that_published_nothing_or_withdrew_it_are_left_out() -> None:
    _town("00001", "ouverte", published=False)
    town = _town("00002", "ouverte")
    town.editions.update(retiree_le=NOON)
    assert ouvertures() == {}
    assert tenues("arbres") == []
