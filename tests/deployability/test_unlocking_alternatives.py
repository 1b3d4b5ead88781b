"""What is said to unlock a service really does, and no part of it does."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.core.licences import UNKNOWN
from coeurdeville.deployability.assess import assess
from coeurdeville.deployability.provider import Offer, Place, Provider
from coeurdeville.deployability.resolver import stand_ins
from coeurdeville.deployability.unlocking.alternatives import alternatives, minimal, readable
from coeurdeville.deployability.unlocking.locks import had
from coeurdeville.layers.canopy import Canopy
from coeurdeville.layers.catalogue import DataKind, awaited, kinds
from coeurdeville.layers.trees import Trees
from coeurdeville.services.catalogue import AnyService, any_service
from coeurdeville.services.contract.declaration import Indicator, Theme
from coeurdeville.services.contract.described import Described, Sort

WORDS = ["arbres", "canopee", "vegetation", "hauteur-de-vegetation", "quartiers", "batiments", "fontaines", "friches"]
KINDS = [kind for slug, kind in kinds().items() if slug in WORDS]


def described(needs: list[DataKind], improvements: list[DataKind], figures: list[tuple[str, ...]]) -> Described:
    return Described(
        "x", f"essai-{needs}-{improvements}-{figures}", "Essai", "?", Theme.CLIMATE, Sort.NEW,
        {kind.id: kind for kind in needs}, {kind.id: kind for kind in improvements},
        {f"f{rank}": Indicator("Chiffre", requires=one, base=rank == 0) for rank, one in enumerate(figures)},
        (), (), (), (), "x",
    )  # fmt: skip


@st.composite
def services(draw: st.DrawFn) -> Described:
    """A few needs and improvements, and figures that require some of the improvements."""
    chosen = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5, unique=True))
    cut = draw(st.integers(0, len(chosen)))
    names = [kind.id for kind in chosen[cut:]]
    requires = st.lists(st.sampled_from(names), unique=True).map(tuple) if names else st.just(())
    return described(chosen[:cut], chosen[cut:], draw(st.lists(requires, max_size=4)))


def brought(kinds: frozenset[DataKind], offer: Offer | None = None) -> Offer:
    """An offer, with these layers sure besides."""
    sure = {kind: (Provider(kind, Place.FILE, kind.slug, kind.title, "", UNKNOWN),) for kind in kinds}
    return {**(offer or {}), **sure}


def subsets(kinds: frozenset[DataKind]) -> Iterator[frozenset[DataKind]]:
    return (frozenset(some) for size in range(len(kinds) + 1) for some in combinations(kinds, size))


@given(services(), st.frozensets(st.sampled_from(KINDS)))
def test_bringing_an_alternative_makes_it_run_and_no_part_of_it_does(
    service: Described, have: frozenset[DataKind]
) -> None:
    verdict = assess(service, brought(have))
    found = alternatives(service, had(verdict))
    assert (found == (frozenset(),)) == verdict.runs
    for one in found:
        assert assess(service, brought(have | one)).runs
        assert not any(assess(service, brought(have | part)).runs for part in subsets(one) if part != one)


@given(services(), st.frozensets(st.sampled_from(KINDS), max_size=2))
def test_nothing_else_makes_it_run(service: Described, have: frozenset[DataKind]) -> None:
    """Any set of layers that makes it run holds an alternative."""
    found = alternatives(service, had(assess(service, brought(have))))
    everything = frozenset(kind for wanted in service.layers.values() for kind in stand_ins(wanted))
    for some in subsets(everything):
        assert assess(service, brought(have | some)).runs == any(one <= some | have for one in found)


def test_every_need_and_any_one_improvement() -> None:
    rule = any_service("regle-3-30-300")
    found = alternatives(rule, frozenset())
    named = {tuple(sorted(kind.slug for kind in one)) for one in found}
    assert ("arbres", "batiments") in named
    assert ("batiments", "canopee") in named
    assert ("batiments", "espaces-verts") in named
    assert all("batiments" in one and len(one) == 2 for one in named)


def test_what_stands_for_a_layer_is_proposed_too() -> None:
    service = described([Canopy], [], [])
    assert frozenset([Trees]) in alternatives(service, frozenset())
    assert frozenset([Canopy]) in alternatives(service, frozenset())


def test_a_doubtful_layer_is_to_be_brought_like_an_absent_one() -> None:
    service = described([Trees], [], [])
    doubted = assess(service, {})
    assert alternatives(service, had(doubted)) == (frozenset([Trees]),)


def test_a_layer_that_no_code_reads_is_told_apart() -> None:
    waiting = next(iter(awaited().values()))
    assert readable(frozenset([Trees]))
    assert not readable(frozenset([Trees, waiting]))


def test_minimal_keeps_the_sets_that_hold_no_other() -> None:
    one, two, three = KINDS[:3]
    kept = minimal([frozenset([one, two]), frozenset([one]), frozenset([two, three]), frozenset([one])])
    assert set(kept) == {frozenset([one]), frozenset([two, three])}


@pytest.mark.parametrize("slug", ["patrimoine-arbore", "regle-3-30-300", "exposition-inondations"])
def test_real_services_run_with_each_alternative(slug: str) -> None:
    service: AnyService = any_service(slug)
    found = alternatives(service, frozenset())
    assert found
    assert all(assess(service, brought(one)).runs for one in found)
