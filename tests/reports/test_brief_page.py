"""The first page counts what its map draws, and cites that."""

from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from coeurdeville.core.provenance import Origin
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.layers.occurrences import Occurrences
from coeurdeville.layers.species_status import SpeciesStatus
from coeurdeville.reports.brief_page import brief_page
from coeurdeville.reports.ground import Ground
from coeurdeville.reports.subject import Subject
from coeurdeville.runs.diagnose import diagnose
from coeurdeville.runs.store import Store
from coeurdeville.services.biodiversity.species_knowledge import species_knowledge
from coeurdeville.territories.territory import Territory

TOWN = Territory("00001", "Essai", 2154, outline=shapely.box(0, 0, 1000, 1000))


def records() -> Occurrences:
    """Three in the town, one of them too loosely placed to count, and one beyond."""
    places = [shapely.Point(100, 100), shapely.Point(200, 300), shapely.Point(400, 400), shapely.Point(9000, 9000)]
    frame = gpd.GeoDataFrame(
        {"taxon": ["1"] * 4, "name": ["Parus major"] * 4, "uncertainty": [5.0, 5.0, 5000.0, 5.0]},
        geometry=places, crs=2154,
    )  # fmt: skip
    return Occurrences(frame, origin=Origin("Observations", "Association", read=4, kept=4))


def statuses() -> SpeciesStatus:
    frame = pd.DataFrame({"taxon": ["1", "2"], "protected": [True, False]})
    return SpeciesStatus(frame, origin=Origin("Statuts", "Muséum", read=2, kept=2))


def test_table_under_the_map_counts_what_is_drawn(tmp_path: Path) -> None:
    layers = records(), statuses()
    on_offer, store = supplies(*layers), Store(tmp_path)
    donnees = {type(one): (Donnee(one.slug, one.slug, one.origin.title, "x"),) for one in layers}
    outcomes = diagnose([species_knowledge], on_offer, TOWN, store)
    subject = Subject(TOWN, "Essai", date(2026, 1, 1), outcomes, on_offer, donnees, {}, None, store, "")
    drawn = brief_page(subject, subject.chapters(), Ground.of(TOWN, on_offer)).map
    assert drawn is not None
    assert drawn.table is not None
    assert drawn.table.rows == ((species_knowledge.signature.result.title, "2", "Association"),)
    assert "Muséum" not in drawn.source
