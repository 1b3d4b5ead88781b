"""Four real town folders: what the forecast says, the runs do; what sources would bring, they bring."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from coeurdeville.cli.deploiements.proving import proofs_in
from coeurdeville.cli.sourcing import fetch_into
from coeurdeville.deployability.matrix import Cell, matrix
from coeurdeville.deployability.provider import Place
from coeurdeville.deployability.resolver import State
from coeurdeville.deployability.town import inventory_of
from coeurdeville.deployability.verdict import CellState
from coeurdeville.inventory.offre import offer_of
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import open_ville
from coeurdeville.net.client import Client
from coeurdeville.net.net import Mode, Net
from coeurdeville.runs.confidence import confidence
from coeurdeville.runs.diagnose import Outcome, diagnose
from coeurdeville.runs.store import Store
from coeurdeville.services.catalogue import services
from coeurdeville.sources.catalogue import source

pytestmark = pytest.mark.real
TOWNS: dict[str, tuple[tuple[str, str | None], ...]] = {
    "02691": (("02691-saint-quentin/Data_Arbre.csv", "arbres"),),
    "35236": (("35236-redon/redon.osm", None),),
    "86194": (("86194-poitiers-inondation/zone_inondable.geojson", "zones-inondables"),),
    "17300": (("17300-la-rochelle/xynthia_20cm_alea_fort_wgs84.geojson", "zones-inondables"),),
}
NOW = {
    "02691": {"patrimoine-arbore": State.RUNS},
    "35236": {"patrimoine-arbore": State.RUNS, "regle-3-30-300": State.RUNS},
    "86194": {},
    "17300": {},
}
"""Computed services that each folder runs by itself; the others are blocked without a source."""
WITH_SOURCES = {
    "02691": {"regle-3-30-300": CellState.DEGRADED, "connaissance-des-especes": CellState.DEGRADED},
    "35236": {"connaissance-des-especes": CellState.DEGRADED},
    "86194": {"regle-3-30-300": CellState.DEGRADED, "connaissance-des-especes": CellState.DEGRADED,
              "exposition-inondations": CellState.DEGRADED},
    "17300": {"regle-3-30-300": CellState.DEGRADED, "connaissance-des-especes": CellState.DEGRADED,
              "exposition-inondations": CellState.DEGRADED},
}  # fmt: skip
"""And those that run when a national source is asked."""


@pytest.fixture(scope="module", params=TOWNS)
def folder(request: pytest.FixtureRequest, mirror: Path, real_folder: Callable[..., Path]) -> Path:
    files = [(mirror / "towns" / name, layer) for name, layer in TOWNS[request.param]]
    constants = {"scenario": "xynthia_20cm"} if request.param == "17300" else {}
    return real_folder(request.param, *files, **constants)


def row_of(folder: Path) -> dict[str, Cell]:
    """Slug -> cell of each computed service."""
    ville = open_ville(folder)
    made = matrix([ville.commune], {ville.commune: inventory_of(ville)}, proofs_in(ville), services().values())
    return {cell.service.slug: cell for cell in made.row(ville.commune)}


def run(folder: Path) -> dict[str, Outcome]:
    """Slug -> what became of each computed service, kept in the store of the town."""
    ville = open_ville(folder)
    territory, _ = territory_of_ville(ville)
    outcomes = diagnose(services().values(), offer_of(ville, territory).couches, territory, Store(folder / ".magasin"))
    return {one.service.slug: one for one in outcomes}


def test_forecast_and_run_agree_and_a_run_proves_its_cell(folder: Path) -> None:
    commune = open_ville(folder).commune
    before, done = row_of(folder), run(folder)
    told = {slug: cell.verdict.now for slug, cell in before.items()}
    assert told == {slug: NOW[commune].get(slug, State.BLOCKED) for slug in told}
    for slug, cell in before.items():
        result = done[slug].result
        assert (result is None) == (cell.verdict.now is State.BLOCKED), slug
        assert result is None or result.state == cell.verdict.now, slug
    after = row_of(folder)
    assert {slug for slug, cell in after.items() if cell.state is CellState.PROVEN} == NOW[commune].keys()
    assert {cell.proof.day for cell in after.values() if cell.proof} <= {date.today()}


def test_what_sources_would_bring_they_bring(folder: Path) -> None:
    """Their answers are made here, in the form that they document: what is tested is the way, not the figures."""
    commune, before = open_ville(folder).commune, row_of(folder)
    wanted = {slug: cell for slug, cell in before.items() if cell.verdict.runs and slug not in NOW[commune]}
    assert {slug: cell.verdict.state for slug, cell in wanted.items()} == WITH_SOURCES[commune]
    asked = {
        reason.provider.key
        for cell in wanted.values()
        for reason in cell.verdict.reasons
        if reason.provider and reason.provider.sure and reason.provider.place is Place.SOURCE
    }
    for slug in sorted(asked):
        with Net(folder / "reponses", Mode.ONLINE, Client(httpx.MockTransport(answer)), datetime.now(UTC)) as net:
            fetch_into(folder, source(slug), net)
    done = run(folder)
    states = {State.RUNS: CellState.POSSIBLE, State.DEGRADED: CellState.DEGRADED}
    for slug, cell in wanted.items():
        result = done[slug].result
        assert result is not None, slug
        assert states[State(result.state)] is cell.verdict.state, slug
    assert {slug for slug, cell in row_of(folder).items() if cell.state is CellState.PROVEN} >= wanted.keys()


def test_the_run_is_never_more_trusted_than_the_forecast_said(folder: Path) -> None:
    from coeurdeville.deployability.ceiling import ceiling

    today, done = date.today(), run(folder)
    for slug, cell in row_of(folder).items():
        best, result = ceiling(cell.verdict, today), done[slug].result
        if best is not None and result is not None and cell.verdict.now is not State.BLOCKED:
            assert confidence(result, today).grade >= best.grade, slug


def answer(request: httpx.Request) -> httpx.Response:
    """What the WFS of the IGN and GBIF would answer: a few objects in the middle of what is asked."""
    if request.url.host == "api.gbif.org":
        return httpx.Response(200, json=_occurrences(request.url.params["geometry"]))
    west, south, east, north = map(float, request.url.params["BBOX"].split(",")[:4])
    x, y = (west + east) / 2, (south + north) / 2
    made = _woods(x, y) if "vegetation" in request.url.params["TYPENAMES"] else _houses(x, y)
    return httpx.Response(200, json={"type": "FeatureCollection", "features": made, "numberMatched": len(made)})


def _houses(x: float, y: float) -> list[dict[str, Any]]:
    told = {"nombre_de_logements": 2, "hauteur": 6.0, "nombre_d_etages": 2, "usage_1": "Résidentiel",
            "etat_de_l_objet": "En service"}  # fmt: skip
    places = [(x + 0.0005 * i, y + 0.0005 * j) for i in range(-5, 6) for j in range(-5, 6)]
    return [_feature(_square(*place, 0.0001), {"cleabs": f"B{rank}", **told}) for rank, place in enumerate(places)]


def _woods(x: float, y: float) -> list[dict[str, Any]]:
    return [_feature(_square(x, y, 0.002), {"cleabs": "V1", "nature": "Bois"})]


def _feature(ring: list[list[float]], told: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": told}


def _square(x: float, y: float, side: float) -> list[list[float]]:
    return [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]


def _occurrences(geometry: str) -> dict[str, Any]:
    ring = geometry.removeprefix("POLYGON((").removesuffix("))")
    corners = np.array([pair.split() for pair in ring.split(",")], dtype=float)
    places = np.random.default_rng(5).uniform(corners.min(axis=0), corners.max(axis=0), (60, 2)).tolist()
    rows = [
        {"key": rank, "speciesKey": 100 + rank % 9, "species": f"Genus species{rank % 9}", "class": "Aves",
         "kingdom": "Animalia", "decimalLongitude": places[rank][0], "decimalLatitude": places[rank][1],
         "eventDate": "2025-05-01", "basisOfRecord": "HUMAN_OBSERVATION", "license": "http://creativecommons.org/licenses/by/4.0/legalcode"}
        for rank in range(60)
    ]  # fmt: skip
    return json.loads(json.dumps({"count": len(rows), "results": rows}))
