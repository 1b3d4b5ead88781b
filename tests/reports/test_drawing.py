"""The text that stands for a drawing gives the figures of that very drawing, and says what it leaves out."""

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.missing import Missing
from coeurdeville.reports import drawing
from coeurdeville.reports.ground import Ground
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.page import Bar, Bars, Classes, ObjectMap, Sheet, TableColumn, ZoneMap
from coeurdeville.territories.territory import Territory

CANVAS = drawing.Canvas("essai", Theme.CLIMATE, "Ville, 2024.", Ground(Territory("00001", "Essai", 2154), {}))
CLASSES = Classes("Distance du troisième arbre", (15.0,), ("moins de 15\u00a0m", "15\u00a0m ou plus"))
HEADS = (TableColumn("Quartier"), TableColumn("3 arbres", numeric=True), TableColumn("Espace vert", numeric=True))


def homes(sheet: Sheet) -> str:
    frame = gpd.GeoDataFrame({"third_tree": [3.0]}, geometry=[shapely.box(0, 0, 9, 9)], crs=2154)
    return drawing.objects(CANVAS, ObjectMap("Un titre", "third_tree", CLASSES, sheet), frame).alt


def test_the_text_of_a_map_of_objects_reads_the_column_that_the_map_shows() -> None:
    rows = (("Centre", "47\u202f%", "27\u202f%"), ("Gare", "57\u202f%", "100\u202f%"))
    sheet = Sheet("Part des logements, par quartier", HEADS, rows, shown="3 arbres")
    assert homes(sheet) == (
        "Carte. Distance du troisième arbre. Part des logements, par quartier, 3 arbres\u00a0: "
        "Centre (47\u202f%) et Gare (57\u202f%)."
    )


def test_a_table_has_the_column_that_its_map_shows() -> None:
    with pytest.raises(ValueError, match="4 arbres"):
        Sheet("Part des logements", HEADS, (("Centre", "47\u202f%", "27\u202f%"),), shown="4 arbres")


def test_a_row_that_is_no_zone_is_told_apart() -> None:
    shapes = {name: shapely.box(rank, 0, rank + 1, 1) for rank, name in enumerate("ABC")}
    rows = (("Sans observation\u00a0: un carré", "aucune"), ("A", "120"), ("B", "12"))
    sheet = Sheet("Les carrés", (TableColumn("Carré"), TableColumn("Observations")), rows)
    classes = Classes("Observations par carré", (10,), ("moins de 10", "10 ou plus"))
    wanted = ZoneMap("Un titre", {"A": 120.0, "B": 12.0, "C": Missing("aucune observation")}, classes, sheet)
    alt = drawing.zones(CANVAS, wanted, shapes).alt
    assert alt == "Carte. Observations par carré\u00a0: A (120) et B (12). Sans observation\u00a0: un carré."


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (3, "A (1), B (2) et C (3)."),
        (4, "A (1), B (2), C (3) et D (4)."),
        (5, "A (1), B (2), C (3), D (4) et E (5)."),
        (6, "A (1), B (2), C (3), D (4) et deux autres."),
    ],
)
def test_the_text_of_a_chart_says_how_many_bars_it_leaves_out(count: int, told: str) -> None:
    bars = tuple(Bar("ABCDEF"[rank], rank + 1.0) for rank in range(count))
    assert drawing.bars(CANVAS, Bars("Un titre", bars, "")).alt == f"Barres\u00a0: {told}"


@pytest.mark.parametrize("count", [4, 5, 6])
def test_the_text_of_a_map_leaves_out_several_rows_or_none(count: int) -> None:
    rows = tuple(("ABCDEF"[rank], str(rank), str(rank)) for rank in range(count))
    alt = homes(Sheet("Part des logements, par quartier", HEADS, rows))
    assert ("Le tableau donne les autres." in alt) == (count > 5)
    assert all(f"{row[0]} ({row[2]})" in alt for row in (rows if count < 6 else rows[:4]))
