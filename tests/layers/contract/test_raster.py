"""Grids, and the canopy drawn from heights, checked by hand."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from coeurdeville.core.problems import Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.canopy import canopy_of_canopy_height
from coeurdeville.layers.canopy_height import CanopyHeight
from coeurdeville.layers.contract.raster import Grid

NAN = np.nan
HERE = Origin("essai")
HEIGHTS = [
    [0, 3, 9, 0],
    [0, 2.9, 5, 0],
    [4, 0, 0, 80],
]
"""Row 0 in the south, cells of 2 m from (100, 200)."""


def height(values: object, extent: object = None, **where: object) -> CanopyHeight:
    place = {"x0": 100.0, "y0": 200.0, "cell": 2.0, "crs": 2154, **where}
    return CanopyHeight(Grid(np.array(values, dtype=float), **place), origin=HERE, extent=extent)  # type: ignore[arg-type]


def test_canopy_is_the_cells_of_three_metres_or_more() -> None:
    canopy = canopy_of_canopy_height(height(HEIGHTS))
    drawn = shapely.box(102, 200, 106, 202).union(shapely.box(104, 202, 106, 204))
    corners = [shapely.box(100, 204, 102, 206), shapely.box(106, 204, 108, 206)]
    assert shapely.union_all(canopy.shapes).equals(shapely.union_all([drawn, *corners]))
    assert sum(shape.area for shape in canopy.shapes) == 5 * 4
    assert canopy.extent.equals(shapely.box(100, 200, 108, 206))
    assert canopy.origin.assumptions == (
        "La canopée est la végétation d’au moins 3\u00a0m de haut, par cases de 2\u00a0m de côté.",
    )
    assert not canopy.origin.proxy


def test_where_height_is_unknown_canopy_is_unknown_not_absent() -> None:
    canopy = canopy_of_canopy_height(height([[NAN, 5], [0, 5]]))
    assert canopy.extent.area == 3 * 4
    assert not canopy.extent.contains(shapely.Point(101, 201))


def test_no_tall_cell_makes_an_empty_canopy() -> None:
    assert len(canopy_of_canopy_height(height([[0, 1]]))) == 0


@given(
    arrays.arrays(np.float64, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=st.sampled_from([0, 2, 3, 7]))
)
def test_areas_cover_the_chosen_cells_once(values: np.ndarray) -> None:
    canopy = canopy_of_canopy_height(height(values))
    shapes = gpd.GeoSeries(canopy.shapes)
    assert shapes.area.sum() == pytest.approx(4 * (values >= 3).sum())
    rows, columns = np.nonzero(values >= 3)
    middles = shapely.points(101 + 2 * columns, 201 + 2 * rows)
    assert shapely.intersects(shapely.union_all(canopy.shapes), middles).all()


def test_grid_is_read_only_and_apart_from_what_was_given() -> None:
    values = np.zeros((2, 2))
    layer = CanopyHeight(Grid(values, 0, 0, 1, 2154), origin=HERE)
    values[0, 0] = 5
    assert layer.grid.values[0, 0] == 0
    with pytest.raises(ValueError, match="read-only"):
        layer.grid.values[0, 0] = 5


def test_clip_keeps_the_cells_around_and_cuts_the_extent() -> None:
    part = height(HEIGHTS).clip(shapely.box(103, 201, 105, 203.5))
    assert part.grid.values.tolist() == [[3, 9], [2.9, 5]]
    assert (part.grid.x0, part.grid.y0) == (102, 200)
    assert part.extent.equals(shapely.box(103, 201, 105, 203.5))
    assert len(part) == 4


@pytest.mark.parametrize("box", [(500, 500, 510, 510), (0, 0, 10, 10)])
def test_clip_elsewhere_leaves_nothing(box: tuple[float, ...]) -> None:
    part = height(HEIGHTS).clip(shapely.box(*box))
    assert len(part) == 0
    assert part.extent.is_empty
    assert len(canopy_of_canopy_height(part)) == 0


def test_an_extent_given_holds_only_where_cells_are_known() -> None:
    layer = height([[1, NAN]], extent=shapely.box(101, 0, 900, 900))
    assert layer.extent.equals(shapely.box(101, 200, 102, 202))


def test_fingerprint_changes_with_cells_place_and_extent_only() -> None:
    layers = [
        height(HEIGHTS),
        height(np.array(HEIGHTS) + 0.1 * (np.array(HEIGHTS) < 79)),
        height(HEIGHTS, x0=100.5),
        height(HEIGHTS, cell=1.0),
        height(HEIGHTS, crs=3857),
        height(HEIGHTS, extent=shapely.box(0, 0, 103, 300)),
        height(np.array(HEIGHTS).reshape(4, 3)),
    ]
    assert len({layer.fingerprint() for layer in layers}) == len(layers)
    assert height(HEIGHTS).fingerprint() == layers[0].fingerprint()
    assert height([[-0.0, NAN]]).fingerprint() == height([[0.0, -NAN]]).fingerprint()


@pytest.mark.parametrize(
    ("values", "where", "said"),
    [
        ([[1, 81]], {}, "de 0 à 80\u00a0m"),
        ([[-1, 5]], {}, "de 0 à 80\u00a0m"),
        ([1, 2], {}, "deux dimensions"),
        ([[NAN, NAN]], {}, "aucune case"),
        ([[np.inf, 1]], {}, "infinie"),
        ([[1]], {"cell": 0.0}, "nombre positif"),
        ([[1]], {"x0": NAN}, "position"),
        ([[1]], {"crs": 4326}, "projection en mètres"),
    ],
)
def test_bad_grids_are_refused_in_french(values: object, where: dict[str, object], said: str) -> None:
    with pytest.raises(Refused) as refused:
        height(values, **where)
    first, second = refused.value.problems[:2]
    assert first.code == "couche-invalide"
    assert said in second.message


def test_half_a_metre_is_written_with_a_comma() -> None:
    assert "0,5\u00a0m" in canopy_of_canopy_height(height([[4]], cell=0.5)).origin.assumptions[0]
