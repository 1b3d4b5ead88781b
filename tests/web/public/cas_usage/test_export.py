"""The export meets the national schema, and holds no person."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.test import Client
from programme.cas_usage.fiches import published

from coeurdeville.schemas.cells.opening import open_cells
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema

pytestmark = pytest.mark.django_db
PATH = "/cas-usage/projets-territoire.csv"


def test_a_line_a_card_without_person(client: Client) -> None:
    published()
    (row,) = csv.DictReader(io.StringIO(client.get(PATH).content.decode()))
    assert (row["nom"], row["phase"], row["phaseStatut"]) == (
        "Patrimoine arboré, Bruyères-lès-Aulnes",
        "Opération",
        "Terminé",
    )
    assert (row["dateDebutPrevisionnelle"], row["programme"], row["collectiviteIds"]) == (
        "2022-10-01",
        "Saison 2",
        '["00001"]',
    )
    assert [row[f"porteurReferent{name}"] for name in ("Email", "Telephone", "Prenom", "Nom")] == ["", "", "", ""]
    assert row["porteurReferentFonction"] == "responsable des espaces verts"


@pytest.mark.real
def test_export_meets_the_national_schema(client: Client, mirror: Path, tmp_path: Path) -> None:
    """Checked by our own checker against betagouv/projets-territoire, as it is kept."""
    published()
    published("00002", "Valmorin", service="")
    folder = mirror / "schemas" / "latest" / "betagouv" / "projets-territoire"
    asked = read_schema(json.loads((folder / "latest" / "schema.json").read_text("utf-8")))
    file = tmp_path / "projets.csv"
    file.write_bytes(client.get(PATH).content)
    verdict = check(open_cells(file), asked.schema)
    assert (verdict.rows, [str(one) for one in verdict.findings]) == (2, [])
