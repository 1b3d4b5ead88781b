"""Connaissance des espèces against what iNEXT 3 (R) prints of the spiders of its documentation."""

import geopandas as gpd
import numpy as np
import pytest

from coeurdeville.core.provenance import Origin
from coeurdeville.layers.occurrences import Occurrences
from coeurdeville.services.biodiversity.species_knowledge import figures, species_knowledge

GIRDLED = [46, 22, 17, 15, 15, 9, 8, 6, 6, 4, *4 * [2], *12 * [1]]
LOGGED = [88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, *3 * [4], *4 * [3], *4 * [2], *14 * [1]]


@pytest.mark.parametrize(("counts", "size", "seen", "chao1"), [(GIRDLED, 168, 26, 43.893), (LOGGED, 252, 37, 61.403)])
def test_richness_of_the_spiders(counts: list[int], size: int, seen: int, chao1: float) -> None:
    said = figures(species_knowledge(_seen(counts)))
    assert (said.records, said.richness) == (size, seen)
    assert said.estimated == pytest.approx(chao1, abs=5e-4)
    assert said.completeness == pytest.approx(100 * seen / chao1, abs=2e-3)


def test_coverage_of_the_girdled_spiders() -> None:
    assert figures(species_knowledge(_seen(GIRDLED))).coverage == pytest.approx(92.89, abs=5e-3)


def _seen(counts: list[int]) -> Occurrences:
    taxa = np.repeat([f"araignée {rank}" for rank in range(len(counts))], counts)
    places = gpd.points_from_xy(np.full(len(taxa), 700_000.0), np.arange(len(taxa)) + 6_600_000.0)
    return Occurrences(gpd.GeoDataFrame({"taxon": taxa}, geometry=places, crs=2154), origin=Origin("iNEXT"))
