"""The cases of `tests/cases/<service>.yaml`, as `LISEZMOI.md` there explains them to those who write them."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import yaml
from shapely.affinity import translate

from coeurdeville.core.french import slug
from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.deployability.resolver import resolve
from coeurdeville.layers.catalogue import layer as layer_named
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.supply import supplies
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.reports.subject import told_of
from coeurdeville.runs.measure import measure
from coeurdeville.runs.result import TOWN, Result, Row, figures_of
from coeurdeville.services.catalogue import services
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

FOLDER = Path(__file__).parents[1] / "cases"
DTYPES = {"int": float, "float": float, "str": "str", "bool": bool, "date": "datetime64[s]"}


@dataclass(frozen=True)
class Played:
    """A case as it is played: as written, with its rows reversed, or with the whole town elsewhere."""

    case: Mapping[str, Any]
    east: float = 700_000.0
    north: float = 6_600_000.0
    backwards: bool = False

    def shape(self, wkt: str | None) -> Any:
        return None if wkt is None else translate(shapely.from_wkt(wkt), self.east, self.north)

    def layers(self) -> list[Layer]:
        return [self._layer(slug, told) for slug, told in self.case["couches"].items()]

    def _layer(self, slug: str, told: Any) -> Layer:
        kind = layer_named(slug)
        assert issubclass(kind, TableLayer)
        told = told if isinstance(told, Mapping) else {"lignes": told}
        rows = [row for row in told["lignes"] for _ in range(row.get("fois", 1))]
        rows = rows[::-1] if self.backwards else rows
        known = {"géométrie", "fois", *(column.key for column in kind.columns)}
        assert not (alien := {name for row in rows for name in row} - known), f"{slug} : {alien}"
        frame = pd.DataFrame({
            column.name: pd.Series([row.get(column.key) for row in rows]).astype(DTYPES[column.dtype])
            for column in kind.columns
            if not rows or any(column.key in row for row in rows)
        })  # fmt: skip
        if issubclass(kind, VectorLayer):
            frame = gpd.GeoDataFrame(frame, geometry=[self.shape(row["géométrie"]) for row in rows], crs=2154)
        return kind(frame, origin=Origin("Cas d’école"), extent=self.shape(told.get("étendue")))

    def run(self, service: Service[..., Any], layers: list[Layer]) -> Result:
        titles = {param.title: name for name, param in service.parameters.items()}
        given = {titles[title]: value for title, value in self.case.get("paramètres", {}).items()}
        zonings = {
            zoning: {zone: self.shape(wkt) for zone, wkt in zones.items()}
            for zoning, zones in self.case.get("zones", {}).items()
        }
        return measure(service, supplies(*layers), self.town(), zonings, given)

    def town(self) -> Territory:
        return Territory("00001", "Ville d’école", 2154, self.shape(self.case.get("contour")))


def cases() -> list[Any]:
    return [
        pytest.param(service, case, id=f"{service.id}-{slug(case['nom'])}")
        for service in services().values()
        for case in yaml.safe_load((FOLDER / f"{service.id}.yaml").read_text("utf-8"))["cas"]
    ]


PLAYS: dict[str, dict[str, Any]] = {
    "as-written": {},
    "backwards": {"backwards": True},
    "elsewhere": {"east": 412_345.0, "north": 6_789_012.0},
}


@pytest.mark.parametrize("play", PLAYS)
@pytest.mark.parametrize(("service", "case"), cases())
def test_case(service: Service[..., Any], case: Mapping[str, Any], play: str) -> None:
    wrong = list(differences(service, replace(Played(case), **PLAYS[play])))
    assert not wrong, "\n".join((f"{service.id}, « {case['nom']} »", *wrong))


RUNS = [one for one in cases() if one.values[1]["attendu"].get("état") != "bloqué"]


@pytest.mark.parametrize(("service", "case"), RUNS)
def test_inputs_are_unchanged(service: Service[..., Any], case: Mapping[str, Any]) -> None:
    layers = Played(case).layers()
    before = [layer.fingerprint() for layer in layers]
    Played(case).run(service, layers)
    assert [layer.fingerprint() for layer in layers] == before


@pytest.mark.parametrize(("service", "case"), RUNS)
def test_what_is_said_is_in_french_typography(
    service: Service[..., Any], case: Mapping[str, Any], misprints: Callable[[str], list[str]]
) -> None:
    result = Played(case).run(service, Played(case).layers())
    said = {row.missing for row in result.rows} | {one for use in result.used for one in use.origin.assumptions}
    assert [text for text in said if misprints(text)] == []


@pytest.mark.parametrize(("service", "case"), RUNS)
def test_every_case_can_be_put_into_words(service: Service[..., Any], case: Mapping[str, Any]) -> None:
    played = Played(case)
    page = service.tell(told_of(service, played.run(service, played.layers()), played.town()))
    assert page.question
    assert page.answer


@pytest.mark.parametrize("service", list(services().values()), ids=lambda service: service.id)
def test_every_figure_is_expected_in_some_case(service: Service[..., Any]) -> None:
    told = (FOLDER / f"{service.id}.yaml").read_text("utf-8")
    assert [one.title for one in service.indicators.values() if f"{typed(one.title)}:" not in told] == []


@pytest.mark.parametrize("service", list(services().values()), ids=lambda service: service.id)
def test_cases_are_several_and_one_is_empty(service: Service[..., Any]) -> None:
    known = yaml.safe_load((FOLDER / f"{service.id}.yaml").read_text("utf-8"))["cas"]
    empty = [one for one in known if any(not rows for rows in one["couches"].values())]
    assert len(known) >= 8
    assert empty
    assert len({one["nom"] for one in known}) == len(known)


def differences(service: Service[..., Any], played: Played) -> Iterator[str]:
    """What is not as expected, in French: where, which figure, expected, found."""
    expected, layers = played.case["attendu"], played.layers()
    if expected.get("état") == "bloqué":
        with pytest.raises(Refused) as refused:
            played.run(service, layers)
        assert [problem.code for problem in refused.value.problems] == ["service-bloque"]
        return
    result = played.run(service, layers)
    assert set(expected) <= {"état", TOWN, *played.case.get("zones", ()), "objets", "autres seuils", "dit"}
    forecast = resolve(service, {type(layer) for layer in layers})
    if "état" in expected and not result.state == forecast.state == expected["état"]:
        yield f"état : attendu {expected['état']}, prévu {forecast.state}, trouvé {result.state}"
    if TOWN in expected:
        yield from in_zone(service, result.rows_of(TOWN)["Ville d’école"], expected[TOWN], TOWN)
    for zoning in played.case.get("zones", ()):
        for zone, told in expected.get(zoning, {}).items():
            yield from in_zone(service, result.rows_of(zoning)[zone], told, zone)
    yield from of_objects(result, expected.get("objets", {}), backwards=played.backwards)
    yield from at_other_thresholds(service, result, expected.get("autres seuils", {}))
    said = typed(" ".join(one for use in result.used for one in use.origin.assumptions))
    yield from (f"dit : « {one} » est absent de « {said} »" for one in expected.get("dit", ()) if one not in said)


def in_zone(service: Service[..., Any], rows: list[Row], expected: Mapping[str, Any], where: str) -> Iterator[str]:
    found = figures_of(service, rows)
    names = {typed(indicator.title): name for name, indicator in service.indicators.items()}
    for by, told in expected.items() if service.by else [("", expected)]:
        if (told == "absent") != (by not in found):
            yield f"{where}, {by} : attendu {told}, trouvé {sorted(found)}"
        for title, value in told.items() if told != "absent" and by in found else ():
            covered = {row.covered for row in rows if row.indicator == names[title] and row.by == by}
            yield from compared(f"{where} {by}, {title}", value, getattr(found[by], names[title]), covered)


def of_objects(result: Result, expected: Mapping[str, list[Any]], *, backwards: bool) -> Iterator[str]:
    assert result.objects is not None
    names = {column.key: column.name for column in result.objects.columns}
    for key, values in expected.items():
        found = result.objects.frame[names[key]].tolist()
        found = found[::-1] if backwards else found
        if len(found) != len(values) or not all(map(agrees, values, found)):
            yield f"objets, {key} : attendu {values}, trouvé {found}"


def at_other_thresholds(service: Service[..., Any], result: Result, expected: Mapping[str, Any]) -> Iterator[str]:
    """Figures of the town at the other values of a threshold; `absent` where they are the same, or not known."""
    names = {typed(indicator.title): name for name, indicator in service.indicators.items()}
    params = {param.title: name for name, param in service.parameters.items()}
    found = {(row.at, row.indicator): row.value for row in result.rows if row.at}
    for title, values in expected.items():
        for at, figures in values.items():
            for figure, value in figures.items():
                key = (f"{params[title]}={at:g}", names[figure])
                if key not in found if value != "absent" else key in found:
                    yield f"{title} {at}, {figure} : attendu {value}, trouvé {found.get(key, 'absent')}"
                elif value != "absent":
                    yield from compared(f"{title} {at}, {figure}", value, found[key], {100.0})


def compared(where: str, expected: Any, found: Any, covered: set[float | None]) -> Iterator[str]:
    if isinstance(expected, Mapping) and "connu sur" in expected:
        if not all(agrees(expected["connu sur"], share) for share in covered):
            yield f"{where} : attendu connu sur {expected['connu sur']} %, trouvé {covered}"
        expected = expected["vaut"] if "vaut" in expected else {"manque": expected["manque"]}
    if not agrees(expected, found):
        yield f"{where} : attendu {expected}, trouvé {found}"


def agrees(expected: Any, found: Any) -> bool:
    if isinstance(expected, Mapping) and "manque" in expected:
        return isinstance(found, Missing) and typed(found.reason) == expected["manque"]
    if isinstance(expected, Mapping):
        return isinstance(found, Breakdown) and [*expected] == [name for name, _ in found.parts] and all(
            map(agrees, expected.values(), (value for _, value in found.parts))
        )  # fmt: skip
    if expected is None:
        return found is None or found is pd.NA or (isinstance(found, float) and math.isnan(found))
    if isinstance(expected, str) and "±" in expected:
        middle, within = map(float, expected.split("±"))
        return isinstance(found, float) and abs(found - middle) <= within
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        return isinstance(found, (int, float, np.number)) and math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9)
    return bool(found == expected)


def typed(text: str) -> str:
    """A text with the ordinary spaces that one types."""
    return " ".join(text.split())
