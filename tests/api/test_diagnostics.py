"""Published diagnostics: their figures, their maps, their objects by rectangle; nothing that is not public."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from api.conftest import ADDRESS, DAY, SERVICE, SQUARES, drawn, files, publish
from django.test import Client
from django.urls import resolve
from pytest_django import DjangoAssertNumQueries

from coeurdeville.espaces.models import Edition, Espace
from coeurdeville.reports.editions.geojson import write_values
from coeurdeville.reports.editions.interactive_map import map_document
from coeurdeville.reports.editions.report_file import compact

TOWN = "/api/communes/00101"
HOME = f"{TOWN}/editions/2026-11-25"
OBJECTS = f"{HOME}/objets/{SERVICE}/quartiers"
BELOW = "/editions/derniere"


def test_latest_is_the_last_published(edition: Edition, espace: Espace, reader: Client) -> None:
    publish(espace, date(2026, 12, 1))
    assert reader.get(f"{TOWN}{BELOW}").json()["edition"] == "2026-12-01"
    assert [one["edition"] for one in reader.get(f"{TOWN}/editions").json()["results"]] == ["2026-12-01", "2026-11-25"]
    assert reader.get(HOME).json()["edition"] == "2026-11-25"


@pytest.mark.parametrize("path", ["", "/indicateurs", f"/cartes/{SERVICE}", f"/objets/{SERVICE}/quartiers"])
def test_withdrawn_diagnostic_says_when_and_why(path: str, edition: Edition, reader: Client) -> None:
    edition.retiree_le, edition.motif_retrait = datetime(2026, 12, 2, 12, tzinfo=UTC), "erreur de relevé"
    edition.save()
    answer = reader.get(f"{HOME}{path}")
    assert (answer.status_code, answer.json()["code"]) == (410, "api-edition-retiree")
    assert answer.json()["message"] == "Ce diagnostic a été retiré le 02/12/2026\u00a0: erreur de relevé."
    assert reader.get(f"{TOWN}{BELOW}{path}").status_code == 404
    assert reader.get(f"{TOWN}/editions").json()["results"] == []


@pytest.mark.parametrize("path", ["", "/indicateurs", f"/cartes/{SERVICE}", f"/objets/{SERVICE}/quartiers"])
def test_unpublished_diagnostic_is_not_there(path: str, edition: Edition, espace: Espace, reader: Client) -> None:
    publish(espace, date(2026, 12, 1))
    edition.publiee_le = None
    edition.save()
    assert reader.get(f"{HOME}{path}").status_code == 404


def figures(reader: Client, query: str) -> list[Any]:
    answer = reader.get(f"{HOME}/indicateurs?{query}")
    assert answer.status_code == 200
    return [(one["indicateur"], one["zone"], one["valeur"]) for one in answer.json()["results"]]


@pytest.mark.parametrize(("query", "expected"), [
    ("zonage=commune", [("trees", "Bourg-Exemple", 6600.0), ("top_species", "Bourg-Exemple", 11.5),
                        ("species", "Bourg-Exemple", None)]),
    ("indicateur=top_species&zonage=quartier", [("top_species", "Centre", 9.25), ("top_species", "Pré", None)]),
    ("zone=Pr%C3%A9", [("trees", "Pré", 0.0), ("top_species", "Pré", None)]),
    (f"service={SERVICE}&limit=1&offset=3", [("top_species", "Centre", 9.25)]),
    ("zone=Ailleurs", []),
])  # fmt: skip
def test_figures_that_are_asked_for(query: str, expected: list[Any], edition: Edition, reader: Client) -> None:
    assert figures(reader, query) == expected


def test_missing_figure_says_why_and_zero_is_a_number(edition: Edition, reader: Client) -> None:
    zero, lacking = reader.get(f"{HOME}/indicateurs?zone=Pr%C3%A9").json()["results"]
    assert (zero["valeur"], zero["manquant"]) == (0.0, {})
    assert (lacking["valeur"], lacking["unite"]) == (None, "%")
    assert lacking["manquant"] == {"valeur": "aucun arbre dans cette zone"}


def test_figure_of_a_service_that_did_not_run(edition: Edition, reader: Client) -> None:
    (one,) = reader.get(f"{HOME}/indicateurs?service=connaissance-des-especes").json()["results"]
    lacking = ("valeur", "part_couverte", "confiance", "donnees_du", "donnees_au", "licence")
    assert one["manquant"] == dict.fromkeys(lacking, "il manque : Observations")


@pytest.mark.parametrize(("box", "names"), [
    (None, ["Centre", "Gare", "Pré"]),
    ("-180,-90,180,90", ["Centre", "Gare", "Pré"]),
    ("2.03,46,2.035,46.01", ["Gare"]),
    ("2.01,46.01,2.02,46.5", ["Centre", "Gare"]),
    ("2.005,46.005,2.005,46.005", ["Centre"]),
    ("2.011,46,2.019,46.01", []),
    ("10,10,11,11", []),
])  # fmt: skip
def test_objects_that_a_rectangle_meets(box: str | None, names: list[str], edition: Edition, reader: Client) -> None:
    answer = reader.get(OBJECTS if box is None else f"{OBJECTS}?bbox={box}")
    assert answer["Content-Type"] == "application/geo+json"
    told = answer.json()
    assert (told["type"], told["count"]) == ("FeatureCollection", len(names))
    assert [one["properties"]["t"] for one in told["features"]] == names


def test_objects_have_their_values_licence_and_sources(espace: Espace, reader: Client) -> None:
    (layer,) = drawn().layers
    data = f"donnees-{SERVICE}-quartiers.geojson"
    members = {
        "title": "Quartiers",
        "licence": "Licence Ouverte 2.0",
        "sources": "Inventaire des arbres (Ville)",
        "colonnes": {"nom": {"titre": "Nom"}, "arbres": {"titre": "Arbres", "description": "En arbres."}},
    }
    values = [f'{{"nom":"{name}","arbres":{count}}}' for name, count in (("Centre", 12), ("Gare", 7), ("Pré", 0))]
    written, index = write_values(SQUARES, values, members)
    shown = replace(drawn(), layers=(replace(layer, data=data),))
    mine = {data: written, f".{data}.npy": index, f"carte-{SERVICE}.json": compact(map_document(shown))}
    publish(espace, DAY, files() | mine)
    told = reader.get(f"{OBJECTS}?bbox=2.03,46,2.035,46.01").json()
    assert [one["properties"] for one in told["features"]] == [{"nom": "Gare", "arbres": 7}]
    assert {key: told[key] for key in members} == members
    assert told["count"] == 1


@pytest.mark.parametrize(("box", "code"), [
    ("2,46,1,47", "emprise-invalide"), ("2,47,3,46", "emprise-invalide"), ("1,2,3", "api-valeur-refusee"),
    ("1,2,3,4,5", "api-valeur-refusee"), ("a,b,c,d", "api-valeur-refusee"), ("nan,0,1,1", "api-valeur-refusee"),
    ("inf,0,1,1", "api-valeur-refusee"), ("1e400,0,1,1", "api-valeur-refusee"), ("", "api-valeur-refusee"),
    ("1,2,3,4%0A", "api-valeur-refusee"),
])  # fmt: skip
def test_what_is_no_rectangle_is_refused(box: str, code: str, edition: Edition, reader: Client) -> None:
    answer = reader.get(f"{OBJECTS}?bbox={box}")
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_objects_are_read_page_by_page(edition: Edition, reader: Client) -> None:
    names, address = list[str](), f"{OBJECTS}?limit=2"
    while address:
        told = reader.get(address.removeprefix(ADDRESS)).json()
        names += [one["properties"]["t"] for one in told["features"]]
        address = told["next"]
    assert names == ["Centre", "Gare", "Pré"]


def test_rings_turn_as_the_standard_says(edition: Edition, reader: Client) -> None:
    from shapely.geometry import shape

    assert all(shape(one["geometry"]).exterior.is_ccw for one in reader.get(OBJECTS).json()["features"])


@pytest.mark.parametrize(("path", "code"), [
    (f"{HOME}/cartes/x", "api-carte-inconnue"), (f"{HOME}/objets/x/quartiers", "api-carte-inconnue"),
    (f"{HOME}/objets/{SERVICE}/x", "api-couche-de-carte-inconnue"),
])  # fmt: skip
def test_map_that_there_is_not(path: str, code: str, edition: Edition, reader: Client) -> None:
    answer = reader.get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, code)


def test_every_address_that_is_given_answers(edition: Edition, reader: Client) -> None:
    told = reader.get(f"{TOWN}{BELOW}").json()
    addresses = [one[key] for one in told["services"] for key in ("indicateurs", "carte") if one[key]]
    addresses += [one["objets"] for one in reader.get(f"{HOME}/cartes/{SERVICE}").json()["couches"]]
    assert {reader.get(address.removeprefix(ADDRESS)).status_code for address in addresses} == {200}
    for one in told["fichiers"]:
        assert resolve(one["adresse"].removeprefix(ADDRESS)).kwargs["name"] == one["nom"]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [
    ("/editions", 3), (BELOW, 3), (f"{BELOW}/indicateurs", 3), (f"{BELOW}/cartes/{SERVICE}", 3),
    (f"{BELOW}/objets/{SERVICE}/quartiers", 3), ("", 3),
])  # fmt: skip
def test_queries_do_not_grow_with_diagnostics(
    path: str,
    queries: int,
    count: int,
    espace: Espace,
    reader: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for rank in range(count):
        publish(espace, date(2026, 11, 20 + rank))
    with django_assert_num_queries(queries):
        assert reader.get(f"{TOWN}{path}").status_code == 200
