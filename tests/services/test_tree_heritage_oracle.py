"""Patrimoine arboré against scikit-bio and plain pandas."""

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from skbio.diversity import alpha

from coeurdeville.core.provenance import Origin
from coeurdeville.layers.trees import Trees
from coeurdeville.services.climate.tree_heritage import STAGES, figures, tree_heritage

NAMES = pd.DataFrame(
    [("Tilia cordata", "Tilia", "Malvaceae"), ("Tilia tomentosa", "Tilia", "Malvaceae"), ("Acer campestre", "Acer",
     "Sapindaceae"), ("Aesculus hippocastanum", "Aesculus", "Sapindaceae"), ("Betula pendula", "Betula", "Betulaceae"),
     (None, "Acer", "Sapindaceae")],
    columns=["species", "genus", "family"],
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=40, max_size=120), st.randoms(use_true_random=False))
def test_shares_and_diversity(rows: list[int], random: Any) -> None:
    rows = [*rows, *[0] * 30]
    trees = NAMES.iloc[rows].reset_index(drop=True)
    trees["stage"] = [random.choice(STAGES) for _ in rows]
    said = figures(tree_heritage(_layer(trees)), least=0, fewest=10)
    for rank, largest in (("species", said.top_species), ("genus", said.top_genus), ("family", said.top_family)):
        assert largest == pytest.approx(100 * trees[rank].value_counts(normalize=True).iloc[0])
    assert said.effective == pytest.approx(np.exp(alpha.shannon(trees["species"].value_counts(), base=np.e)))
    assert said.identified == pytest.approx(100 * trees["species"].notna().mean())
    assert said.young == pytest.approx(100 * (trees["stage"] == "jeune").mean())
    assert dict(said.genera.parts) == trees["genus"].value_counts().to_dict()


def _layer(trees: pd.DataFrame) -> Trees:
    places = gpd.points_from_xy(np.full(len(trees), 700_000.0), np.arange(len(trees)) + 6_600_000.0)
    return Trees(gpd.GeoDataFrame(trees, geometry=places, crs=2154), origin=Origin("Arbres"))
