import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from pyproj import CRS

from coeurdeville.core.problems import Refused
from coeurdeville.territories.projections import METROPOLE, OF_PLACES, WGS84, candidate_crs, crs_of, to_crs
from coeurdeville.territories.referentiel import Referentiel

EVERY = {projection.epsg: projection for place in OF_PLACES for projection in OF_PLACES[place]}
LISTED = sorted(EVERY)


@pytest.mark.parametrize(
    ("code", "epsg"),
    [
        ("02691", 2154),
        ("2A004", 2154),
        ("2B", 2154),
        ("00001", 2154),
        ("97105", 5490),
        ("97209", 5490),
        ("97302", 2972),
        ("97411", 2975),
        ("97502", 4467),
        ("97611", 4471),
        ("97701", 5490),
        ("978", 5490),
        ("98818", 3163),
    ],
)
def test_each_territory_has_its_projection(code: str, epsg: int) -> None:
    assert crs_of(code) == epsg


@pytest.mark.parametrize("code", ["", "96001", "98411", "98901", "abc", "9"])
def test_a_code_without_projection_is_refused(code: str) -> None:
    with pytest.raises(Refused, match="projection-inconnue"):
        crs_of(code)


def test_every_inhabited_departement_but_none_else_has_a_projection(france: Referentiel) -> None:
    for departement in set(france.communes["departement"].to_pylist()):
        if departement in {"984", "989"}:
            with pytest.raises(Refused):
                crs_of(departement)
        else:
            assert CRS(crs_of(departement)).axis_info[0].unit_name == "metre"


def test_candidates_of_the_metropole_are_the_projections_of_its_towns() -> None:
    found = [projection.epsg for projection in candidate_crs("02691")]
    assert found[:3] == [2154, WGS84, 3857]
    assert set(found) >= {*range(3942, 3951), 27561, 27562, 27563, 27564, 27571, 27572, 27573, 27574, 4171}
    assert len(found) == len(set(found))


@pytest.mark.parametrize("place", sorted(OF_PLACES))
def test_candidates_start_with_the_projection_to_compute_in(place: str) -> None:
    code = "75" if place == METROPOLE else place
    assert candidate_crs(code)[0].epsg == crs_of(code)


@pytest.mark.parametrize("epsg", LISTED)
def test_every_projection_is_known_to_proj_in_the_unit_said(epsg: int) -> None:
    crs = CRS(epsg)
    assert not crs.is_deprecated
    assert EVERY[epsg].unit == ("°" if crs.is_geographic else "m")
    assert EVERY[epsg].nom.startswith("NTF") == ("NTF" in crs.name)


def test_conformal_zones_are_numbered_by_their_latitude() -> None:
    for zone in range(42, 51):
        assert f"CC{zone}" in CRS(3900 + zone).name
        assert str(zone) in EVERY[3900 + zone].nom


def test_to_crs_agrees_with_the_definition_of_lambert_93() -> None:
    """By definition of the projection, 3°E 46.5°N is at x = 700 000 m, y = 6 600 000 m."""
    assert_allclose(to_crs(np.array([[3.0, 46.5]]), WGS84, 2154), [[700_000, 6_600_000]], atol=0.001)


def test_to_crs_puts_x_first_even_for_longitude_and_latitude() -> None:
    assert_allclose(to_crs(np.array([[700_000.0, 6_600_000.0]]), 2154, 4171), [[3.0, 46.5]], atol=1e-9)


def test_the_axis_of_lambert_2_is_the_meridian_of_paris() -> None:
    """By definition x = 600 000 m on it; 2.3372°E of Greenwich, but for the shift between NTF and WGS 84."""
    there = to_crs(np.array([[600_000.0, 2_427_000.0]]), 27572, WGS84)
    assert_allclose(there[0, 0], 2.3372, atol=0.001)
    assert_allclose(to_crs(there, WGS84, 27572), [[600_000, 2_427_000]], atol=0.01)


def test_to_crs_out_of_reach_is_infinite_and_empty_stays_empty() -> None:
    assert np.isinf(to_crs(np.array([[700_000.0, 6_600_000.0]]), WGS84, 2154)).all()
    assert to_crs(np.empty((0, 2)), WGS84, 2154).shape == (0, 2)


@given(
    epsg=st.sampled_from([p.epsg for p in OF_PLACES[METROPOLE] if p.epsg not in {27564, 27574}]),
    longitude=st.floats(-1, 6),
    latitude=st.floats(43, 50),
)
def test_to_crs_comes_back(epsg: int, longitude: float, latitude: float) -> None:
    start = np.array([[longitude, latitude]])
    assert_allclose(to_crs(to_crs(start, WGS84, epsg), epsg, WGS84), start, atol=1e-6)
