"""Benchmarks run in small, so that they never rot; their speed is not judged here."""

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
TITLES = (
    "buildings x flood", "nearest green space (geopandas)", "whole 3-30-300", "nearest green space (PostGIS)",
    "rows x 10 fields (frictionless 5)", "against each cell worked out alone", "coeurdeville --help",
    "diagnostic of 300 buildings", "the same again, from the store",
)  # fmt: skip
NAMES = ("kernels", "rule", "postgis", "validation", "matrix", "commands")
"""Those of the site and of the map start servers and a browser: `make bench ARGS='site map'` runs them."""


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("lines")


@pytest.mark.slow
def test_every_benchmark_runs_in_small_and_finds_what_its_peer_finds() -> None:
    done = subprocess.run(
        [sys.executable, FOLDER / "run.py", "--quick", *NAMES],
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert [title for title in TITLES if title not in done.stdout] == []
    assert "DIFFER" not in done.stdout


def test_outputs_apart_are_said_and_infinity_equals_itself(lines: ModuleType) -> None:
    one, other = np.array([1.0, np.inf]), np.array([1.5, np.inf])
    assert lines.difference(one, one) == 0
    wrong = lines.race("titre", lambda: one, lambda: other, rounds=1)
    assert wrong.differs
    assert "DIFFER by 5.0e-01" in str(wrong)


def test_an_output_that_is_not_a_number_differs(lines: ModuleType) -> None:
    assert lines.race("titre", lambda: np.array([np.nan]), lambda: np.array([1.0]), rounds=1).differs


@pytest.mark.parametrize(("ours", "peer", "kept"), [(1.0, 4.0, True), (1.0, 3.9, False), (2.0, 9.0, False)])
def test_a_promise_is_kept_or_missed(lines: ModuleType, ours: float, peer: float, kept: bool) -> None:
    line = lines.Line("titre", ours, peer, faster=4, most=2)
    assert line.kept is kept
    assert ("MISSED" in str(line)) is not kept


@pytest.mark.parametrize(("ours", "kept"), [(500.0, True), (499.0, False)])
def test_what_must_be_reached_is_kept_or_missed(lines: ModuleType, ours: float, kept: bool) -> None:
    line = lines.Line("titre", ours, unit="/s", least=500)
    assert (line.promised, line.kept) == (True, kept)
    assert ("MISSED" in str(line)) is not kept
