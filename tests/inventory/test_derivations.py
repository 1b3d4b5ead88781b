"""Loops of derivations are all named, each once."""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.inventory.derivations import check_derivations, loops
from coeurdeville.inventory.donnee import Donnee

NODES = "abcdef"
graphs = st.fixed_dictionaries({node: st.lists(st.sampled_from(f"{NODES}?"), max_size=3) for node in NODES})


def reach(graph: Mapping[str, Sequence[str]]) -> set[tuple[str, str]]:
    """Every pair of nodes of which the first leads to the second, by Warshall's way."""
    found = {(node, source) for node, sources in graph.items() for source in sources if source in graph}
    for middle in graph:
        found |= {(a, d) for a, b in found if b == middle for c, d in found if c == middle}
    return found


@given(graphs)
def test_each_loop_is_one_and_is_named_once(graph: Mapping[str, Sequence[str]]) -> None:
    found = loops(graph)
    for loop in found:
        assert len(set(loop)) == len(loop)
        assert all(after in graph[node] for node, after in zip(loop, (*loop[1:], loop[0]), strict=True))
        assert loop[0] == min(loop, key=list(graph).index)
    assert len(set(found)) == len(found)


@given(graphs)
def test_each_link_of_a_loop_is_in_one_of_those_that_are_named(graph: Mapping[str, Sequence[str]]) -> None:
    reached = reach(graph)
    circular = {
        (node, source) for node in graph for source in graph[node] if source == node or (source, node) in reached
    }
    named = {link for loop in loops(graph) for link in zip(loop, (*loop[1:], loop[0]), strict=True)}
    assert named == circular


def drawn(**sources: str) -> list[Donnee]:
    return [Donnee(name, "arbres", name, derive_de=tuple(text.split())) for name, text in sources.items()]


def test_a_loop_is_named_in_the_order_of_the_inventory() -> None:
    (problem,) = check_derivations(drawn(canopee="arbres", arbres="releve", releve="canopee"))
    assert problem.code == "derivation-circulaire"
    assert "canopee ← arbres ← releve ← canopee" in problem.message


def test_a_loop_is_found_through_an_identifier_given_twice() -> None:
    twice = [*drawn(canopee="arbres", arbres="canopee"), Donnee("arbres", "arbres", "Autres arbres")]
    for entries in (twice, twice[::-1]):
        assert [one.code for one in check_derivations(entries)] == ["derivation-circulaire"]


def test_data_drawn_from_themselves_are_a_loop() -> None:
    (problem,) = check_derivations(drawn(arbres="arbres"))
    assert "arbres ← arbres" in problem.message


def test_a_source_that_is_no_entry_is_said_with_the_nearest() -> None:
    (problem,) = check_derivations(drawn(canopee="arbre arbre", arbres=""))
    assert problem.code == "derivation-inconnue"
    assert "« arbres »" in problem.message.replace("\u00a0", " ")


def test_a_long_chain_is_no_loop() -> None:
    chain = {str(rank): [str(rank + 1)] for rank in range(2000)}
    assert loops(chain) == []
    assert len(loops({**chain, "2000": ["0"]})) == 1
