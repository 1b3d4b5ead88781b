"""Data that no code reads yet are kept and inventoried as the others are."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coeurdeville.core.problems import Level, Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.offre import offer_of
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.verification import check_ville
from coeurdeville.inventory.ville import add_donnee, open_ville
from coeurdeville.layers.catalogue import awaited
from coeurdeville.layers.trees import Trees

AWAITED = next(iter(awaited()))
OF_VILLE = Donnee("x", AWAITED, "X", producteur="Ville")


def test_an_entry_without_file_says_nothing(bare: Path) -> None:
    ville = add_donnee(open_ville(bare), OF_VILLE)
    assert ville.problems == ()
    assert ville.donnees == (OF_VILLE,)


def test_a_file_of_any_sort_is_kept_unread(town: Path, tmp_path: Path) -> None:
    path = tmp_path / "relevé final.bin"
    path.write_bytes(b"\x00\x01")
    added = add_file(town, path, AWAITED.upper(), titre="Relevé", millesime=Vintage.parse("2024"), feuille="F")
    (donnee,) = added.donnees
    assert (donnee.id, donnee.couche, donnee.titre) == (AWAITED, AWAITED, "Relevé")
    assert donnee.correspondance.lecture.feuille == "F"
    assert (town / donnee.fichier).read_bytes() == b"\x00\x01"
    assert [one.code for one in added.problems] == ["couche-attendue"]
    assert {one.level for one in added.problems} == {Level.NOTE}
    assert donnee in open_ville(town).donnees


def test_a_newer_edition_takes_its_place_and_what_was_said_stays(town: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"1")
    (first,) = add_file(town, path, AWAITED).donnees
    add_donnee(open_ville(town), replace(first, detenteur="Syndicat"))
    path.write_bytes(b"2")
    added = add_file(town, path, AWAITED)
    assert added.donnees == (replace(first, detenteur="Syndicat"),)
    assert [one.code for one in added.problems] == ["fichier-remplace", "couche-attendue"]
    assert (town / first.fichier).read_bytes() == b"2"


@pytest.mark.parametrize(("name", "code"), [("absent.csv", "fichier-introuvable"), ("", "fichier-dossier")])
def test_what_is_no_file_is_refused(town: Path, tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        add_file(town, tmp_path / name, AWAITED)
    assert [one.code for one in refused.value.problems] == [code]


def test_neither_the_offer_nor_the_check_reads_it(town: Path, tmp_path: Path, csv: Callable[..., Path]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xff\x00 not a table")
    add_file(town, path, AWAITED)
    add_file(town, csv([(1, 1)], essence=["Tilia cordata"]), "arbres")
    ville = open_ville(town)
    assert list(offer_of(ville, territory_of_ville(ville)[0]).couches) == [Trees]
    assert all(one.level is Level.NOTE for one in check_ville(town))
