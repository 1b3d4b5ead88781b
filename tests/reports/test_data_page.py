"""The page of data says how many objects were read, kept, and are of another town."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.provenance import Origin
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Nature, Ouverture
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.layers.trees import Trees
from coeurdeville.layers.water import Water
from coeurdeville.reports.data_page import data_page
from coeurdeville.reports.exhibits import Table
from coeurdeville.reports.subject import Subject
from coeurdeville.runs.store import Store
from coeurdeville.territories.territory import Territory

OUTLINED = Territory("00001", "Essai", 2154, outline=shapely.box(0, 0, 100, 100))
ROUND = Territory("00001", "Essai", 2154, point=shapely.Point(50, 50), radius_m=100.0)


def told(town: Territory, folder: Path, places: list[tuple[float, float]], read: int) -> Table:
    """The table of a town that has trees."""
    frame = gpd.GeoDataFrame(geometry=[shapely.Point(place) for place in places], crs=2154)
    trees = Trees(frame, origin=Origin("Arbres", read=read, kept=len(places)))
    donnees = {Trees: (Donnee("arbres", "arbres", "Arbres", "fichiers/arbres.csv"),)}
    subject = Subject(town, "Essai", date(2026, 1, 1), (), supplies(trees), donnees, {}, None, Store(folder), "")
    return data_page(subject, ()).table


def checked(town: Territory, folder: Path, places: list[tuple[float, float]], read: int) -> str:
    """What the row of trees says of their check."""
    return told(town, folder, places, read).rows[1][4].replace("\u00a0", " ")


@pytest.mark.parametrize("town", [OUTLINED, ROUND])
def test_objects_that_are_not_of_the_town_are_counted(town: Territory, tmp_path: Path) -> None:
    said = checked(town, tmp_path, [(1, 1), (2, 2), (900, 1)], 4)
    assert said == "4 objets lus, 3 gardés, dont 1 hors de la commune"


def test_counts_agree(tmp_path: Path) -> None:
    assert checked(OUTLINED, tmp_path, [(1, 1)], 1) == "1 objet lu, 1 gardé"


def test_a_layer_that_no_service_used_is_told_in_words_as_in_colour(tmp_path: Path) -> None:
    table = told(OUTLINED, tmp_path, [(1, 1)], 1)
    assert (table.rows[1][1], table.badges[1]) == ("non utilisée", "partial")


LAMPS = Donnee("lampes", "points-lumineux", "Lampes", detenteur="Syndicat", nature=Nature.SYNDICAT,
               statuts=(Statut(date(2026, 1, 2), Ouverture.CANDIDATE),))  # fmt: skip
SOMEBODY = Donnee("fraicheur", "lieux-frais", "Lieux", detenteur="Jeanne Martin", nature=Nature.HABITANT,
                  statuts=(Statut(date(2026, 1, 2), Ouverture.ABSENTE),))  # fmt: skip


def of_inventory(folder: Path, entries: Sequence[Donnee]) -> Table:
    day, store = date(2026, 1, 1), Store(folder)
    subject = Subject(OUTLINED, "Essai", day, (), supplies(), {}, {}, None, store, "", told=entries)
    return data_page(subject, ()).table


def test_what_the_inventory_says_of_data_that_lack_is_told_without_naming_anybody(tmp_path: Path) -> None:
    table = of_inventory(tmp_path, (LAMPS, SOMEBODY))
    assert [tuple(cell.replace("\u00a0", " ") for cell in row) for row in table.rows[1:]] == [
        ("Points lumineux", "manquante", "Syndicat", "Candidate à l’ouverture depuis le 02/01/2026",
         "rien à contrôler", "La demander à son détenteur"),
        ("Lieux frais", "n’existe pas", "habitant", "N’existe pas depuis le 02/01/2026", "rien à contrôler",
         "La produire"),
    ]  # fmt: skip


def test_water_that_every_map_is_drawn_over_is_used(tmp_path: Path) -> None:
    water = Water(gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 9, 9)], crs=2154), origin=Origin("Eau", read=1, kept=1))
    donnees = {Water: (Donnee("eau", "eau", "Eau", "fichiers/eau.gpkg"),)}
    subject = Subject(OUTLINED, "Essai", date(2026, 1, 1), (), supplies(water), donnees, {}, None, Store(tmp_path), "")
    assert data_page(subject, ()).table.rows[1][:2] == ("Eau", "utilisée")
