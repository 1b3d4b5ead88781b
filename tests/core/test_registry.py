"""Units are found without a list, and a wrong name gets the nearest."""

import pytest

from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Refused
from coeurdeville.core.registry import modules, pick, subclasses
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.trees import Trees

KNOWN = {"arbres": 1, "Bâtiments": 2}


def test_modules_are_those_of_the_package_without_its_contract() -> None:
    found = modules("coeurdeville.layers")
    assert "coeurdeville.layers.trees" in found
    assert "coeurdeville.layers.reference.taxa" in found
    assert not any(".contract" in name for name in found)


def test_subclasses_are_declared_once_and_have_a_slug() -> None:
    found = list(subclasses("coeurdeville.layers", Layer))  # type: ignore[type-abstract]
    assert found.count(Trees) == 1
    assert len({kind.slug for kind in found}) == len(found)


def test_pick_forgives_accents_and_case() -> None:
    assert pick("BATIMENTS", KNOWN, "La couche") == 2


def test_pick_gives_the_nearest_and_all() -> None:
    with pytest.raises(Refused) as refused:
        pick("arbre", KNOWN, "La couche")
    (problem,) = refused.value.problems
    assert problem.message == spaced("La couche « arbre » n’existe pas. Le plus proche est « arbres ».")
    assert "Bâtiments, arbres" in problem.cure


def test_pick_invents_no_neighbour() -> None:
    with pytest.raises(Refused) as refused:
        pick("zzz", KNOWN, "La couche")
    assert refused.value.problems[0].message == spaced("La couche « zzz » n’existe pas.")
