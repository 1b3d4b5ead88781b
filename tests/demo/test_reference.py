"""The demo speaks the language of the layers and of the table of taxa."""

import pytest

from coeurdeville.demo.species import SPECIES
from coeurdeville.layers.catalogue import layers
from coeurdeville.layers.reference.taxa import identify


def test_every_value_fits_its_layer(town):
    kinds = {kind.id: kind for kind in layers().values()}
    shared = kinds.keys() & town.layers.keys()
    assert {"buildings", "trees", "flood_zones", "occurrences", "daily_climate"} <= shared
    said = [str(p) for name in shared for column in kinds[name].columns for p in column.problems(town.layers[name])]
    assert said == []


@pytest.mark.parametrize("written", ["name", "french"])
def test_planted_species_are_accepted_names_of_the_reference(written):
    import numpy as np

    found = identify(np.array([getattr(species, written) for species in SPECIES], dtype=object))
    assert found.species.tolist() == [species.name for species in SPECIES]
    assert found.family.tolist() == [species.family for species in SPECIES]
