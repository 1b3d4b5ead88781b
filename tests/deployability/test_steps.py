"""What to do next: commands where the software does it, sentences where people do; in order, none useless."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.licences import LOV2
from coeurdeville.deployability.capacities import capacities
from coeurdeville.deployability.holders import holders_of
from coeurdeville.deployability.matrix import Cell, matrix
from coeurdeville.deployability.proof import Proof
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.deployability.steps import next_steps
from coeurdeville.deployability.town import TownInventory
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.trees import Trees
from coeurdeville.services.climate.three_thirty_three_hundred import three_thirty_three_hundred
from coeurdeville.services.climate.tree_heritage import tree_heritage
from coeurdeville.territories.communes import commune_of

CODE, FOLDER = "35236", Path("redon")


def town(*donnees: Donnee, offer: Any = None) -> TownInventory:
    return TownInventory(CODE, FOLDER, offer or {}, {Trees: donnees} if donnees else {})


def cell(inventory: TownInventory, proof: Proof | None = None) -> Cell:
    """Of the tree heritage, that needs trees, in a town that nothing national serves for sure."""
    proofs = {} if proof is None else {(CODE, tree_heritage.slug): proof}
    return matrix([CODE], {CODE: inventory}, proofs, [tree_heritage]).row(CODE)[0]


def commands(inventory: TownInventory) -> list[str]:
    return [one.command.removeprefix("coeurdeville ") for one in next_steps(cell(inventory), inventory)]


def provided(place: Place, *doubts: Doubt) -> Any:
    return {Trees: (Provider(Trees, place, "arbres", "Inventaire", "La ville", LOV2, doubts),)}


def test_a_file_at_hand_is_computed_at_once() -> None:
    assert commands(town(offer=provided(Place.FILE))) == ["service lancer patrimoine-arbore redon"]


def test_a_run_that_proves_leaves_nothing_to_do() -> None:
    inventory = town(offer=provided(Place.FILE))
    assert next_steps(cell(inventory, Proof("cle", date(2026, 11, 25))), inventory) == ()


def test_published_data_are_downloaded_then_added() -> None:
    said = commands(town(offer=provided(Place.PUBLISHED, Doubt.DOWNLOAD)))
    assert said[0] == "ville ajouter redon <fichier> --couche arbres"


def test_what_nobody_told_is_looked_for_then_asked_for() -> None:
    said = commands(town())
    assert said[-2:] == ["inventaire decouvrir 35236 --en-ligne", "inventaire demander redon arbres"]


@pytest.mark.parametrize("status", [Ouverture.CANDIDATE, Ouverture.SANS_RAISON, Ouverture.CERCLE, Ouverture.LIMITEE])
def test_what_the_inventory_says_is_held_is_asked_for_by_its_entry(status: Ouverture) -> None:
    donnee = Donnee("arbres-syndicat", "arbres", "Arbres", statuts=(Statut(date(2026, 1, 1), status),))
    said = commands(town(donnee))
    assert said[-1] == "inventaire demander redon arbres-syndicat"
    assert not any("decouvrir" in one for one in said)


def test_what_does_not_exist_is_to_be_produced() -> None:
    donnee = Donnee("arbres", "arbres", "Arbres", statuts=(Statut(date(2026, 1, 1), Ouverture.ABSENTE),))
    inventory = town(donnee)
    (step,) = [one for one in next_steps(cell(inventory), inventory) if "roduire" in one.text]
    assert step.command == ""


def test_a_service_that_runs_still_asks_for_the_improvements_whose_holder_is_known() -> None:
    """Buildings from the national source, trees at a syndicate: the rule runs, and the trees are worth a letter."""
    donnee = Donnee("arbres-syndicat", "arbres", "Arbres", statuts=(Statut(date(2026, 1, 1), Ouverture.CANDIDATE),))
    inventory = town(donnee)
    here = matrix([CODE], {CODE: inventory}, services=[three_thirty_three_hundred]).row(CODE)[0]
    said = [one.command.removeprefix("coeurdeville ") for one in next_steps(here, inventory)]
    assert said[-2:] == ["service lancer regle-3-30-300 redon", "inventaire demander redon arbres-syndicat"]
    (holder,) = holders_of(here, inventory, commune_of(CODE))
    assert holder.entry == "arbres-syndicat"
    assert capacities(here, (holder,)) == ()


def test_without_a_folder_the_first_step_is_to_make_one() -> None:
    inventory = TownInventory(CODE)
    first = next_steps(cell(inventory), inventory)[0]
    assert first.command == "coeurdeville ville creer <dossier> --commune 35236"


def test_a_file_that_makes_no_layer_is_to_be_mended_and_nobody_else_is_asked() -> None:
    inventory = town(offer=provided(Place.FILE, Doubt.UNREADABLE))
    here = cell(inventory)
    assert next_steps(here, inventory)[0].command == "coeurdeville ville verifier redon"
    assert holders_of(here, inventory, commune_of(CODE)) == ()
