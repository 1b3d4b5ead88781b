"""Inventories and matrix of the site: read when something changed, and never otherwise."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from coeurdeville.deployability.verdict import CellState
from coeurdeville.espaces.empreinte import empreinte
from coeurdeville.espaces.index import reindexer
from coeurdeville.espaces.inventaires import inventaires, matrice, matrice_interne
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Calcul, Edition, Espace, Etat
from coeurdeville.inventory.donnee import Statut
from coeurdeville.inventory.statuts import add_statut
from coeurdeville.inventory.ville import FICHIER, open_ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.services.catalogue import any_service
from coeurdeville.territories.perimeter import programme

SERVICE = "patrimoine-arbore"


def note(town: Path) -> None:
    add_statut(open_ville(town), "points-lumineux", Statut(date(2026, 11, 25), Ouverture.OUVERTE, "A", "p"),
               date(2026, 11, 25))  # fmt: skip


def drop_trees(town: Path) -> None:
    text = (town / FICHIER).read_text("utf-8")
    head, *entries = text.split("[[donnees]]")
    (town / FICHIER).write_text("[[donnees]]".join([head, *(one for one in entries if 'id = "arbres"' not in one)]))


def proven(espace: Espace, mark: str) -> Calcul:
    told = {SERVICE: {"cle": "abc", "jour": "2026-11-25", "confiance": "A"}}
    return Calcul.objects.create(espace=espace, revision=1, etat=Etat.FAIT, empreinte=mark, preuves=told,
                                 fini_le=datetime(2026, 11, 25, tzinfo=UTC))  # fmt: skip


def mark_of(espace: Espace) -> str:
    kept = depot(espace.commune)
    return empreinte(kept.revisions()[-1], open_ville(kept.ouvrir()))


@pytest.mark.parametrize("count", [1, 3])
def test_one_query_when_nothing_changed(
    villes: Callable[[int], list[Espace]], count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    codes = {one.commune for one in villes(count)}
    assert set(inventaires()) == codes
    with django_assert_num_queries(1):
        assert set(inventaires()) == codes
    with django_assert_num_queries(1):
        matrice_interne()


def test_only_the_town_that_changed_is_read_again(espace: Espace, villes: Callable[[int], list[Espace]]) -> None:
    (other,) = villes(1)
    before = inventaires()
    depot(espace.commune).enregistrer(1, note, "A", "statut")
    assert inventaires()[espace.commune] is before[espace.commune]
    reindexer(espace.commune)
    after = inventaires()
    assert after[espace.commune].told != before[espace.commune].told
    assert after[other.commune] is before[other.commune]


def test_matrix_has_the_programme_and_the_towns_with_a_space(espace: Espace) -> None:
    assert matrice_interne().communes == sorted({*programme(), "00001"})
    assert matrice_interne().cell("00001", any_service(SERVICE)).state is not CellState.BLOCKED


def test_town_without_readable_folder_counts_as_one_without_folder(espace: Espace) -> None:
    for card in (depot(espace.commune).folder / "revisions").iterdir():
        card.write_text("{", "utf-8")
    assert inventaires() == {}
    assert "00001" in matrice_interne().communes


def test_run_of_the_same_data_proves_a_service(espace: Espace) -> None:
    proven(espace, mark_of(espace))
    cell = matrice_interne().cell(espace.commune, any_service(SERVICE))
    assert cell.state is CellState.PROVEN
    assert cell.proof is not None
    assert cell.proof.day == date(2026, 11, 25)


def test_proof_outlives_a_status_and_not_a_change_of_data(espace: Espace) -> None:
    proven(espace, mark_of(espace))
    depot(espace.commune).enregistrer(1, note, "A", "statut")
    reindexer(espace.commune)
    assert matrice_interne().proofs.keys() == {("00001", SERVICE)}
    depot(espace.commune).enregistrer(2, drop_trees, "A", "sans les arbres")
    reindexer(espace.commune)
    assert matrice_interne().proofs == {}


def test_run_of_another_code_proves_nothing(espace: Espace) -> None:
    proven(espace, "une autre empreinte")
    assert matrice_interne().proofs == {}


def test_public_matrix_knows_a_town_once_it_has_published(espace: Espace) -> None:
    assert "00001" not in matrice().communes
    edition = Edition.objects.create(
        espace=espace, identifiant="2026-11-25", etablie_le=date(2026, 11, 25), publiee_le=datetime.now(UTC)
    )
    assert "00001" in matrice().inventories
    edition.retiree_le = datetime.now(UTC)
    edition.save()
    assert "00001" not in matrice().inventories
    assert "00001" in matrice_interne().inventories
