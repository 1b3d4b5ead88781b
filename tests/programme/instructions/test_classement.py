"""The ranking: hand-made cases that a juror can read, and numpy."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.programme.instructions.classement import Bulletin, Dossier, Ligne, classer, mediane, score

TABLE = yaml.safe_load(Path(__file__).with_name("classement.yaml").read_text("utf-8"))
WEIGHTS = {key: Fraction(value) for key, value in TABLE["poids"].items()}
KEYS = list(WEIGHTS)


def ballot(values: list[int | None]) -> Bulletin:
    return Bulletin({key: value for key, value in zip(KEYS, values, strict=False) if value is not None})


def files(towns: dict[int, dict[str, Any]]) -> list[Dossier]:
    return [
        Dossier(
            number, [ballot(one) for one in said["relectures"]], said.get("abstentions", 0), said.get("attendues", 0)
        )
        for number, said in towns.items()
    ]


def shown(line: Ligne, what: str) -> object:
    value = line.criteres[what] if what in KEYS else getattr(line, what)
    return str(value) if isinstance(value, Fraction) else value


@pytest.mark.parametrize("case", TABLE["cas"], ids=[one["dit"] for one in TABLE["cas"]])
def test_case_made_by_hand(case: dict[str, Any]) -> None:
    found = classer(files(case["candidatures"]), WEIGHTS, case["voulues"])
    assert [one.numero for one in found] == list(case["attendu"])
    for line in found:
        wanted = case["attendu"][line.numero]
        assert {what: shown(line, what) for what in wanted} == wanted


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 5), min_size=5, max_size=5), min_size=1, max_size=9))
def test_figures_are_those_of_numpy(values: list[list[int]]) -> None:
    (line,) = classer([Dossier(1, [ballot(one) for one in values])], WEIGHTS, 1)
    weights = np.array([float(one) for one in WEIGHTS.values()])
    scores = np.average(np.array(values, dtype=float), axis=1, weights=weights)
    told = [line.mediane, line.moyenne, line.etendue]
    assert [float(one or 0) for one in told] == pytest.approx([np.median(scores), np.mean(scores), np.ptp(scores)])


@settings(deadline=None)
@given(st.permutations(range(6)))
def test_order_of_candidatures_changes_nothing(order: list[int]) -> None:
    made = [Dossier(n, [ballot([n % 3, 1, 2, 3]), ballot([5, n % 2, 2, 3])]) for n in range(6)]
    assert classer([made[n] for n in order], WEIGHTS, 2) == classer(made, WEIGHTS, 2)


def test_nothing_weighs_no_score() -> None:
    assert score(ballot([5, 5, 5, 5, 5]), {"innovation": Fraction(0)}) is None
    assert mediane([]) is None


def test_call_that_wants_no_review_still_ranks_nobody_without_one() -> None:
    (line,) = classer([Dossier(1, [])], WEIGHTS, 0)
    assert (line.rang, line.suffisante) == (None, False)
