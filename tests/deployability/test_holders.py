"""Who holds what lacks: the inventory first, else the competence; never rounded up to a certainty."""

from datetime import date
from typing import Any

import pytest

from coeurdeville.deployability.capacities import capacities
from coeurdeville.deployability.cooperations import cooperations_of
from coeurdeville.deployability.holders import holders_of
from coeurdeville.deployability.matrix import Cell, matrix
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.words import of_holder
from coeurdeville.inventory.demandes.competence import competences
from coeurdeville.inventory.donnee import Cooperation, Donnee, Statut
from coeurdeville.inventory.vocabulaire import Forme, Nature, Ouverture
from coeurdeville.layers.catalogue import kinds
from coeurdeville.layers.trees import Trees
from coeurdeville.services.climate.tree_heritage import tree_heritage
from coeurdeville.services.contract.described import Capacity
from coeurdeville.territories.communes import commune_of

NOBODY_S = ("contour", "fonctions-de-dommage", "qualite-de-l-air", "ouverture-des-donnees")
"""Layers that no public business decides of: approved associations watch the air, an association the opening."""


def cell(code: str, town: TownInventory) -> Cell:
    return matrix([code], {code: town}, services=[tree_heritage]).row(code)[0]


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda one: one.slug)
def test_every_layer_is_somebody_s_business_or_says_that_it_is_nobody_s(kind: Any) -> None:
    assert kind.competence in competences() or kind.slug in NOBODY_S


@pytest.mark.parametrize(
    ("code", "nature", "sure"),
    [
        ("02691", Nature.COMMUNE, False),  # CA du Saint-Quentinois: streets stay with the commune
        ("59183", Nature.INTERCOMMUNALITE, False),  # CU de Dunkerque: streets are its own
        ("06088", Nature.INTERCOMMUNALITE, False),  # Métropole Nice Côte d’Azur
    ],
)
def test_street_trees_follow_the_streets_not_the_town(code: str, nature: Nature, sure: bool) -> None:
    town = TownInventory(code)
    (holder,) = holders_of(cell(code, town), town, commune_of(code))
    assert (holder.nature, holder.sure, holder.entry) == (nature, sure, "")
    assert "d’ordinaire" in plainly(of_holder(holder))


def told(status: Ouverture, nature: Nature | None = Nature.SYNDICAT) -> TownInventory:
    donnee = Donnee("arbres-sdea", "arbres", "Arbres des routes", detenteur="Syndicat d’Aune", nature=nature,
                    statuts=(Statut(date(2026, 2, 3), status, "Mairie", "courrier"),),
                    cooperations=(Cooperation("Syndicat d’Aune", Forme.CONVENTION, objet="extraction annuelle",
                                              duree="3 ans", cout="gratuit"),))  # fmt: skip
    return TownInventory("35236", None, {}, {Trees: (donnee,)})


def test_the_inventory_speaks_before_the_usual_case() -> None:
    town = told(Ouverture.CANDIDATE)
    (holder,) = holders_of(cell("35236", town), town, commune_of("35236"))
    assert (holder.name, holder.nature, holder.status) == ("Syndicat d’Aune", Nature.SYNDICAT, Ouverture.CANDIDATE)
    assert plainly(of_holder(holder)) == (
        "« Arbres » : Syndicat d’Aune ; candidate à l’ouverture depuis le 03/02/2026 (inventaire, « arbres-sdea »)"
    )


@pytest.mark.parametrize(
    ("status", "nature", "wanted"),
    [
        (Ouverture.CANDIDATE, Nature.SYNDICAT, (Capacity.PARTNER,)),
        (Ouverture.CANDIDATE, Nature.COMMUNE, ()),
        (Ouverture.CANDIDATE, Nature.ETAT, ()),
        (Ouverture.ABSENTE, Nature.COMMUNE, (Capacity.FIELD,)),
        (Ouverture.NON_RENSEIGNE, None, ()),
    ],
)
def test_capacity_asked_follows_who_holds_what_lacks(
    status: Ouverture, nature: Nature | None, wanted: tuple[Capacity, ...]
) -> None:
    town = told(status, nature)
    here = cell("35236", town)
    assert capacities(here, holders_of(here, town, commune_of("35236"))) == wanted


def test_a_fictional_town_has_no_usual_holder() -> None:
    town = TownInventory("00001")
    assert holders_of(cell("00001", town), town, None) == ()


def test_cooperations_of_the_inventory_are_told_with_their_terms() -> None:
    town = told(Ouverture.CERCLE)
    (work,) = cooperations_of(cell("35236", town), town)
    assert plainly(str(work)) == (
        "« Arbres des routes » : avec Syndicat d’Aune, convention, extraction annuelle, 3 ans, gratuit"
    )
