"""What a signature can say, and every wrong way of saying it refused with the argument's name."""

from dataclasses import dataclass
from typing import Annotated, Literal

import pytest

from coeurdeville.core.french import spaced
from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import Refused
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.services.contract.declaration import Breakdown, Indicator, Param, Theme
from coeurdeville.services.contract.service import Service, service
from coeurdeville.territories.territory import Territory


class Ponds(TableLayer):
    id, slug, title = "ponds", "mares", "Mares"


class Frogs(TableLayer):
    id, slug, title = "frogs", "grenouilles", "Grenouilles"
    columns = (Column("calls", "int", "Chants"),)


Metres = Annotated[float, Param("Portée", "m", 10, 100)]


@dataclass(frozen=True)
class Count:
    frogs: Annotated[float | Missing, Indicator("Grenouilles", "grenouilles", requires=("ponds",))]


def declared(measure: object, **more: object) -> Service[..., Frogs]:
    return service(slug="grenouilles", title="Grenouilles", theme=Theme.BIODIVERSITY, method="x_2020", **more)(measure)  # type: ignore[arg-type]


def listening(
    frogs: Frogs,
    ponds: Ponds | None = None,
    *,
    ear: Metres = 50,
    near: Annotated[float, Param("Autour", "m", 0, reach=("ponds",))] = 20,
    far: Annotated[int, Param("Loin", "m", 0, 500, reach=("ponds", "frogs"))] = 30,
) -> Frogs:
    return frogs


def counted(
    frogs: Frogs, *, heard: Annotated[float, Param("Entendu à", "m", 5, 80, band=(10, 60), within="ear")] = 40
) -> Count:
    return Count(float(len(frogs)))


@pytest.fixture
def pond_service() -> Service[..., Frogs]:
    made = declared(listening)
    made.figures(counted)
    return made


def test_the_signature_is_the_manifest(pond_service: Service[..., Frogs]) -> None:
    assert pond_service.id == "listening"
    assert pond_service.signature.needs == {"frogs": Frogs}
    assert pond_service.signature.improvements == {"ponds": Ponds}
    assert list(pond_service.parameters) == ["ear", "near", "far", "heard"]
    assert list(pond_service.indicators) == ["frogs"]
    assert pond_service.figures_type is Count
    assert pond_service.words_module.endswith("_words")


def test_defaults_have_the_type_declared(pond_service: Service[..., Frogs]) -> None:
    assert {name: type(value) for name, value in pond_service.defaults.items()} == {
        "ear": float,
        "near": float,
        "far": int,
        "heard": float,
    }


def test_reach_is_the_widest_of_the_parameters_that_look_in_a_layer(pond_service: Service[..., Frogs]) -> None:
    chosen = pond_service.chosen({"near": 70})
    assert pond_service.reach("ponds", chosen) == 70
    assert pond_service.reach("frogs", chosen) == 30
    assert pond_service.reach("other", chosen) == 0


def test_chosen_fills_with_defaults(pond_service: Service[..., Frogs]) -> None:
    assert pond_service.chosen({"ear": 60.0}) == {"ear": 60.0, "near": 20.0, "far": 30, "heard": 40.0}


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"ear": 10.0, "heard": 5.0}, []),
        ({"ear": 9.0}, ["parametre-hors-bornes", "parametre-hors-bornes"]),
        ({"ear": 100.1}, ["parametre-hors-bornes"]),
        ({"near": -1}, ["parametre-hors-bornes"]),
        ({"near": 1e9}, []),
        ({"heard": float("nan")}, ["parametre-hors-bornes"]),
        ({"heard": 60.0}, ["parametre-hors-bornes"]),
        ({"heard": 60.0, "ear": 60.0}, []),
        ({"heard": 90.0, "ear": 100.0}, ["parametre-hors-bornes"]),
        ({"earr": 1, "oreille": 2, "far": 501}, ["parametre-inconnu", "parametre-inconnu", "parametre-hors-bornes"]),
    ],
)
def test_every_wrong_value_is_refused_at_once(
    pond_service: Service[..., Frogs], given: dict[str, float], codes: list[str]
) -> None:
    if not codes:
        assert pond_service.chosen(given)
        return
    with pytest.raises(Refused) as refused:
        pond_service.chosen(given)
    assert [problem.code for problem in refused.value.problems] == codes


def test_bounds_are_said_with_the_limit_of_the_measure(pond_service: Service[..., Frogs]) -> None:
    with pytest.raises(Refused) as refused:
        pond_service.chosen({"heard": 70.0})
    (problem,) = refused.value.problems
    assert problem.message == spaced("Le paramètre « Entendu à » vaut 70,00, hors de ses bornes : de 5 à 50\u00a0m.")


# Wrong measures


def union(frogs: Frogs | Ponds) -> Frogs: ...
def optional_without_none(frogs: Frogs, ponds: Ponds | None) -> Frogs: ...
def need_with_default(frogs: Frogs = None) -> Frogs: ...  # type: ignore[assignment]
def bare_number(frogs: Frogs, *, ear: float = 5) -> Frogs: ...
def positional_parameter(frogs: Frogs, ear: Metres = 50) -> Frogs: ...
def no_default(frogs: Frogs, *, ear: Metres) -> Frogs: ...
def text(frogs: Frogs, *, ear: Annotated[str, Param("Oreille")] = "") -> Frogs: ...
def without_hint(frogs: Frogs, ear=5) -> Frogs: ...  # type: ignore[no-untyped-def]
def star(frogs: Frogs, *others: Ponds) -> Frogs: ...
def stars(frogs: Frogs, **others: float) -> Frogs: ...
def other_ground(frogs: Frogs, town: Territory) -> Frogs: ...
def alien_reach(frogs: Frogs, *, ear: Annotated[float, Param("O", reach=("ponds",))] = 5) -> Frogs: ...
def default_outside(frogs: Frogs, *, ear: Metres = 5) -> Frogs: ...
def band_outside(frogs: Frogs, *, ear: Annotated[float, Param("O", "m", 0, 10, band=(5, 20))] = 5) -> Frogs: ...
def returns_number(frogs: Frogs) -> float: ...
def returns_nothing(frogs: Frogs): ...  # type: ignore[no-untyped-def]


@pytest.mark.parametrize(
    ("measure", "argument"),
    [
        (union, "union.frogs"),
        (optional_without_none, "optional_without_none.ponds"),
        (need_with_default, "need_with_default.frogs"),
        (bare_number, "bare_number.ear"),
        (positional_parameter, "positional_parameter.ear"),
        (no_default, "no_default.ear"),
        (text, "text.ear"),
        (without_hint, "without_hint.ear"),
        (star, "star.others"),
        (stars, "stars.others"),
        (other_ground, "other_ground.town"),
        (alien_reach, "alien_reach.ear"),
        (default_outside, "default_outside.ear"),
        (band_outside, "band_outside.ear"),
        (returns_number, "returns_number.return"),
        (returns_nothing, "returns_nothing.return"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_measure_is_refused_with_its_argument(measure: object, argument: str) -> None:
    with pytest.raises(TypeError, match=argument.replace(".", r"\.")):
        declared(measure)


def every_kind_of_parameter(
    frogs: Frogs,
    territory: Territory,
    *,
    how: Annotated[Literal["vite", "bien"], Param("Comment")] = "bien",
    weights: Annotated[dict[str, float], Param("Poids")] = {},  # noqa: B006
    all_: Annotated[bool, Param("Toutes")] = True,
) -> Frogs: ...


def test_other_kinds_of_parameters_are_accepted() -> None:
    made = declared(every_kind_of_parameter)
    assert made.signature.territory
    assert made.chosen({"all_": False}) == {"how": "bien", "weights": {}, "all_": False}


# Wrong figures


@dataclass(frozen=True)
class Bare:
    frogs: float


@dataclass(frozen=True)
class Whole:
    frogs: Annotated[int, Indicator("Grenouilles")]


@dataclass(frozen=True)
class Alien:
    frogs: Annotated[float | Missing, Indicator("Grenouilles", requires=("frogs",))]


@dataclass(frozen=True)
class Shared:
    frogs: Annotated[Breakdown | Missing, Indicator("Grenouilles par mare")]


def of_ponds(ponds: Ponds) -> Count: ...
def of_nothing() -> Count: ...
def loose(frogs: Frogs) -> dict: ...  # type: ignore[type-arg]
def says_nothing(frogs: Frogs): ...  # type: ignore[no-untyped-def]
def bare(frogs: Frogs) -> Bare: ...
def whole(frogs: Frogs) -> Whole: ...
def alien(frogs: Frogs) -> Alien: ...
def same_name(frogs: Frogs, *, ear: Metres = 50) -> Count: ...
def alien_within(frogs: Frogs, *, heard: Annotated[float, Param("E", within="eye")] = 50) -> Count: ...
def positional_threshold(frogs: Frogs, heard: Metres = 50) -> Count: ...


@pytest.mark.parametrize(
    ("function", "argument"),
    [
        (of_ponds, "listening.figures.ponds"),
        (of_nothing, "listening.figures"),
        (loose, "listening.figures"),
        (says_nothing, "listening.figures"),
        (bare, "listening.frogs"),
        (whole, "listening.frogs"),
        (alien, "listening.frogs"),
        (same_name, "listening.figures.ear"),
        (alien_within, "listening.figures.heard"),
        (positional_threshold, "listening.figures.heard"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wrong_figures_are_refused_with_their_argument(function: object, argument: str) -> None:
    with pytest.raises(TypeError, match=argument.replace(".", r"\.")):
        declared(listening).figures(function)  # type: ignore[arg-type]


def test_figures_may_be_broken_down() -> None:
    def shared(frogs: Frogs) -> Shared: ...  # type: ignore[empty-body]

    shared.__annotations__ = {"frogs": Frogs, "return": Shared}
    made = declared(listening)
    made.figures(shared)
    assert list(made.indicators) == ["frogs"]


# Breakdown


def test_breakdown_keeps_its_order_and_knows_its_shares() -> None:
    parts = Breakdown.of({"tilleul": 3, "érable": 5, "orme": 5})
    assert [name for name, _ in parts.parts] == ["tilleul", "érable", "orme"]
    assert len(parts) == 3
    assert parts.total == 13
    assert parts.top() == ("érable", 5.0)
    assert parts.share("tilleul") == pytest.approx(300 / 13)
    assert parts.share("frêne") == 0
    assert Breakdown(()).top() is None
    assert Breakdown(()).share("tilleul") == 0
