"""What candidatures would unlock: hand-made towns, then the real matrix."""

from typing import Any

import pytest

from coeurdeville.deployability.matrix import matrix
from coeurdeville.deployability.unlocking.locks import Lock
from coeurdeville.deployability.verdict import CellState
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.instructions.portee import Groupe, Projet, Terrain, portee, terrain
from coeurdeville.services.catalogue import all_services

LAYERS = kinds()
TREES, FOUNTAINS, BUILDINGS = LAYERS["arbres"], LAYERS["lieux-frais"], LAYERS["batiments"]
COMPUTED, DESCRIBED = all_services()["patrimoine-arbore"], all_services()["charte-de-l-arbre"]


def lock(service: Any, state: CellState, *ways: Any) -> Lock:
    return Lock(service, state, tuple(frozenset(one) for one in ways))


def project(number: int, service: Any, *layers: Any) -> Projet:
    return Projet(number, f"0000{number}", "Ville", "climat", service.slug, frozenset(one.slug for one in layers))


BLOCKED, CHECK = CellState.BLOCKED, CellState.TO_CHECK
GROUND = Terrain(
    (
        Groupe(("A1", "A2"), {COMPUTED.slug: lock(COMPUTED, BLOCKED, [TREES, BUILDINGS]),
                              DESCRIBED.slug: lock(DESCRIBED, BLOCKED, [TREES])}),
        Groupe(("B1",), {COMPUTED.slug: lock(COMPUTED, CHECK, [TREES])}),
        Groupe(("C1",), {}),
        Groupe(("D1",), {COMPUTED.slug: lock(COMPUTED, BLOCKED, [FOUNTAINS]),
                         DESCRIBED.slug: lock(DESCRIBED, BLOCKED, [FOUNTAINS])}),
    ),
    {"A1": 100, "A2": 200, "B1": 1000, "C1": 5000},
    frozenset({COMPUTED.slug, DESCRIBED.slug}),
)  # fmt: skip


def test_towns_are_told_apart() -> None:
    found = portee(GROUND, [project(1, COMPUTED, TREES)])
    assert (found.debloquees, found.confirmees, found.deja) == (frozenset(), {"B1"}, {"C1"})
    assert found.restantes == {"A1", "A2", "D1"}
    assert (found.habitants, found.services, found.doutes) == (0, 0, 1)


def test_all_that_a_way_asks_must_be_foreseen() -> None:
    found = portee(GROUND, [project(1, COMPUTED, TREES, BUILDINGS)])
    assert (found.debloquees, found.habitants) == ({"A1", "A2"}, 300)


def test_set_is_a_union_and_never_a_sum() -> None:
    one, other = project(1, COMPUTED, TREES, BUILDINGS), project(2, DESCRIBED, TREES)
    assert portee(GROUND, [one]).habitants + portee(GROUND, [other]).habitants == 600
    both = portee(GROUND, [one, other])
    assert (both.debloquees, both.habitants) == ({"A1", "A2"}, 300)


def test_services_tell_sets_apart_where_one_candidature_fills_the_count_of_towns() -> None:
    one, other = project(1, DESCRIBED, TREES, FOUNTAINS), project(2, COMPUTED, TREES, BUILDINGS)
    alone, both = portee(GROUND, [one]), portee(GROUND, [one, other])
    assert (alone.debloquees, alone.services, alone.doutes) == ({"A1", "A2", "D1"}, 3, 0)
    assert (both.debloquees, both.services, both.doutes) == ({"A1", "A2", "D1"}, 5, 1)


def test_fictional_towns_are_not_counted() -> None:
    ground = terrain(matrix(["35360", "00001"]), {})
    assert [group.communes for group in ground.groupes if group.communes] == [("35360",)]


def test_what_two_bring_together_counts() -> None:
    one, other = project(1, COMPUTED, TREES), project(2, COMPUTED, BUILDINGS)
    assert not portee(GROUND, [one]).debloquees
    assert not portee(GROUND, [other]).debloquees
    assert portee(GROUND, [one, other]).debloquees == {"A1", "A2"}


def test_layer_that_nothing_reads_runs_no_computed_service() -> None:
    awaited = next(one for one in LAYERS.values() if not isinstance(one, type))
    group = {one.slug: lock(one, BLOCKED, [awaited]) for one in (COMPUTED, DESCRIBED)}
    ground = Terrain((Groupe(("A1",), group),), {}, frozenset(group))
    computed = portee(ground, [project(1, COMPUTED, awaited)])
    assert (computed.debloquees, computed.non_lues) == (frozenset(), (awaited.title,))
    assert portee(ground, [project(1, DESCRIBED, awaited)]).debloquees == {"A1"}


def test_unknown_service_says_nothing() -> None:
    found = portee(GROUND, [Projet(1, "00001", "Ville", "climat", "", frozenset({"arbres"}))])
    assert (found.connue, found.debloquees, found.restantes) == (False, frozenset(), frozenset())


@pytest.mark.parametrize("slug", sorted(all_services()))
def test_layers_of_a_service_lift_every_lock_and_no_town_is_counted_twice(slug: str) -> None:
    codes = ["35360", "62765", "2A004"]
    ground = terrain(matrix(codes), dict.fromkeys(codes, 10))
    service = all_services()[slug]
    found = portee(ground, [project(1, service, *service.layers.values())])
    parts = [found.debloquees, found.confirmees, found.deja, found.restantes]
    assert sorted(code for part in parts for code in part) == sorted(codes)
    assert isinstance(service, type) or found.restantes == frozenset() or not found.connue
