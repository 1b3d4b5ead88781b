"""Promises over everything that is declared: a new service or layer is held to them without a line here."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from itertools import chain, combinations
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.core.french import slug
from coeurdeville.core.problems import Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.core.references import references
from coeurdeville.demo import make_town
from coeurdeville.deployability.resolver import State, resolve
from coeurdeville.layers.catalogue import layers
from coeurdeville.layers.contract.adapter import ADAPTERS
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.raster import Grid, RasterLayer
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import AREA, POINT, VectorLayer
from coeurdeville.runs.measure import measure
from coeurdeville.runs.plan import plan
from coeurdeville.services.catalogue import services
from coeurdeville.services.contract.declaration import Param, Theme
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

SERVICES = list(services().values())
LAYERS = list(layers().values())
TABLES = [kind for kind in LAYERS if issubclass(kind, TableLayer)]
RESULTS = [service.signature.result for service in SERVICES]
COUNTED = {"Logements", "Étages", "Individus", "Habitants", "Ménages", "Année de plantation", "Logements touchés",
           "Habitants touchés"}  # fmt: skip
"""Numbers whose title is their unit."""
UNITS = {"m", "m²", "cm", "mm", "%", "°C", "ans", "€", "€/m²", "€/an"}

of_service = pytest.mark.parametrize("service", SERVICES, ids=lambda one: one.id)
of_layer = pytest.mark.parametrize("kind", LAYERS, ids=lambda one: one.id)
of_rows = pytest.mark.parametrize("kind", [*TABLES, *RESULTS], ids=lambda one: one.id)


@of_service
def test_a_service_is_named_cited_and_put_into_words(service: Service[..., Any]) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", service.slug)
    assert service.title
    assert service.theme in Theme
    assert service.method in references()
    assert service.summary is not None
    import_module(service.words_module)
    assert service._words is not None


@of_service
def test_every_figure_has_a_title_and_a_unit(service: Service[..., Any]) -> None:
    titles = [indicator.title for indicator in service.indicators.values()]
    assert len(set(titles)) == len(titles)
    assert all(title and indicator.unit for title, indicator in zip(titles, service.indicators.values(), strict=True))
    assert not all(indicator.base for indicator in service.indicators.values())


@of_service
def test_numeric_parameters_are_bounded(service: Service[..., Any]) -> None:
    titles = [param.title for param in service.parameters.values()]
    assert len(set(titles)) == len(titles)
    for name, param in service.parameters.items():
        default = service.defaults[name]
        if isinstance(default, (int, float)) and not isinstance(default, bool):
            assert param.unit, name
            assert all(_within(value, param) for value in (default, *param.band)), name
            assert default not in param.band, name


@of_service
def test_values_outside_bounds_are_refused_together(service: Service[..., Any]) -> None:
    given = {name: param.maximum + 1 for name, param in service.parameters.items() if param.maximum is not None}
    if given:
        with pytest.raises(Refused) as refused:
            service.chosen(given)
        assert len(refused.value.problems) >= len(given)
        assert {problem.code for problem in refused.value.problems} == {"parametre-hors-bornes"}


@of_service
def test_no_service_imports_pandas_before_it_runs(service: Service[..., Any]) -> None:
    assert not _imported(f"import {service.module}") & {"pandas", "geopandas", "pyogrio", "scipy", "pyarrow"}


def test_help_imports_nothing_heavy() -> None:
    code = "from coeurdeville.cli.main import group\ngroup(['--help'], standalone_mode=False)"
    assert not _imported(code) & {"pandas", "geopandas", "shapely", "numpy", "scipy", "pyarrow"}


@of_layer
def test_a_layer_has_a_slug_and_a_title(kind: type[Layer]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.slug)
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", kind.id)
    assert kind.title
    assert len({one.id for one in (*LAYERS, *RESULTS)}) == len(LAYERS) + len(RESULTS)


@of_rows
def test_columns_have_french_titles_units_and_distinct_keys(kind: type[TableLayer]) -> None:
    for column in kind.columns:
        assert column.title[0].isupper(), column.name
        assert re.fullmatch(r"[a-z][a-z_]*", column.name), column.name
        if column.dtype in ("int", "float"):
            assert column.unit in UNITS or column.title in COUNTED, column.name
            assert column.minimum <= column.maximum, column.name
    assert len({column.key for column in kind.columns}) == len(kind.columns)


@pytest.mark.parametrize("kind", TABLES, ids=lambda one: one.id)
def test_no_name_in_files_is_that_of_two_columns(kind: type[TableLayer]) -> None:
    """But a required column may fall back on the name of another: an observation without code has its cited name."""
    known: dict[str, Column] = {}
    for column in kind.columns:
        for name in {slug(one) for one in (*column.names, column.title, column.name)}:
            assert name not in known or known[name].required, f"{name}: {known[name].name} and {column.name}"
            known[name] = column


@pytest.mark.parametrize(("wanted", "found"), [(a, b) for a, those in ADAPTERS.items() for b in those])
def test_what_stands_for_another_layer_says_what_it_supposes(wanted: type[Layer], found: type[Layer]) -> None:
    layer = _sample(found)
    made = ADAPTERS[wanted][found](layer)
    assert isinstance(made, wanted)
    assert len(made.origin.assumptions) > len(layer.origin.assumptions)
    assert made.origin.proxy or issubclass(found, RasterLayer)


@of_service
def test_forecast_and_run_agree_on_every_subset_of_layers(service: Service[..., Any]) -> None:
    asked = dict.fromkeys(chain(service.layers.values(), *(ADAPTERS.get(one, ()) for one in service.layers.values())))
    made = {kind: _sample(kind) for kind in asked}
    town = Territory("00001", "Ville", 2154, shapely.box(700_000, 6_600_000, 700_100, 6_600_100))
    for kinds in chain.from_iterable(combinations(made, count) for count in range(len(made) + 1)):
        forecast = resolve(service, kinds)
        on_offer = supplies(*(made[kind] for kind in kinds))
        run = plan(service, on_offer, town)
        assert (run is None) == (forecast.state is State.BLOCKED)
        if run is None:
            with pytest.raises(Refused, match="service-bloque"):
                measure(service, on_offer, town)
            continue
        result = measure(service, on_offer, town)
        assert run.forecast == forecast
        assert result.state == forecast.state
        assert {use.argument: use.found for use in result.used} == {name: k.id for name, k in forecast.use.items()}
        assert result.lacked == tuple(kind.id for kind in forecast.missing.values())
        lost = {row.indicator: row.missing for row in result.rows if row.missing and row.indicator in forecast.lost}
        assert lost == {name: missing.reason for name, missing in forecast.lost.items()}


@of_service
def test_texts_are_in_french_typography(service: Service[..., Any], misprints: Callable[[str], list[str]]) -> None:
    declared = (*service.indicators.values(), *service.parameters.values(), *service.signature.result.columns)
    texts = [service.title, service.theme.label, *(one.title for one in declared)]
    assert [text for text in texts if misprints(text)] == []


@of_layer
def test_texts_of_layers_are_in_french_typography(kind: type[Layer], misprints: Callable[[str], list[str]]) -> None:
    columns: tuple[Column, ...] = getattr(kind, "columns", ())
    texts = [kind.title, kind.scope, *(column.title for column in columns), *(v for c in columns for v in c.values)]
    assert [text for text in texts if misprints(text)] == []


@of_service
@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 10**6), east=st.integers(-200_000, 600_000), north=st.integers(-400_000, 100_000))
def test_row_order_and_place_change_no_figure(service: Service[..., Any], seed: int, east: int, north: int) -> None:
    expected, found = _figures(service), _figures(service, np.random.default_rng(seed), (east, north))
    assert found.keys() == expected.keys()
    for key, value in expected.items():
        assert found[key] == (value if isinstance(value, str) else pytest.approx(value, rel=1e-6, abs=0.02)), key


def _figures(
    service: Service[..., Any], rng: np.random.Generator | None = None, move: tuple[int, int] = (0, 0)
) -> dict[tuple[str, ...], float | str]:
    """Figures of a small made town, by zone; with its rows mixed and the whole of it moved when asked."""
    town = _town()
    made = []
    for kind in TABLES:
        frame = town.layers.get(kind.id)
        if frame is None or not len(frame):
            continue
        if rng is not None and issubclass(kind, VectorLayer):
            frame = frame.iloc[rng.permutation(len(frame))].reset_index(drop=True)
            frame = frame.set_geometry(frame.geometry.translate(*move))
        made.append(kind(frame, origin=Origin("Ville fictive")))
    outline = shapely.transform(town.outline, lambda xy: xy + move)
    west, south, east, north = outline.bounds
    halves = {"quartier": {"Ouest": shapely.box(west, south, (west + east) / 2, north),
                           "Est": shapely.box((west + east) / 2, south, east, north)}}  # fmt: skip
    result = measure(service, supplies(*made), Territory(town.code, town.name, 2154, outline), halves)
    return {
        (row.zoning, row.zone, row.indicator, row.by, row.category, row.at): row.missing or row.value or 0.0
        for row in result.rows
    }


@cache
def _town() -> Any:
    return make_town(buildings=80, seed=3)


def _within(value: float, param: Param) -> bool:
    return param.minimum is not None and param.maximum is not None and param.minimum <= value <= param.maximum


def _imported(code: str) -> set[str]:
    """Top packages that a fresh interpreter has loaded after this code."""
    tell = "\nimport sys; print('\\nLOADED', *{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code + tell], capture_output=True, check=True, text=True)
    return set(done.stdout.rpartition("LOADED")[2].split())


def _sample(kind: type[Layer]) -> Layer:
    """Three objects of a layer, every column filled."""
    origin = Origin("Échantillon")
    if issubclass(kind, RasterLayer):
        return kind(Grid(np.full((10, 10), 5.0), 700_000, 6_600_000, 10, 2154), origin=origin)
    assert issubclass(kind, TableLayer)
    frame = pd.DataFrame({column.name: [_value(column, row) for row in range(3)] for column in kind.columns})
    if issubclass(kind, VectorLayer):
        places = shapely.points([[700_010 + 30 * row, 6_600_050] for row in range(3)])
        areas = shapely.buffer(places, 8)
        shapes = places if kind.geometry == POINT else areas if kind.geometry == AREA else shapely.boundary(areas)
        return kind(gpd.GeoDataFrame(frame, geometry=shapes, crs=2154), origin=origin)
    return kind(frame, origin=origin)


def _value(column: Column, row: int) -> Any:
    if column.values:
        return column.values[row % len(column.values)]
    numbers = {"int": max(column.minimum, 1) + row, "float": max(column.minimum, 1.0) + row}
    others = {"str": f"x{row}", "bool": True, "date": pd.Timestamp(date(2024, 1, 1 + row))}
    return {**numbers, **others}[column.dtype]
