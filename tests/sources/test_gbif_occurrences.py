"""Observations of GBIF: what is taken, under which licence, and without whom."""

import base64
import json
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pandas as pd
import pytest
import shapely
import yaml

from coeurdeville.core.licences import LICENCES, UNKNOWN, combine
from coeurdeville.core.problems import Refused
from coeurdeville.net.client import Client
from coeurdeville.net.net import Mode, Net
from coeurdeville.sources.gbif_occurrences import (
    LICENCE_OF,
    MOST,
    NOT_SEEN_ALIVE,
    gbif_occurrences,
    licence_of,
    occurrences_of,
    page_of,
)
from coeurdeville.territories.projections import WGS84, to_crs
from coeurdeville.territories.territory import Territory

CC0, BY, NC = LICENCE_OF
PERSONS = ("recordedBy", "identifiedBy", "rightsHolder", "recordedByIDs", "identifiedByIDs")


def test_species_seen_are_taken_once(town: Territory, recorded: Net) -> None:
    frame = gbif_occurrences(town, recorded).frame
    assert frame["taxon"].tolist() == ["9705453", "9705453", "3117424", "5219616", "2688474"]
    assert frame["group"].tolist() == ["Aves", "Aves", "Magnoliopsida", "Mammalia", "Chromista"]
    assert frame["name"].tolist()[0] == "Parus major"


def test_dates_take_the_first_day_that_is_written(town: Territory, recorded: Net) -> None:
    seen = gbif_occurrences(town, recorded).frame["seen"]
    days = [None if pd.isna(one) else one.date() for one in seen]
    assert days == [date(2025, 5, 12), date(2024, 4, 30), date(2023, 3, 1), date(2022, 1, 1), None]


def test_unlikely_precision_is_unknown(town: Territory, recorded: Net) -> None:
    frame = gbif_occurrences(town, recorded).frame
    assert frame["uncertainty"].tolist()[0] == 15
    assert frame["uncertainty"].isna().tolist() == [False, True, True, True, True]
    assert frame["count"].dropna().tolist() == [2]


def test_what_is_left_out_is_said(town: Territory, recorded: Net) -> None:
    assert gbif_occurrences(town, recorded).origin.assumptions == (
        "1\u00a0observation de fossiles ou de spécimens captifs ou cultivés, non prise.",
        "1\u00a0observation sans nom d’espèce, non prise.",
    )


def test_observers_are_in_no_answer_that_is_given(town: Territory, recorded: Net) -> None:
    gbif_occurrences(town, recorded)
    assert recorded.answers
    for answer in recorded.answers:
        assert b"Fictif" not in answer.body
        assert b"fictif" not in answer.body


@pytest.mark.parametrize(
    ("records", "key"),
    [([CC0], "cc0"), ([CC0, BY], "cc-by"), ([BY, NC], "cc-by-nc"), ([NC], "cc-by-nc"), ([CC0, "?"], "inconnue"),
     ([NC, "?"], "cc-by-nc")],
)  # fmt: skip
def test_licence_is_the_most_demanding_of_the_records(records: list[str], key: str) -> None:
    found = licence_of(records)
    assert found.key == key
    every = [LICENCE_OF.get(one, UNKNOWN) for one in records]
    assert combine([found]).licence == combine(every).licence


def test_layer_bears_the_licence_of_its_records_and_not_the_declared_one(town: Territory, tmp_path: Path) -> None:
    record = {"key": 1, "speciesKey": 2, "species": "Parus major", "basisOfRecord": "OBSERVATION", "license": CC0,
              "decimalLongitude": 1.709, "decimalLatitude": 46.5017}  # fmt: skip
    page = {"count": 1, "results": [record]}
    net = Net(tmp_path, Mode.ONLINE, Client(httpx.MockTransport(lambda _: httpx.Response(200, json=page))))
    assert gbif_occurrences(town, net).origin.licence is LICENCES["cc0"]


def test_layer_is_as_old_as_its_oldest_answer(town: Territory, recorded: Net) -> None:
    """The second page was recorded a day later."""
    assert str(gbif_occurrences(town, recorded).origin.vintage) == "23/11/2026"


def test_more_than_the_search_should_serve_is_refused(town: Territory, tmp_path: Path) -> None:
    page = {"offset": 0, "limit": 300, "endOfRecords": False, "count": MOST + 1, "results": []}
    net = Net(tmp_path, Mode.ONLINE, Client(httpx.MockTransport(lambda _: httpx.Response(200, json=page))))
    with pytest.raises(Refused) as refused:
        gbif_occurrences(town, net)
    assert refused.value.problems[0].code == "trop-d-objets"
    assert len(net.answers) == 1


@pytest.mark.parametrize("records", [0, 1])
def test_ground_without_usable_record_is_refused_in_words(town: Territory, records: int) -> None:
    """No record, or one without date nor place."""
    row = {"key": 1, "speciesKey": 2, "species": "Parus major", "basisOfRecord": "HUMAN_OBSERVATION", "license": CC0}
    with pytest.raises(Refused) as refused:
        occurrences_of([row] * records, town, None)
    assert refused.value.problems[0].code == "source-sans-objet"


def interactions(folder: Path, asked: str = "/occurrence/search?") -> Iterator[tuple[dict[str, Any], bytes]]:
    """The recorded answers to what was asked, searches of occurrences, with their bodies opened."""
    for path in sorted(folder.glob("*.yml")):
        for one in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["http_interactions"]:
            body = one["response"]["body"]
            if asked not in one["request"]["uri"]:
                continue
            packed = "".join(body.get("raw_gzip", "").split())
            yield one["response"], zlib.decompress(base64.b64decode(packed)) if packed else body["string"].encode()


@pytest.fixture(scope="session")
def recordings(mirror: Path) -> list[tuple[dict[str, Any], bytes]]:
    return list(interactions(mirror / "api" / "rgbif_gbif" / "tests" / "fixtures"))


@pytest.mark.real
def test_real_pages_are_read_and_counted(recordings: list[tuple[dict[str, Any], bytes]]) -> None:
    """Every page that GBIF gave, from all over the world, against a count of its own."""
    raw = [json.loads(body) for response, body in recordings if response["status"] == 200]
    taken = [row for page in raw for row in page_of(page)["results"]]
    layer = occurrences_of(taken, Territory("00001", "Le monde", 3857), None)
    rows = {row["key"]: row for page in raw for row in page["results"]}.values()
    expected = [
        row for row in rows
        if "speciesKey" in row and "decimalLatitude" in row and row["basisOfRecord"] not in NOT_SEEN_ALIVE
    ]  # fmt: skip
    assert len(raw) > 200
    assert len(layer) == len(expected) > 1000
    assert set(layer.frame["taxon"]) == {str(row["speciesKey"]) for row in expected}
    assert layer.frame["seen"].notna().sum() == sum("eventDate" in row for row in expected)
    assert (layer.frame["group"] == "Aves").sum() == sum(row.get("class") == "Aves" for row in expected)
    assert layer.origin.licence is LICENCES["cc-by-nc"]


@pytest.mark.real
def test_real_pages_agree_one_by_one_with_what_they_hold(recordings: list[tuple[dict[str, Any], bytes]]) -> None:
    """Each page alone: the count announced, the rows, the species that can be placed; nothing usable is a refusal."""
    world = Territory("00001", "Le monde", 3857)
    empty = 0
    for page in (json.loads(body) for response, body in recordings if response["status"] == 200):
        taken = page_of(page)
        assert (taken["count"], len(taken["results"])) == (page["count"], len(page["results"]))
        assert page_of(taken) == taken
        usable = {row["key"] for row in page["results"] if "speciesKey" in row and "decimalLatitude" in row
                  and row["basisOfRecord"] not in NOT_SEEN_ALIVE}  # fmt: skip
        if usable:
            assert len(occurrences_of(taken["results"], world, None)) == len(usable)
            continue
        with pytest.raises(Refused) as refused:
            occurrences_of(taken["results"], world, None)
        assert refused.value.problems[0].code == "source-sans-objet"
        empty += 1
    assert empty > 30


@pytest.mark.real
def test_real_answers_that_are_no_page_are_refused(mirror: Path) -> None:
    """One occurrence, its fragment, its verbatim form: other answers of the same service."""
    others = list(interactions(mirror / "api" / "rgbif_gbif" / "tests" / "fixtures", "/v1/occurrence/"))
    single = [json.loads(body) for response, body in others if response["status"] == 200 and b'"results"' not in body]
    assert len(single) > 5
    for content in single:
        with pytest.raises(Refused) as refused:
            page_of(content)
        assert refused.value.problems[0].code == "reponse-inattendue"


@pytest.mark.real
def test_real_failures_become_problems(recordings: list[tuple[dict[str, Any], bytes]]) -> None:
    """What GBIF answered to demands that it could not serve, as it was answered."""
    failed = [(response["status"], body) for response, body in recordings if response["status"] >= 400]
    assert {status for status, _ in failed} == {400, 429}
    for status, body in failed:
        answer = httpx.Response(status, content=body)
        client = Client(httpx.MockTransport(lambda _, given=answer: given), lambda _: None)
        with pytest.raises(Refused) as refused:
            client.ask("https://api.gbif.org/v1/occurrence/search")
        assert refused.value.problems[0].code == {400: "source-refus", 429: "source-saturee"}[status]


@pytest.mark.real
def test_real_pages_keep_no_person(recordings: list[tuple[dict[str, Any], bytes]]) -> None:
    raw = [json.loads(body) for response, body in recordings if response["status"] == 200]
    assert any(person in row for page in raw for row in page["results"] for person in PERSONS)
    kept = {key for page in raw for row in page_of(page)["results"] for key in row}
    assert not kept & set(PERSONS)


@pytest.mark.real
def test_real_answer_becomes_a_layer_on_the_ground(
    recordings: list[tuple[dict[str, Any], bytes]], tmp_path: Path
) -> None:
    """The fullest answer that GBIF gave whole: 177 records of one dataset, asked for around where they are."""
    body = max((body for _, body in recordings if b'"endOfRecords":true' in body), key=len)
    rows = [row for row in json.loads(body)["results"] if "decimalLatitude" in row]
    places = shapely.points([[row["decimalLongitude"], row["decimalLatitude"]] for row in rows])
    ground = shapely.transform(shapely.box(*shapely.total_bounds(places)), lambda xy: to_crs(xy, WGS84, 3857))
    client = Client(httpx.MockTransport(lambda _: httpx.Response(200, content=body)))
    net = Net(tmp_path, Mode.ONLINE, client, datetime.now(UTC))
    layer = gbif_occurrences(Territory("00001", "Ailleurs", 3857, ground), net)
    assert len(rows) > 100
    assert len(layer) == sum("speciesKey" in row and row["basisOfRecord"] not in NOT_SEEN_ALIVE for row in rows)
    assert layer.origin.licence.key == licence_of([row["license"] for row in rows]).key


@pytest.mark.real
def test_real_answer_of_a_crowded_service_is_waited_for(recordings: list[tuple[dict[str, Any], bytes]]) -> None:
    response, body = next(one for one in recordings if one[0]["status"] == 429)
    waits: list[float] = []
    headers = {key: str(value) for key, value in response["headers"].items() if key != "status"}
    client = Client(httpx.MockTransport(lambda _: httpx.Response(429, headers=headers, content=body)), waits.append)
    with pytest.raises(Refused) as refused:
        client.ask("https://api.gbif.org/v1/occurrence/search")
    assert refused.value.problems[0].code == "source-saturee"
    assert waits == [3, 3, 3]
