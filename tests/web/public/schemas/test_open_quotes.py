"""A file in which a quote is never closed: the three pages say it, and count the same rows."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from django.test import Client

from .conftest import said_of, saved

pytestmark = pytest.mark.django_db
HEAD = "id,longitude,latitude,code_insee,adresse,etat"
CODES = ("guillemet-ouvert", "primary-key", "unique-error", "type-error", "constraint-error")
ROWS = [f"A{rank},3.28{rank:03d},49.84,02691,Rue {rank},en place" for rank in range(1, 101)]


def broken() -> str:
    lines = [HEAD, *ROWS]
    lines[3] = lines[3].replace("Rue 3", '"Rue 3')
    lines[60] = "A1,999,abc,02691,Rue é,en place"
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_report_columns_and_repair_tell_the_same_file(
    encoding: str, checked: Callable[..., str], client: Client
) -> None:
    address = checked("arbres.csv", broken().encode(encoding), schema="arbres-urbains", commune="02691")
    report = said_of(client.get(address))
    assert "Le verdict Non conforme" in report
    assert "Guillemets jamais fermés" in report
    verdict = json.loads(saved(client.get(f"{address}fichiers/verdict.json")))
    assert (verdict["conforme"], verdict["fichier"]["lignes"]) == (False, 100)
    assert {*verdict["nombre_par_code"]} == {*CODES}
    errors = saved(client.get(f"{address}fichiers/erreurs.csv")).decode("utf-8-sig")
    found = [one for one in csv.DictReader(io.StringIO(errors), delimiter=";") if one["code"] == "guillemet-ouvert"]
    assert [one["ligne"] for one in found] == ["4"]
    assert errors.count("\n") == verdict["erreurs"] + 1
    assert "guillemets de « arbres.csv » s’ouvrent" in said_of(client.get(f"{address}colonnes/"))
    repaired = said_of(client.get(f"{address}repare/"))
    assert "99 lignes sont conformes ; 1 est écartée." in repaired
    assert "guillemets de « arbres.csv » s’ouvrent" in repaired
    assert "guillemets-non-fermes" in saved(client.get(f"{address}fichiers/journal.csv")).decode("utf-8-sig")
