"""GeoNature and GBIF files as observations, recounted with pandas."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from coeurdeville.core.provenance import Origin
from coeurdeville.inventory.conversion import convert
from coeurdeville.inventory.rapprochement import match_columns
from coeurdeville.layers.occurrences import Occurrences
from coeurdeville.readers.read import read
from coeurdeville.runs.measure import measure
from coeurdeville.runs.result import TOWN, figures_of
from coeurdeville.services.biodiversity.species_knowledge import figures, species_knowledge

pytestmark = pytest.mark.real
GEONATURE = "biodiversity/geonature_import_fixtures/backend/geonature/tests/imports/files/synthese"
GBIF = "api/rgbif_gbif/inst/examples/0009886-250127130748423.zip"


@pytest.mark.parametrize("name", ["valid_file.csv", "valid_file_importable.csv"])
def test_geonature_observations_of_a_commune(mirror: Path, real_town: Callable[..., Any], name: str) -> None:
    raw = pd.read_csv(mirror / GEONATURE / name, sep=";")
    places = gpd.GeoSeries.from_wkt(raw["geometrie_wkt_4326"], crs=4326).to_crs(2154)
    outlines = gpd.read_file(mirror / "reference/contours_1000m/communes-1000m-05.geojson")
    outline = outlines[outlines["code"] == "05101"].to_crs(2154).union_all()
    here = raw[places.within(outline).to_numpy()]
    town, offre = real_town("05101", (mirror / GEONATURE / name, "observations"))
    result = measure(species_knowledge, offre.couches, town)
    said = figures_of(species_knowledge, next(iter(result.rows_of(TOWN).values())))[""]
    assert (said.records, said.richness) == (len(here), here["cd_ref"].nunique())
    assert dict(said.groups.parts) == here.groupby("group2_inpn")["cd_ref"].nunique().to_dict()
    assert result.objects is not None
    assert "observateurs" not in result.objects.frame


def test_gbif_download_of_one_plant(mirror: Path) -> None:
    """It is of Spain: its columns are recognised and counted, without a town of France around."""
    features = read(mirror / GBIF)
    raw = pd.read_csv(mirror / GBIF, sep="\t")
    matched = match_columns(features.frame, Occurrences)
    assert not matched.a_confirmer
    columns = {column.key: column for column in Occurrences.columns}
    frame = pd.DataFrame({columns[key].name: convert(features.frame[name], columns[key]).values
                          for key, name in matched.colonnes.items()})  # fmt: skip
    placed = raw["decimalLatitude"].notna() & raw["speciesKey"].notna()
    places = gpd.points_from_xy(raw["decimalLongitude"], raw["decimalLatitude"], crs=4326).to_crs(25831)
    layer = Occurrences(gpd.GeoDataFrame(frame, geometry=places)[placed], origin=Origin("GBIF"))
    said = figures(species_knowledge(layer, blur=5000))
    kept = raw[placed & ~(raw["coordinateUncertaintyInMeters"] > 5000)]
    assert said.records == len(kept) > 20
    assert said.richness == kept["speciesKey"].nunique()
    assert dict(said.groups.parts) == kept.groupby("class")["speciesKey"].nunique().to_dict()
