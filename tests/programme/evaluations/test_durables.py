"""What a machine finds of a data set, and what it says that it cannot tell."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from programme.experimentations.projets import laureate
from pytest_django import Settings

from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LOV2
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.donnee import Conformite, Donnee, Statut
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.programme.evaluations.durables import durable, points, verifier_tout
from coeurdeville.programme.models import DonneeUtile

TODAY = date(2026, 6, 1)
ENTRY: dict[str, Any] = {
    "id": "arbres-ville", "couche": "arbres", "titre": "Arbres", "licence": LOV2, "millesime": Vintage.parse("2025"),
    "rythme": Frequency.YEARLY, "statuts": (Statut(date(2026, 1, 10), Ouverture.OUVERTE),),
    "conformites": (Conformite("arbres-urbains", date(2026, 2, 1), 100, 100),),
}  # fmt: skip


def look(perenne: str = "", **fields: Any) -> dict[str, tuple[str, str]]:
    """Badge and words of each point."""
    entry = Donnee(**{**ENTRY, **fields})
    found = points(DonneeUtile(couche="arbres", perenne=perenne), entry, TODAY)
    return {one.cle: (one.etat, one.dit.replace("\u202f", " ").replace("\u00a0", " ")) for one in found}


def test_lasting_data() -> None:
    assert look("Le service des espaces verts, chaque hiver.") == {
        "ouverture": ("ok", "déjà ouverte, constaté le 10/01/2026"),
        "licence": ("ok", "Licence Ouverte 2.0"),
        "date": ("ok", "datée de 2025, mise à jour annuelle"),
        "schema": ("partial", "ébauche du projet (arbres-urbains)"),
        "conformite": ("ok", "100 lignes conformes sur 100, arbres-urbains, le 01/02/2026"),
        "entretien": ("partial", "dit par la ville ; une machine ne peut pas le vérifier"),
    }


def test_data_that_were_not_kept_up() -> None:
    assert look(millesime=Vintage.parse("2021"))["date"] == ("wrong", "datée de 2021, mise à jour annuelle : en retard")


def test_what_nobody_said() -> None:
    found = look(statuts=(), millesime=None, conformites=())
    assert found["ouverture"] == ("missing", "statut à préciser")
    assert found["date"] == ("missing", "date à préciser")
    assert found["conformite"] == ("missing", "le fichier n’a pas été vérifié")
    assert found["entretien"] == ("missing", "personne ne l’a dit")


def test_part_of_the_lines_conform() -> None:
    some = (
        Conformite("arbres-urbains", date(2026, 2, 1), 100, 40),
        Conformite("arbres-urbains", date(2026, 1, 1), 9, 9),
    )
    assert look(conformites=some)["conformite"][0] == "partial"


@pytest.mark.django_db
def test_entry_that_left_the_inventory_is_said(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    evaluation = laureate().evaluation
    assert verifier_tout(evaluation) == 2
    kept = evaluation.donnees.get(couche="arbres").verdict
    assert kept["points"][0] == {
        "cle": "inventaire", "titre": "Inventaire", "etat": "missing",
        "dit": "l’inventaire de la ville n’a pas cette donnée, ou plus sous ce nom",
    }  # fmt: skip
    assert not durable(kept)
