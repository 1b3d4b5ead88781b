"""From what can be had to a state and its reasons; a doubt is never rounded up."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.core.licences import LOV2
from coeurdeville.deployability.assess import Assessor, assess, matters
from coeurdeville.deployability.provider import Doubt, Place, Provider, ranked
from coeurdeville.deployability.resolver import State
from coeurdeville.deployability.verdict import CellState, Why
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.service import Service
from tests.deployability.conftest import KINDS, Give, Ground, Shade, Water, Wind, offer_of

ORDER = [CellState.BLOCKED, CellState.TO_CHECK, CellState.DEGRADED, CellState.POSSIBLE]
"""From the worst to the best."""


def test_everything_sure_is_possible(cool: Service[..., Any], give: Give) -> None:
    verdict = assess(cool, offer_of(*map(give, KINDS)))
    assert verdict.state is CellState.POSSIBLE
    assert [(one.why, one.need) for one in verdict.reasons] == [(Why.HAD, True)] * 2 + [(Why.HAD, False)] * 2
    assert (verdict.blocking, verdict.lost) == ((), ())
    assert verdict.now is State.BLOCKED


def test_an_improvement_that_lacks_degrades_and_names_the_figures_lost(cool: Service[..., Any], give: Give) -> None:
    verdict = assess(cool, offer_of(give(Ground), give(Water), give(Wind)))
    assert verdict.state is CellState.DEGRADED
    assert verdict.lost == ("Fraîcheur",)
    assert [one.layer for one in verdict.of(Why.ABSENT)] == [Shade]


@pytest.mark.parametrize("doubt", Doubt)
def test_a_doubted_improvement_degrades(cool: Service[..., Any], give: Give, doubt: Doubt) -> None:
    verdict = assess(cool, offer_of(give(Ground), give(Water), give(Shade, doubt), give(Wind)))
    assert verdict.state is CellState.DEGRADED
    (reason,) = verdict.of(Why.DOUBTED)
    assert reason.layer is Shade
    assert reason.doubts == (doubt,)


@pytest.mark.parametrize("doubt", Doubt)
def test_a_doubted_need_is_to_be_checked_and_blocks_until_then(
    cool: Service[..., Any], give: Give, doubt: Doubt
) -> None:
    verdict = assess(cool, offer_of(give(Ground, doubt), give(Water)))
    assert verdict.state is CellState.TO_CHECK
    assert verdict.blocking == (Ground,)


def test_a_need_that_nobody_gives_blocks_whatever_else_is_doubted(cool: Service[..., Any], give: Give) -> None:
    verdict = assess(cool, offer_of(give(Ground, Doubt.READER)))
    assert verdict.state is CellState.BLOCKED
    assert verdict.blocking == (Ground, Water)
    assert verdict.every


def test_files_of_the_town_alone_say_what_runs_now(cool: Service[..., Any], give: Give) -> None:
    held = [give(kind, place=Place.FILE) for kind in (Ground, Water)]
    assert assess(cool, offer_of(*held)).now is State.DEGRADED
    assert assess(cool, offer_of(*held, give(Shade), give(Wind))).now is State.DEGRADED
    assert assess(cool, offer_of(*(give(kind, place=Place.FILE) for kind in KINDS))).now is State.RUNS


def test_the_file_at_hand_comes_first_then_what_is_sure(give: Give) -> None:
    doubted, source = give(Ground, Doubt.COVERAGE), give(Ground)
    file = give(Ground, place=Place.FILE)
    unread = give(Ground, Doubt.READER, Doubt.COVERAGE)
    offer = ranked({Ground: (unread, doubted)}, {Ground: (source,)}, {Ground: (file,)})
    assert offer[Ground] == (file, source, doubted, unread)


CHOICES = (None, (), (Doubt.COVERAGE,), (Doubt.READER, Doubt.COVERAGE))
"""What can be said of a layer: nobody, sure, one doubt, two."""


def _offer(choices: tuple[tuple[Doubt, ...] | None, ...]) -> Any:
    return offer_of(*(
        Provider(kind, Place.SOURCE, "s", "Titre", "Qui", LOV2, doubts)
        for kind, doubts in zip(KINDS, choices, strict=True) if doubts is not None
    ))  # fmt: skip


def _expected(choices: tuple[tuple[Doubt, ...] | None, ...]) -> CellState:
    """The definition of the states, read in the issue, on this service: two needs, then two improvements."""
    needs, better = choices[:2], choices[2:]
    if None in needs:
        return CellState.BLOCKED
    if any(needs):
        return CellState.TO_CHECK
    return CellState.POSSIBLE if better == ((), ()) else CellState.DEGRADED


@pytest.mark.parametrize("choices", list(product(CHOICES, repeat=4)))
def test_states_of_every_mix_are_as_defined(
    cool: Service[..., Any], choices: tuple[tuple[Doubt, ...] | None, ...]
) -> None:
    assert assess(cool, _offer(choices)).state is _expected(choices)


@given(st.tuples(*[st.sampled_from(CHOICES)] * 4), st.integers(0, 3))
def test_knowing_more_never_makes_it_worse(
    cool: Service[..., Any], choices: tuple[tuple[Doubt, ...] | None, ...], rank: int
) -> None:
    better = (*choices[:rank], (), *choices[rank + 1 :])
    before, after = assess(cool, _offer(choices)).state, assess(cool, _offer(better)).state
    assert ORDER.index(after) >= ORDER.index(before)


def test_a_verdict_is_worked_out_once_and_a_change_elsewhere_costs_nothing(cool: Service[..., Any], give: Give) -> None:
    class Elsewhere(TableLayer):
        id, slug, title = "elsewhere", "ailleurs", "Ailleurs"

    assessor = Assessor()
    first = assessor.verdict(cool, offer_of(give(Ground), give(Water)))
    assert assessor.verdict(cool, offer_of(give(Ground), give(Water), give(Elsewhere))) is first
    assert len(assessor) == 1
    assert assessor.verdict(cool, offer_of(give(Ground), give(Water), give(Wind))) is not first
    assert len(assessor) == 2


@pytest.mark.parametrize("service", all_services().values(), ids=lambda one: one.slug)
def test_every_service_has_one_reason_for_each_layer_and_blocks_on_nothing_at_all(service: Any) -> None:
    verdict = assess(service, {})
    assert [one.layer for one in verdict.reasons] == list(service.layers.values())
    assert {one.why for one in verdict.reasons} == {Why.ABSENT}
    assert verdict.state is CellState.BLOCKED
    assert set(verdict.blocking) <= set(service.layers.values())
    assert set(service.layers.values()) <= set(matters(service))
