"""The data table shows the statuses of the town's inventory, in public words."""

from dataclasses import replace
from datetime import date

import pytest

from coeurdeville.core.licences import UNKNOWN
from coeurdeville.deployability.town import TownInventory
from coeurdeville.inventory.donnee import Conformite, Donnee, Statut
from coeurdeville.inventory.vocabulaire import Nature, Ouverture
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.cas_usage import donnees, fiche
from coeurdeville.programme.models import DonneeUtile

pytestmark = pytest.mark.django_db
ENTRY = Donnee(
    "arbres", "arbres", "Arbres de la ville", detenteur="Service des parcs", licence=UNKNOWN,
    statuts=(Statut(date(2026, 3, 2), Ouverture.CANDIDATE),),
    conformites=(Conformite("arbres-urbains", date(2026, 3, 1), 200, 180),),
)  # fmt: skip


def town(*entries: Donnee) -> dict[str, TownInventory]:
    return {"00001": TownInventory("00001", told={kinds()["arbres"]: entries})}


@pytest.fixture
def asked() -> list[DonneeUtile]:
    return [DonneeUtile(couche="arbres", indispensable=True, perenne="les parcs, chaque hiver")]


def test_entry_gives_holder_status_and_conformity(asked: list[DonneeUtile], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(donnees, "inventaires", lambda: town(ENTRY))
    (one,) = donnees.listees(asked, "00001")
    assert (one.titre, one.detenteur, one.ouverture, one.depuis) == (
        "Arbres",
        "Service des parcs",
        "candidate",
        "2026-03-02",
    )
    assert one.conformite == "180 lignes conformes sur 200 le 01/03/2026"
    assert (one.licence, one.entretien) == ("", "les parcs, chaque hiver")


def test_inhabitant_is_not_named(asked: list[DonneeUtile], monkeypatch: pytest.MonkeyPatch) -> None:
    person = replace(ENTRY, detenteur="Jeanne Secret", nature=Nature.HABITANT)
    monkeypatch.setattr(donnees, "inventaires", lambda: town(person))
    (one,) = donnees.listees(asked, "00001")
    assert one.detenteur == "un habitant"


def test_layer_without_entry_says_so(asked: list[DonneeUtile]) -> None:
    (one,) = donnees.listees(asked, "00001")
    assert (one.detenteur, donnees.statut(one)) == ("", "statut à préciser")


def test_town_that_published_nothing_is_not_compared() -> None:
    assert donnees.aujourd_hui([fiche.Donnee("arbres", "Arbres", True)], "00001") is None


def test_changes_are_told_in_words() -> None:
    before = fiche.Donnee("arbres", "Arbres", True, ouverture="candidate", detenteur="Ville")
    after = replace(before, ouverture="ouverte", licence="Licence Ouverte 2.0")
    assert list(donnees.changements([before], [after])) == [
        ("Arbres", "statut", "candidate à l’ouverture", "déjà ouverte"),
        ("Arbres", "licence", "à préciser", "Licence Ouverte 2.0"),
    ]
