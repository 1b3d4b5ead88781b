import pandas as pd
import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.damage_functions import DamageFunctions


def test_a_depth_with_two_costs_is_refused() -> None:
    rows = pd.DataFrame({"depth": [0.0, 1.0, 1.0], "cost": [0.0, 10.0, 20.0]})
    with pytest.raises(Refused) as refused:
        DamageFunctions(rows, origin=Origin("Essai"))
    assert [(problem.code, problem.count) for problem in refused.value.problems][1:] == [("hauteur-repetee", 1)]


def test_depths_may_come_in_any_order() -> None:
    rows = pd.DataFrame({"depth": [2.0, 0.0], "cost": [10.0, 0.0]})
    assert len(DamageFunctions(rows, origin=Origin("Essai"))) == 2
