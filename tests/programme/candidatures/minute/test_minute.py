"""The last minute of a call, a process killed in a deposit, two members at once: on the database of the tests."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from programme.candidatures.minute.site import TOWNS, around, run

pytestmark = pytest.mark.slow
HERE = "programme.candidatures.minute"


@pytest.fixture
def env(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Of a site whose tables are made."""
    postgres = bool(os.environ.get("DATABASE_URL"))
    with around(tmp_path / "site-a-part", None if postgres else request.getfixturevalue("tables")) as made:
        yield made


@contextmanager
def serving(env: dict[str, str]) -> Iterator[int]:
    """The site behind gunicorn, as a host runs it; the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    web = [sys.executable, "-m", "gunicorn", f"--bind=127.0.0.1:{port}", "--workers=2", "--threads=4",
           "--log-level=error", "coeurdeville.web.wsgi"]  # fmt: skip
    server = subprocess.Popen(web, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield port
    finally:
        server.terminate()
        server.wait()


def test_last_minute(env: dict[str, str]) -> None:
    with serving(env) as port:
        sent = json.loads(run(env, "-m", f"{HERE}.envois", str(port)).stdout)
    limit = datetime.fromisoformat(sent["limite"])
    kept = {one["commune"]: one for one in sent["gardees"]}
    assert len(sent["villes"]) == len(kept) == TOWNS
    for town in sent["villes"]:
        _judged(town, kept[town["commune"]], limit)
    numbers = [one["numero"] for town in kept.values() for one in town["recepisses"]]
    assert len(numbers) == len({*numbers})
    assert 0 < len(numbers) < TOWNS


def _judged(town: dict[str, Any], kept: dict[str, Any], limit: datetime) -> None:
    """One receipt and what goes with it, or a refusal that says why; in time or not by the server's clock."""
    receipts, sendings = kept["recepisses"], town["envois"]
    assert kept["reponses"] == 14
    if not receipts:
        assert {one["statut"] for one in sendings} == {409}, sendings
        assert all("La demande est arrivée le" in one["page"] for one in sendings)
        assert all(datetime.fromisoformat(one["revenu"]) > limit for one in sendings)
        assert (kept["etat"], kept["evenements"], kept["courriers"]) == ("brouillon", 0, 0)
        return
    (receipt,) = receipts
    assert datetime.fromisoformat(receipt["recu_le"]) <= limit
    assert datetime.fromisoformat(receipt["limite"]) == limit
    assert receipt["numero"] == f"essai-{town['commune']}-1"
    assert (kept["etat"], kept["evenements"], kept["courriers"]) == ("deposee", 1, 2)
    good = [one for one in sendings if one["statut"] == 302]
    assert all(one["vers"].endswith("/recepisses/1/") for one in good)
    assert len(good) == (1 if town["habitude"] == 1 else len(sendings)), sendings
    others = [one for one in sendings if one["statut"] != 302]
    assert all(one["statut"] == 409 and "n’est plus possible" in one["page"] for one in others)


@pytest.mark.parametrize(("point", "before"), [("recepisse", 0), ("courrier", 0), ("apres", 1)])
def test_process_killed_in_a_deposit_leaves_all_or_nothing(env: dict[str, str], point: str, before: int) -> None:
    assert run(env, "-m", f"{HERE}.mort", point, check=False).returncode == -9
    (town,) = json.loads(run(env, "-m", f"{HERE}.constat").stdout)
    assert len(town["recepisses"]) == town["evenements"] == before
    assert town["courriers"] == 2 * before
    assert town["etat"] == ("deposee" if before else "brouillon")
    again = json.loads(run(env, "-m", f"{HERE}.mort", "jamais").stdout)
    (town,) = again["gardees"]
    assert again["numero"] == "essai-00001-1"
    assert (len(town["recepisses"]), town["evenements"], town["courriers"]) == (1, 1, 2)


def test_two_members_on_one_question_lose_nothing(env: dict[str, str]) -> None:
    found = json.loads(run(env, "-m", f"{HERE}.ensemble").stdout)
    assert found["textes"] == found["voulus"]
    assert found["versions"] == list(range(2, found["derniere"] + 1))
