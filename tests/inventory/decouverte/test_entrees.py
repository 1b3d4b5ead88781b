"""What was found enters the inventory to be confirmed, and never changes what is there."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.licences import LOV2
from coeurdeville.inventory.decouverte.entrees import AUTHOR, Rapproche, enter, match_all
from coeurdeville.inventory.decouverte.jeu import Jeu
from coeurdeville.inventory.decouverte.lieu import Corps
from coeurdeville.inventory.decouverte.recherche import Trouve, discover
from coeurdeville.inventory.ville import open_ville
from coeurdeville.inventory.vocabulaire import Nature, Niveau, Ouverture
from coeurdeville.net.net import Net

TODAY = date(2026, 11, 25)
HAND = """
[[donnees]]
id = "mes-arbres"
couche = "arbres"
titre = "Écrit à la main"
adresse = "https://www.data.gouv.fr/datasets/arbres"
"""


@pytest.fixture
def found(recorded: Path, bodies: Sequence[Corps]) -> tuple[Rapproche, ...]:
    return match_all(discover(bodies, Net.replay(recorded)).trouves, bodies)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ville.toml").write_text('[ville]\nnom = "Valbois-sur-Ourle"\ncommune = "00042"\n', encoding="utf-8")
    return tmp_path


def test_proposals_are_sure_ones_first_then_those_without_layer(found: tuple[Rapproche, ...]) -> None:
    given = [(one.trouve.jeu.id, one.proposition.couche if one.proposition else None, one.confiance) for one in found]
    assert given == [
        ("etat", "observations", "sûr"),
        ("points", "fontaines", "sûr"),
        ("arbres", "arbres", "sûr"),
        ("nc", "reperes-de-crue", "sûr"),
        ("mystere", "points-lumineux", "sûr"),
        ("avaloirs", "reseau-pluvial", "sûr"),
        ("tarifs", None, ""),
    ]


def test_entries_say_who_holds_them_their_status_and_that_they_are_to_be_confirmed(
    found: tuple[Rapproche, ...], folder: Path
) -> None:
    entered = enter(open_ville(folder), found, TODAY)
    made = {one.couche: one for one in entered.ajoutes}
    arbres = made["arbres"]
    assert (arbres.id, arbres.fichier, arbres.licence) == ("arbres-publie", "", LOV2)
    assert (arbres.siren, arbres.nature, arbres.niveau) == ("210000420", Nature.COMMUNE, Niveau.COMMUNE)
    assert arbres.acces.startswith("à confirmer : ")
    statut = arbres.statut
    assert statut is not None
    assert (statut.date, statut.ouverture, statut.auteur, statut.preuve) == (
        TODAY, Ouverture.OUVERTE, AUTHOR, "https://www.data.gouv.fr/datasets/arbres/",
    )  # fmt: skip
    assert made["reperes-de-crue"].ouverture is Ouverture.LIMITEE, "a licence that is known not to be open"
    assert made["reseau-pluvial"].nature is Nature.INTERCOMMUNALITE
    assert made["observations"].nature is None, "somebody else publishes it"
    assert "licence-maison" in made["points-lumineux"].acces


def test_entries_are_read_again_as_they_were_written(found: tuple[Rapproche, ...], folder: Path) -> None:
    entered = enter(open_ville(folder), found, TODAY)
    again = open_ville(folder)
    assert {one.id for one in again.donnees} == {one.id for one in entered.ajoutes}
    assert not again.ecartees


def test_an_entry_written_by_hand_is_never_changed(found: tuple[Rapproche, ...], folder: Path) -> None:
    file = folder / "ville.toml"
    file.write_text(file.read_text(encoding="utf-8") + HAND, encoding="utf-8")
    entered = enter(open_ville(folder), found, TODAY)
    assert entered.presents == ("Patrimoine arboré",)
    assert "arbres" not in {one.couche for one in entered.ajoutes}
    assert HAND.strip() in file.read_text(encoding="utf-8")


def test_asked_again_it_adds_nothing(found: tuple[Rapproche, ...], folder: Path) -> None:
    first = enter(open_ville(folder), found, TODAY)
    before = (folder / "ville.toml").read_bytes()
    second = enter(open_ville(folder), found, date(2026, 12, 1))
    assert second.ajoutes == ()
    assert len(second.presents) == len(first.ajoutes)
    assert (folder / "ville.toml").read_bytes() == before


def test_a_dataset_without_address_is_not_entered_and_names_never_collide(folder: Path) -> None:
    jeux = [
        Jeu("1", "Arbres", "", ""),
        Jeu("2", "Arbres", "", "https://a.test/2"),
        Jeu("3", "Arbres", "", "https://a.test/3"),
    ]
    entered = enter(open_ville(folder), match_all([Trouve(jeu, None) for jeu in jeux], ()), TODAY)
    assert [one.id for one in entered.ajoutes] == ["arbres-publie", "arbres-publie-2"]
