"""Online, offline and replayed: the same answers, each noted."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.net.client import Client
from coeurdeville.net.net import FRESH, Mode, Net

ADDRESS = "https://source.fr/objets"


def online(folder: Path, answer: Callable[[], httpx.Response], later: timedelta = timedelta()) -> Net:
    client = Client(httpx.MockTransport(lambda _: answer()), sleep=lambda _: None)
    return Net(folder, Mode.ONLINE, client, datetime.now(UTC) + later)


def ok(content: Any) -> Callable[[], httpx.Response]:
    return lambda: httpx.Response(200, json=content)


def down() -> httpx.Response:
    raise httpx.ConnectError("no route")


def forbidden() -> httpx.Response:
    raise AssertionError("asked again")


def test_answer_is_asked_kept_and_noted(tmp_path: Path) -> None:
    net = online(tmp_path, ok({"a": 1}))
    assert net.json(ADDRESS, {"page": 2}) == {"a": 1}
    assert [answer.address for answer in net.answers] == [f"{ADDRESS}?page=2"]
    assert Net(tmp_path).json(ADDRESS, {"page": 2}) == {"a": 1}


def test_offline_never_asks_and_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        Net(tmp_path).json(ADDRESS)
    (problem,) = refused.value.problems
    assert problem.code == "hors-ligne"
    assert "source.fr" in problem.message
    assert "--en-ligne" in problem.cure


def test_replay_names_the_address_that_is_not_recorded(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="page=2") as refused:
        Net.replay(tmp_path).json(ADDRESS, {"page": 2})
    assert refused.value.problems[0].code == "reponse-non-enregistree"


def test_replay_writes_nothing(tmp_path: Path) -> None:
    online(tmp_path, ok([1])).json(ADDRESS)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    Net.replay(tmp_path).json(ADDRESS, take=lambda _: [])
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_recent_answer_is_not_asked_again(tmp_path: Path) -> None:
    online(tmp_path, ok([1])).json(ADDRESS)
    assert online(tmp_path, forbidden).json(ADDRESS) == [1]


def test_older_answer_is_renewed(tmp_path: Path) -> None:
    online(tmp_path, ok([1])).json(ADDRESS)
    assert online(tmp_path, ok([2]), FRESH + timedelta(hours=1)).json(ADDRESS) == [2]
    assert Net(tmp_path).json(ADDRESS) == [2]


def test_older_answer_serves_when_the_source_is_down_and_it_is_said(tmp_path: Path) -> None:
    online(tmp_path, ok([1])).json(ADDRESS)
    net = online(tmp_path, down, FRESH + timedelta(hours=1))
    assert net.json(ADDRESS) == [1]
    (note,) = net.notes
    assert note.code == "reponse-ancienne"
    assert "source.fr ne peut pas être joint" in note.message
    assert f"{net.answers[0].when:%d/%m/%Y}" in note.message


def test_damaged_answer_is_asked_again(tmp_path: Path) -> None:
    online(tmp_path, ok([1])).json(ADDRESS)
    (body,) = tmp_path.glob("*.json")
    body.write_bytes(b"[")
    assert online(tmp_path, ok([3])).json(ADDRESS) == [3]


@pytest.mark.parametrize(
    ("response", "seen"),
    [
        (httpx.Response(200, html="<html>Portail de connexion</html>"), "«\u00a0text/html\u00a0»"),
        (httpx.Response(200, content=b'{"features": [', headers={"Content-Type": "application/json"}), "entier."),
        (httpx.Response(200, content=b""), "entier."),
        (httpx.Response(200, content=b"[" * 100_000, headers={"Content-Type": "application/json"}), "entier."),
    ],
    ids=["html", "cut", "empty", "deep"],
)
def test_what_is_not_json_is_refused_and_not_kept(tmp_path: Path, response: httpx.Response, seen: str) -> None:
    with pytest.raises(Refused, match=seen) as refused:
        online(tmp_path, lambda: response).json(ADDRESS)
    assert refused.value.problems[0].code == "reponse-illisible"
    assert not list(tmp_path.iterdir())


def without_names(content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key != "observer"}


def test_what_is_not_taken_is_neither_given_nor_kept(tmp_path: Path) -> None:
    net = online(tmp_path, ok({"taxon": "Parus major", "observer": "Camille Fictif"}))
    assert net.json(ADDRESS, take=without_names) == {"taxon": "Parus major"}
    assert not [path for path in tmp_path.iterdir() if b"Fictif" in path.read_bytes()]
    assert b"Fictif" not in net.answers[0].body


def test_what_take_refuses_is_not_kept(tmp_path: Path) -> None:
    def refuse(_: Any) -> Any:
        raise Refused([])

    with pytest.raises(Refused):
        online(tmp_path, ok({})).json(ADDRESS, take=refuse)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("mode", Mode)
def test_private_address_is_refused_in_every_mode(tmp_path: Path, mode: Mode) -> None:
    with pytest.raises(Refused) as refused:
        Net(tmp_path, mode).json("https://localhost/")
    assert refused.value.problems[0].code == "adresse-refusee"


def test_connections_are_closed_at_the_end(tmp_path: Path) -> None:
    with online(tmp_path, ok([1])) as net:
        net.json(ADDRESS)
    with pytest.raises(RuntimeError, match="closed"):
        net.json(f"{ADDRESS}/2")
