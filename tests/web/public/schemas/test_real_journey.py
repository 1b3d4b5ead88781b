"""A real inventory, sent as a visitor would: recognised, mapped, codes translated, repaired."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from .conftest import said_of, saved
from .test_checking import form_of

pytestmark = [pytest.mark.django_db, pytest.mark.real, pytest.mark.slow]


def test_inventory_of_saint_quentin(mirror: Path, checked: Callable[..., str], client: Client) -> None:
    file = mirror / "towns" / "02691-saint-quentin" / "Patrimoine_Arbore_final.csv"
    address = checked(file.name, file.read_bytes(), commune="Saint-Quentin")
    assert "comparé au schéma Arbres urbains , reconnu d’après ses colonnes" in said_of(client.get(address))
    sent = form_of(client, address)
    assert (sent["champ-hauteur"], sent["x"], sent["projection"]) == ("haut_tot", "X", "3949")
    # What the town means by its first code is not known: only that it is translated.
    stage = {"champ-stade_developpement": "fk_stadedev", "valeur-stade_developpement-0": "jeune"}
    client.post(f"{address}colonnes/", {**sent, **stage})
    said = said_of(client.get(f"{address}repare/"))
    assert "10 565 lignes sont conformes ; 801 sont écartées." in said
    assert "« created_user » : son nom dit un agent" in said
    made = list(csv.DictReader(io.StringIO(saved(client.get(f"{address}fichiers/arbres-urbains.csv")).decode())))
    assert len(made) == 10_565
    assert {one["code_insee"] for one in made} == {"02691"}
    assert sum(one["stade_developpement"] == "jeune" for one in made) == 141
    assert all(3.2 < float(one["longitude"]) < 3.4 and 49.8 < float(one["latitude"]) < 49.9 for one in made[:500])
