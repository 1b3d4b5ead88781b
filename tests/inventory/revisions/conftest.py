"""A town of two entries and one file, as its first revision; and ways of changing it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.edition import edit_entry
from coeurdeville.inventory.revisions.depot import Depot
from coeurdeville.inventory.ville import add_donnee, create_ville, open_ville
from coeurdeville.territories.commune import Commune, Departement, Region

COMMUNE = Commune(
    "00042", "Valbois-sur-Ourle", Departement("00", "département fictif"), Region("00", "région fictive"),
    None, None, 12_000, 2026, (), (),
)  # fmt: skip
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def first(folder: Path) -> None:
    """The town: trees with a file, streams without."""
    ville = create_ville(folder, COMMUNE, date(2026, 11, 23))
    (folder / "fichiers" / "arbres.csv").write_text("essence\ntilleul\n", "utf-8")
    add_donnee(
        ville,
        Donnee("arbres", "arbres", "Arbres publics", "fichiers/arbres.csv", detenteur="Ville de Valbois"),
        Donnee("eaux", "eau", "Cours d’eau", detenteur="Syndicat de l’Ourle"),
    )


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    """The folder of the town, at its first revision."""
    made = Depot(tmp_path / "villes" / "00042")
    made.enregistrer(0, first, "Ana Roy", "Création du dossier", quand=NOON)
    return made


def say(name: str, **answers: object) -> Callable[[Path], object]:
    """A change of some answers of one entry."""
    return lambda folder: edit_entry(open_ville(folder), name, lambda entry: entry.update(answers))
