"""No French commune, present or former, bears the name of a fictional town."""

from pathlib import Path

import numpy as np
import pytest

from coeurdeville.core.french import plain
from coeurdeville.demo.chance import stream
from coeurdeville.demo.names import TOWNS, street_names

BAKED = Path(__file__).parents[2] / "src" / "coeurdeville" / "territories"


def test_twelve_names_differ():
    assert len(TOWNS) == len({plain(name) for name in TOWNS}) == 12


@pytest.mark.parametrize("table", ["communes.parquet", "anciennes_communes.parquet"])
def test_no_commune_bears_these_names(table):
    if not (BAKED / table).is_file():
        pytest.skip("the list of communes is not baked")
    import pyarrow.parquet

    communes = {plain(name) for name in pyarrow.parquet.read_table(BAKED / table)["nom"].to_pylist() if name}
    assert len(communes) > 1000
    assert not communes & {plain(name) for name in TOWNS}


def test_streets_of_a_town_have_different_names_while_the_stock_lasts():
    names = street_names(np.array(["rue"] * 500 + ["quai"] * 2), stream(1, "test"))
    assert len(set(names)) == 502
    assert all(name.startswith("Quai ") for name in names[-2:])
