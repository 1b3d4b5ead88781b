"""A paged list is whole, or it is refused."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.decouverte.datagouv import DATASETS, Organisation, datasets_of
from coeurdeville.inventory.decouverte.pages import MOST, every
from coeurdeville.net.client import Client
from coeurdeville.net.net import Mode, Net

Record = Callable[[str, object], None]
Page = Callable[..., dict[str, Any]]


def item(told: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": told["id"]}


def address(page: int, size: int = 2) -> str:
    return f"{DATASETS}?page={page}&page_size={size}"


def asked(folder: Path) -> list[str]:
    return [one["id"] for one in every(Net.replay(folder), DATASETS, {}, item, size=2)]


def refusal(folder: Path) -> str:
    with pytest.raises(Refused) as refused:
        asked(folder)
    return refused.value.problems[0].code


def test_every_page_is_read_in_order(record: Record, page: Page, tmp_path: Path) -> None:
    record(address(1), page(["a", "b"], 3))
    record(address(2), page(["c"], 3))
    assert asked(tmp_path) == ["a", "b", "c"]


def test_a_total_given_in_figures_is_read(record: Record, page: Page, tmp_path: Path) -> None:
    record(address(1), {**page(["a"], 1), "total": "1"})
    assert asked(tmp_path) == ["a"]


def test_nothing_found_is_a_whole_list(record: Record, page: Page, tmp_path: Path) -> None:
    record(address(1), page([], 0))
    assert asked(tmp_path) == []


def test_a_page_that_lacks_is_refused(record: Record, page: Page, tmp_path: Path) -> None:
    record(address(1), page(["a", "b"], 3))
    record(address(2), page([], 3))
    assert refusal(tmp_path) == "liste-incomplete"


def test_a_list_that_moved_between_two_pages_is_refused(record: Record, page: Page, tmp_path: Path) -> None:
    record(address(1), page(["a", "b"], 4))
    record(address(2), page(["b", "c"], 4))
    record(address(3), page([], 4))
    assert refusal(tmp_path) == "liste-incomplete"


def test_a_list_too_long_for_a_town_is_refused_at_once(record: Record, page: Page, tmp_path: Path) -> None:
    record(address(1), page(["a", "b"], 2 * MOST + 1))
    assert refusal(tmp_path) == "liste-trop-longue"


@pytest.mark.parametrize(
    "body",
    [[], {"data": {}}, {"data": []}, {"data": [1], "total": 1}, {"data": [{"title": "sans identifiant"}], "total": 1}],
)
def test_another_form_is_refused(record: Record, tmp_path: Path, body: object) -> None:
    record(address(1), body)
    assert refusal(tmp_path) == "forme-inattendue"


def test_html_in_place_of_json_is_refused(record: Record, tmp_path: Path) -> None:
    record(address(1), "<html><body>Portail captif</body></html>")
    assert refusal(tmp_path) == "reponse-illisible"


def test_a_fault_of_the_server_half_way_gives_nothing(page: Page, tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.params["page"] == "1":
            return httpx.Response(200, json=page([str(k) for k in range(100)], 150))
        return httpx.Response(500)

    client = Client(transport=httpx.MockTransport(answer), sleep=lambda _: None)
    net = Net(tmp_path, Mode.ONLINE, client)
    with pytest.raises(Refused) as refused:
        datasets_of(net, Organisation("o", "Mairie", ""))
    assert [one.code for one in refused.value.problems] == ["source-en-panne"]
