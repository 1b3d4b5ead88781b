"""Risks recorded by Géorisques: what is taken, what is refused, and the answer that the real service gave."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pandas as pd
import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.net.client import Client
from coeurdeville.net.net import Mode, Net
from coeurdeville.sources.georisques_risques import georisques_risques, page_of, risks_of
from coeurdeville.territories.territory import Territory

RISK = {"num_risque": "11", "libelle_risque_long": "Inondation", "zone_sismicite": None}


def answering(folder: Path, *responses: httpx.Response) -> Net:
    """A net that gives these answers in order, the last one for ever."""
    left = list(responses)
    transport = httpx.MockTransport(lambda _: left.pop(0) if len(left) > 1 else left[0])
    return Net(folder, Mode.ONLINE, Client(transport, lambda _: None), datetime.now(UTC))


def page(*communes: dict[str, Any], results: int | None = None) -> httpx.Response:
    found = len(communes) if results is None else results
    return httpx.Response(200, json={"results": found, "page": 1, "total_pages": 1, "data": list(communes)})


def commune(code: str = "00001", *risks: dict[str, Any], name: str = "VALOMBRE") -> dict[str, Any]:
    return {"code_insee": code, "libelle_commune": name, "risques_detail": list(risks)}


def refusal(town: Territory, net: Net) -> str:
    with pytest.raises(Refused) as refused:
        georisques_risques(town, net)
    return refused.value.problems[0].code


def test_risks_come_once_each_under_their_main_one(town: Territory, recorded: Net) -> None:
    layer = georisques_risques(town, recorded)
    assert layer.frame["number"].tolist() == ["11", "113", "12", "127", "13", "211"]
    assert layer.frame["main"].tolist() == ["11", "11", "12", "12", "13", "21"]
    assert layer.frame["name"].tolist()[3] == "Tassements différentiels"
    assert layer.frame.set_index("number")["seismic_zone"].dropna().to_dict() == {"13": "2"}


def test_line_without_number_is_counted(town: Territory, recorded: Net) -> None:
    origin = georisques_risques(town, recorded).origin
    assert (origin.read, origin.kept) == (8, 6)
    assert origin.assumptions == ("1\u00a0risque sans numéro ou sans nom, non pris.",)


def test_numbers_as_numbers_are_read_as_texts(town: Territory, tmp_path: Path) -> None:
    risk = {"num_risque": 13, "libelle_risque_long": "Séisme", "zone_sismicite": 3}
    frame = georisques_risques(town, answering(tmp_path, page(commune("00001", risk)))).frame
    assert frame.to_numpy().tolist() == [["13", "Séisme", "13", "3"]]


def test_unknown_fields_are_neither_taken_nor_kept(town: Territory, tmp_path: Path) -> None:
    told = commune("00001", {**RISK, "agent": "Camille Fictif"}) | {"maire": "Camille Fictif"}
    net = answering(tmp_path, page(told))
    assert len(georisques_risques(town, net)) == 1
    assert b"Fictif" not in net.answers[0].body


def test_taking_twice_gives_the_same() -> None:
    taken = page_of({"results": 1, "data": [commune("00001", RISK)], "next": None})
    assert page_of(taken) == taken


def test_pages_are_put_end_to_end(town: Territory, tmp_path: Path) -> None:
    net = answering(tmp_path, page(commune("00002"), results=2), page(commune("00001", RISK), results=2))
    assert georisques_risques(town, net).frame["number"].tolist() == ["11"]
    assert [answer.address.partition("?")[2] for answer in net.answers] == [
        "code_insee=00001&page=1",
        "code_insee=00001&page=2",
    ]


def test_page_that_is_missing_is_refused(town: Territory, tmp_path: Path) -> None:
    assert refusal(town, answering(tmp_path, page(commune("00001", RISK), results=2), page(results=2))) == (
        "page-manquante"
    )


def test_another_commune_is_refused_with_its_name(town: Territory, tmp_path: Path) -> None:
    net = answering(tmp_path, page(commune("75101", RISK, name="PARIS 1ER ARRONDISSEMENT")))
    with pytest.raises(Refused, match=r"PARIS 1ER ARRONDISSEMENT \(75101\), pas sur Valombre \(00001\)") as refused:
        georisques_risques(town, net)
    assert refused.value.problems[0].code == "autre-commune"


@pytest.mark.parametrize("communes", [[], [commune("00001")], [commune("00001", {"num_risque": "11"})]])
def test_nothing_recorded_is_not_nothing_to_fear(
    town: Territory, tmp_path: Path, communes: list[dict[str, Any]]
) -> None:
    with pytest.raises(Refused, match="ne prouve pas") as refused:
        georisques_risques(town, answering(tmp_path, page(*communes)))
    assert refused.value.problems[0].code == "aucun-risque-recense"


@pytest.mark.parametrize(
    ("response", "code"),
    [
        (httpx.Response(200, html="<html>Maintenance</html>"), "reponse-illisible"),
        (httpx.Response(200, content=b""), "reponse-illisible"),
        (httpx.Response(200, content=b'{"results": 1, "data": [{"code_in'), "reponse-illisible"),
        (httpx.Response(500, json={"message": "Internal Server Error"}), "source-en-panne"),
        (httpx.Response(404), "source-refus"),
        (httpx.Response(200, json={"message": "No endpoint"}), "reponse-inattendue"),
        (httpx.Response(200, json={"results": "1", "data": []}), "reponse-inattendue"),
        (httpx.Response(200, json={"results": 1, "data": [{"code_insee": "00001"}]}), "reponse-inattendue"),
        (httpx.Response(200, json={"results": 1, "data": ["00001"]}), "reponse-inattendue"),
        (page(commune("00001", RISK), results=40_000), "trop-d-objets"),
    ],
)
def test_fault_is_a_problem_and_is_not_kept_as_an_answer(
    town: Territory, tmp_path: Path, response: httpx.Response, code: str
) -> None:
    assert refusal(town, answering(tmp_path / "gardees", response)) == code


@pytest.fixture
def real(mirror: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (mirror / "api" / "georisques" / "gaspar_risques_5communes.json").read_text("utf-8")
    )
    return found


@pytest.mark.real
def test_real_answer_is_replayed_for_each_of_its_communes(real: dict[str, Any], tmp_path: Path) -> None:
    """The recording holds five communes at once: each is asked for alone, and finds itself among the others."""
    assert [one["code_insee"] for one in real["data"]] == ["06088", "13055", "59350", "75056", "83061"]
    (tmp_path / "reponse.json").write_text(json.dumps(real), "utf-8")
    for one in real["data"]:
        code = one["code_insee"]
        (tmp_path / f"{code}.toml").write_text(
            f'adresse = "https://www.georisques.gouv.fr/api/v1/gaspar/risques?code_insee={code}&page=1"\n'
            'date = 2026-11-23T09:00:00Z\nstatut = 200\ncorps = "reponse.json"\n',
            "utf-8",
        )
    for one in real["data"]:
        layer = georisques_risques(Territory(one["code_insee"], one["libelle_commune"], 2154), Net.replay(tmp_path))
        told = {(risk["num_risque"], risk["libelle_risque_long"]) for risk in one["risques_detail"]}
        assert set(zip(layer.frame["number"], layer.frame["name"], strict=True)) == told
        assert len(layer) == len(one["risques_detail"])
        assert layer.frame["main"].isin([risk["num_risque"] for risk in one["risques_detail"]]).all()
        assert pd.isna(layer.frame["seismic_zone"]).all()


@pytest.mark.real
def test_real_answer_without_the_commune_is_refused(real: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="NICE"):
        risks_of(page_of(real)["data"], Territory("69123", "Lyon", 2154))
