"""What every source promises, whichever it is."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.licences import UNKNOWN
from coeurdeville.net.net import Net
from coeurdeville.sources.catalogue import sources
from coeurdeville.sources.contract.declaration import DOCUMENTED, LIVE, RECORDED
from coeurdeville.sources.contract.source import Source
from coeurdeville.territories.territory import Territory

ANSWERS = Path(__file__).parents[1] / "recorded"


@pytest.fixture(params=sources().values(), ids=list(sources()))
def each(request: pytest.FixtureRequest) -> Source[Any]:
    return request.param


def test_every_source_has_an_answer_to_replay(each: Source[Any], town: Territory) -> None:
    """Its own: the answers of the others are not looked at."""
    snapshot = each.fetch(town, Net.replay(ANSWERS / each.id))
    assert type(snapshot.layer) is each.layer
    assert len(snapshot.layer) > 0


def test_every_origin_can_be_cited(each: Source[Any], town: Territory, recorded: Net) -> None:
    origin = each(town, recorded).origin
    assert (origin.title, origin.producer, origin.page) == (each.title, each.publisher, each.page)
    assert origin.licence.key == each.licence.key
    assert origin.licence is not UNKNOWN or any("licence n’a pas été lue" in one for one in each.failures)
    assert str(origin.vintage).endswith("2026")
    assert origin.read >= origin.kept > 0


def test_every_state_says_on_what_it_was_verified(each: Source[Any]) -> None:
    assert each.state in (RECORDED, DOCUMENTED) or LIVE.fullmatch(each.state)


def test_every_source_stands_in_the_module_of_its_name(each: Source[Any]) -> None:
    assert each.module == f"coeurdeville.sources.{each.id}"
    assert each.slug == each.id.replace("_", "-")


def test_same_answers_give_the_same_layer(each: Source[Any], town: Territory) -> None:
    first, second = (each.fetch(town, Net.replay(ANSWERS)) for _ in range(2))
    assert first.fingerprint == second.fingerprint
    assert first.layer.fingerprint() == second.layer.fingerprint()


def test_no_recorded_answer_is_left_unused(town: Territory) -> None:
    net = Net.replay(ANSWERS)
    for one in sources().values():
        one(town, net)
    notes = [tomllib.loads(path.read_text("utf-8")) for path in ANSWERS.rglob("*.toml")]
    assert {note["adresse"] for note in notes} == {answer.address for answer in net.answers}


def test_listing_sources_imports_nothing_heavy() -> None:
    """What is only told must be told at once: the frames and the client wait for the first fetch."""
    asked = "import sys; from coeurdeville.sources.catalogue import sheets; sheets(); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert not {"pandas", "geopandas", "pyogrio", "pyproj", "httpx"} & set(ran.stdout.split())
