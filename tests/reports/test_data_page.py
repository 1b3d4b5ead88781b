"""The page of data says how many objects were read, kept, and are of another town."""

from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.provenance import Origin
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.layers.trees import Trees
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
