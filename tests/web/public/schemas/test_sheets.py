"""The list of schemas, the page of each, its downloads."""

import io
import json
import zipfile
from typing import Any

import pytest
from django.test import Client

from coeurdeville.schemas.catalogue import own_schemas

from .conftest import said_of

pytestmark = pytest.mark.django_db


def test_list_says_what_each_schema_is(client: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(2):
        said = said_of(client.get("/schemas/"))
    assert "4 schémas" in said
    assert "34 champs, dont 4 obligatoires. Fait la couche arbres" in said
    assert "proposé par ce projet, en investigation" in said


def test_sheet_tells_fields_units_rules_and_services(client: Client) -> None:
    said = said_of(client.get("/schemas/arbres-urbains/"))
    assert "diametre Diamètre du tronc (cm) Un nombre" in said
    assert "cm de 0 à 500 38" in said
    assert "Deux lignes ne peuvent pas avoir le même contenu dans « id »." in said
    assert 'href="/donnees/arbres/"' in client.get("/schemas/arbres-urbains/").content.decode()


@pytest.mark.parametrize("name", sorted(own_schemas()))
def test_every_schema_has_its_page_and_its_files(name: str, client: Client) -> None:
    assert client.get(f"/schemas/{name}/").status_code == 200
    for file in ("exemple-valide.csv", "exemple-invalide.csv", "README.md", "CHANGELOG.md"):
        response = client.get(f"/schemas/{name}/{file}")
        assert response["Content-Disposition"] == f'attachment; filename="{name}-{file}"'
    told = json.loads(client.get(f"/schemas/{name}/schema.json").content)
    assert told["name"] == name
    assert told["path"] == f"http://127.0.0.1:8000/schemas/{name}/schema.json"
    assert client.get(told["path"].removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert "coeurdeville.example" not in json.dumps(told)


def test_template_is_a_workbook_and_its_header_a_csv(client: Client) -> None:
    book = zipfile.ZipFile(io.BytesIO(client.get("/schemas/lieux-frais/gabarit.xlsx").content))
    assert "xl/workbook.xml" in book.namelist()
    assert client.get("/schemas/lieux-frais/gabarit.csv").content.startswith(b"id,nom,")


@pytest.mark.parametrize(
    "path", ["inconnu/", "inconnu/gabarit.xlsx", "arbres-urbains/couche.toml", "arbres-urbains/..%2f..%2fmodel.py"]
)
def test_what_is_not_a_schema_or_one_of_its_files_is_not_found(path: str, client: Client) -> None:
    assert client.get(f"/schemas/{path}").status_code == 404
