"""What is refused says what is wrong and what to write, all at once, in French; a failure is never a traceback."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from coeurdeville.espaces import inventaires
from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition

MEDIA = "application/problem+json"


@pytest.mark.parametrize(("path", "status", "code"), [
    ("/api/nulle-part", 404, "api-adresse-inconnue"),
    ("/api/services/", 404, "api-adresse-inconnue"),
    ("/api/services/patrimoine-arbor", 404, "nom-inconnu"),
    ("/api/couches/x%00y", 404, "nom-inconnu"),
    ("/api/communes/99999", 404, "api-commune-inconnue"),
    ("/api/communes/00999", 404, "api-commune-inconnue"),
    ("/api/communes/2691", 422, "api-valeur-refusee"),
    ("/api/communes/02691%0A", 422, "api-valeur-refusee"),
    ("/api/communes/02691/editions/derniere", 404, "api-edition-inconnue"),
    ("/api/communes/02691/editions/2026-11-25", 404, "api-edition-inconnue"),
    ("/api/communes/02691/editions/hier", 422, "api-valeur-refusee"),
    ("/api/inventaires/02691", 404, "api-inventaire-absent"),
    ("/api/services?theme=eau", 422, "api-valeur-refusee"),
    ("/api/services?inconnu=1", 422, "api-parametre-inconnu"),
    ("/api/version?limit=1", 422, "api-parametre-inconnu"),
    ("/api/sources?couche=arbre", 422, "nom-inconnu"),
    ("/api/redeploiement?service=x", 422, "nom-inconnu"),
    ("/api/redeploiement?departement=99", 422, "api-lieu-inconnu"),
    ("/api/communes?population_min=-1", 422, "api-valeur-refusee"),
    ("/api/communes?programme=peut-etre", 422, "api-valeur-refusee"),
])  # fmt: skip
def test_refusal_has_a_code_a_message_and_a_cure(
    path: str, status: int, code: str, reader: Client, misprints: Callable[[str], list[str]]
) -> None:
    answer = reader.get(path)
    told = answer.json()
    assert (answer.status_code, told["code"], answer["Content-Type"]) == (status, code, MEDIA)
    assert told["status"] == status
    assert told["detail"] == f"{told['message']} {told['cure']}"
    assert told["problemes"][0] == {key: told[key] for key in ("code", "message", "cure")}
    assert misprints(re.sub(r"/api/\S+", "", told["detail"])) == []
    assert answer["Cache-Control"] == "no-store"


def test_every_mistake_is_told_at_once(reader: Client) -> None:
    told = reader.get("/api/services?limit=0&offset=-1&theme=eau").json()
    assert [one["message"].split("\u00a0")[1] for one in told["problemes"]] == ["limit", "offset", "theme"]
    assert told["problemes"][2]["cure"] == (
        "Écrire l’une des valeurs «\u00a0climat\u00a0», «\u00a0biodiversite\u00a0» ou «\u00a0risques\u00a0»."
    )
    both = reader.get("/api/communes?departement=99&region=xx").json()
    assert [one["code"] for one in both["problemes"]] == ["api-lieu-inconnu"] * 2


def test_nearest_name_is_given(reader: Client) -> None:
    told = reader.get("/api/services/patrimoine-arbor").json()
    assert "Le plus proche est «\u00a0patrimoine-arbore\u00a0»." in told["message"]


def fails(error: Exception) -> Callable[[], Any]:
    def run() -> Any:
        raise error

    return run


@pytest.mark.parametrize(("error", "status", "code"), [
    (OperationalError("database is locked"), 503, "api-site-occupe"),
    (FileNotFoundError("carte.geojson"), 503, "api-fichiers-abimes"),
    (KeyError("secret"), 500, "api-erreur-interne"),
])  # fmt: skip
def test_failure_is_told_without_its_inside(
    error: Exception, status: int, code: str, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inventaires, "_marks", fails(error))
    answer = Client(raise_request_exception=False).get("/api/redeploiement")
    assert (answer.status_code, answer.json()["code"], answer["Content-Type"]) == (status, code, MEDIA)
    assert str(error).encode() not in answer.content
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_diagnostic_that_cannot_be_read_is_a_failure_of_the_site(
    edition: Edition, caplog: pytest.LogCaptureFixture
) -> None:
    file = editions().folder / "00101" / "2026-11-25" / "diagnostic.json"
    file.write_bytes(b"{")
    answer = Client(raise_request_exception=False).get("/api/communes/00101/editions/derniere")
    assert (answer.status_code, answer.json()["code"]) == (503, "api-fichiers-abimes")
    assert b"diagnostic.json" not in answer.content
    (line,) = [one for one in caplog.records if one.name == "coeurdeville.api"]
    assert "diagnostic.json" in str(vars(line)["champs"])
