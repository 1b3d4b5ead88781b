"""One answer for the forecast and the run: what is used, what is missing, what is lost, and what to bring first."""

from dataclasses import dataclass
from typing import Annotated, Any

import pandas as pd
import pytest

from coeurdeville.core.missing import Missing
from coeurdeville.core.provenance import Origin
from coeurdeville.deployability.resolver import State, either, resolve, standing_for
from coeurdeville.layers.contract import adapter as module
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.services.climate.tree_heritage import tree_heritage
from coeurdeville.services.contract.declaration import Indicator, Theme
from coeurdeville.services.contract.service import Service, service


class Need(TableLayer):
    id, slug, title = "need", "besoin", "Besoin"


class Other(TableLayer):
    id, slug, title = "other", "autre", "Autre besoin"


class Left(TableLayer):
    id, slug, title = "left", "gauche", "Gauche"


class Right(TableLayer):
    id, slug, title = "right", "droite", "Droite"


class Stand(TableLayer):
    id, slug, title = "stand", "remplacant", "Remplaçant"


class Second(TableLayer):
    id, slug, title = "second", "second", "Second"


def measured(need: Need, other: Other, left: Left | None = None, right: Right | None = None) -> Need:
    return need


@dataclass(frozen=True)
class Figures:
    base: Annotated[float, Indicator("Base", "objets", base=True)]
    left: Annotated[float | Missing, Indicator("À gauche", "%", requires=("left",))]
    both: Annotated[float | Missing, Indicator("Des deux", "%", requires=("left", "right"))]


def figures(need: Need) -> Figures:
    return Figures(1.0, 1.0, 1.0)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Service[..., Any]:
    """The service, with two layers that can stand for `Left`."""
    monkeypatch.setattr(module, "ADAPTERS", module.ADAPTERS | {Left: {Stand: _stand, Second: _stand}})
    monkeypatch.setattr("coeurdeville.deployability.resolver.ADAPTERS", module.ADAPTERS)
    declared = service(slug="s", title="Service d’essai", theme=Theme.RISKS, method="x_2020")(measured)
    declared.figures(figures)
    return declared


def _stand(layer: Stand) -> Left:
    return Left(pd.DataFrame(), origin=Origin("x"))


@pytest.mark.parametrize(
    ("available", "state", "missing", "lost"),
    [
        ([Need, Other, Left, Right], State.RUNS, [], []),
        ([Need, Other, Left], State.DEGRADED, ["right"], ["both"]),
        ([Need, Other, Stand, Right], State.RUNS, [], []),
        ([Need, Other, Right], State.BLOCKED, ["left"], ["left", "both"]),
        ([Need, Other], State.BLOCKED, ["left", "right"], ["left", "both"]),
        ([Need, Left, Right], State.BLOCKED, ["other"], []),
        ([], State.BLOCKED, ["need", "other", "left", "right"], ["left", "both"]),
    ],
)
def test_state_follows_what_is_there(
    made: Service[..., Any], available: list[type[TableLayer]], state: State, missing: list[str], lost: list[str]
) -> None:
    forecast = resolve(made, available)
    assert forecast.state is state
    assert list(forecast.missing) == missing
    assert list(forecast.lost) == lost


def test_a_lost_figure_names_only_what_it_lacks(made: Service[..., Any]) -> None:
    lost = resolve(made, [Need, Other]).lost
    assert lost["left"].reason.replace("\u00a0", " ") == "il manque la donnée « Gauche »"
    assert "« Gauche » et « Droite »" in lost["both"].reason.replace("\u00a0", " ")
    assert "Gauche" not in resolve(made, [Need, Other, Left]).lost["both"].reason


def test_the_layer_itself_then_the_first_declared_stands(made: Service[..., Any]) -> None:
    assert standing_for(Left, [Second, Stand, Left]) is Left
    assert standing_for(Left, [Second, Stand]) is Stand
    assert standing_for(Left, [Second]) is Second
    assert standing_for(Left, [Right]) is None
    assert resolve(made, [Need, Other, Second, Right]).use["left"] is Second


@pytest.mark.parametrize(
    ("available", "said", "slug"),
    [
        ([Left, Right], "il manque « Besoin » et « Autre besoin »", "besoin"),
        ([Need], "il manque « Autre besoin »", "autre"),
        ([Need, Other], "il manque « Gauche » ou « Droite »", "gauche"),
    ],
)
def test_a_blocked_service_says_what_to_bring_first(
    made: Service[..., Any], available: list[type[TableLayer]], said: str, slug: str
) -> None:
    problem = resolve(made, available).problem(made)
    assert problem.code == "service-bloque"
    assert said in problem.message.replace("\u00a0", " ")
    assert f"--couche {slug}" in problem.cure


def test_improvements_of_which_one_is_needed(made: Service[..., Any]) -> None:
    assert either(made) == (Left, Right)
    assert either(tree_heritage) == ()
