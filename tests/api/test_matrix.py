"""The matrix cell by cell, a town's row, and the public part of an inventory."""

import csv
import io

import pytest
from api.conftest import DAY, publish
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coeurdeville.deployability.verdict import CellState
from coeurdeville.espaces.models import Edition, Espace
from coeurdeville.espaces.ouverture import ouvrir_espace
from coeurdeville.services.catalogue import all_services
from coeurdeville.territories.perimeter import programme
from coeurdeville.web.exploitation.keeping import SHELF

CELLS = "/api/redeploiement"


def test_every_service_in_every_commune(reader: Client) -> None:
    told = reader.get(f"{CELLS}?limit=100").json()
    assert told["count"] == len(programme()) * len(all_services())
    assert {one["commune"] for one in told["results"]} <= set(programme())


def test_states_share_the_cells_out(reader: Client) -> None:
    counts = [reader.get(f"{CELLS}?limit=1&etat={state}").json()["count"] for state in CellState]
    assert sum(counts) == reader.get(f"{CELLS}?limit=1").json()["count"]


def test_filters_narrow_together(reader: Client) -> None:
    told = reader.get(f"{CELLS}?service=patrimoine-arbore&departement=02&region=32").json()
    assert told["count"] == 4
    assert {(one["service"], one["departement"]) for one in told["results"]} == {("patrimoine-arbore", "02")}
    assert reader.get(f"{CELLS}?departement=02&region=53").json()["count"] == 0


def test_file_has_the_cells_of_the_pages(reader: Client) -> None:
    answer = reader.get(f"{CELLS}.csv?departement=02")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    pages = [one for offset in (0, 100) for one in
             reader.get(f"{CELLS}?departement=02&limit=100&offset={offset}").json()["results"]]  # fmt: skip
    assert [(row["code_insee"], row["service"], row["etat"]) for row in rows] == [
        (one["commune"], one["service"], one["etat"]) for one in pages
    ]
    assert answer["Content-Disposition"] == 'attachment; filename="redeploiement.csv"'


def test_inventory_counts_once_its_town_has_published(espace: Espace, reader: Client) -> None:
    other = ouvrir_espace("02691", "Ada Test")
    path = "/api/communes/02691/deploiement"
    assert reader.get(path).json()["inventaire"] is False
    assert reader.get("/api/inventaires/02691").status_code == 404
    publish(other, DAY)
    assert reader.get(path).json()["inventaire"] is True
    assert reader.get("/api/inventaires/02691").status_code == 200


def test_row_of_a_town_says_whom_to_ask(edition: Edition, reader: Client) -> None:
    cells = reader.get("/api/communes/00101/deploiement").json()["services"]
    assert [one["service"] for one in cells] == list(all_services())
    held = {one["texte"] for cell in cells for one in cell["detenteurs"] if one["couche"] == "points-lumineux"}
    assert any("Syndicat d’énergie" in text for text in held)
    said = {one["texte"] for cell in cells for one in cell["raisons"] if one["couche"] == "points-lumineux"}
    wanted = "« Points lumineux » : pas encore donnée ; Syndicat d’énergie, statut à préciser (inventaire)"
    assert {one.replace("\u00a0", " ").replace("\u202f", " ") for one in said} == {wanted}


@pytest.mark.parametrize("path", ["/api/communes/00101/deploiement", f"{CELLS}.csv", f"{CELLS}?limit=100",
                                  "/api/inventaires/00101"])  # fmt: skip
def test_no_person_is_named_be_it_by_an_identifier(path: str, edition: Edition, reader: Client) -> None:
    text = reader.get(path).content.decode()
    assert "martin" not in text.lower()


def test_identifier_that_named_somebody_is_replaced(edition: Edition, reader: Client) -> None:
    rows = csv.DictReader(io.StringIO(reader.get(f"{CELLS}.csv").content.decode("utf-8-sig")), delimiter=";")
    given = [one["fournisseurs"] for one in rows if one["code_insee"] == "00101"]
    assert any("observations=donnee-d-un-habitant-3" in one for one in given)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [
    (f"{CELLS}?limit=1", 2), (f"{CELLS}.csv", 2), ("/api/communes/02691/deploiement", 2), ("/api/inventaires/02691", 2),
])  # fmt: skip
def test_queries_do_not_grow_with_towns(
    path: str, queries: int, count: int, db: None, reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for code in ("02691", "02722", "02168")[:count]:
        publish(ouvrir_espace(code, "Ada Test"), DAY)
    reader.get(path)
    SHELF.clear()
    with django_assert_num_queries(queries):
        assert reader.get(path).status_code == 200
    with django_assert_num_queries(1):
        assert reader.get(path).status_code == 200


def test_inventory_names_organisations_and_never_persons_nor_files(edition: Edition, reader: Client) -> None:
    answer = reader.get("/api/inventaires/00101")
    told = {one["donnee"]: one for one in answer.json()["results"]}
    text = answer.content.decode()
    assert [one["detenteur"] for one in told.values()] == [
        "Ville de Bourg-Exemple",
        "un habitant",
        "Syndicat d’énergie",
    ]
    assert told["arbres"]["statut"] == "ouverte"
    assert told["arbres"]["adresse"] == "https://data.bourg-exemple.example/arbres"
    assert told["donnee-d-un-habitant-3"]["titre"] == "Nichoirs relevés par [masqué]"
    for secret in ("Martin", "@", "06 12", "arbres.csv", "fichiers/"):
        assert secret not in text
