"""Answers on disk: found by address, with their provenance, never half-written, never altered unseen."""

import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.net.answer import Answer
from coeurdeville.net.kept import Kept

ADDRESS = "https://source.fr/objets?page=1"
WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def answer(body: bytes = b'{"a": 1}') -> Answer:
    return Answer(ADDRESS, WHEN, body, etag='"v1"')


@pytest.mark.parametrize("again", [False, True], ids=["same object", "opened again"])
def test_what_is_kept_is_found_as_it_was(tmp_path: Path, again: bool) -> None:
    kept = Kept(tmp_path / "new")
    assert kept.find(ADDRESS) is None
    kept.keep(answer())
    assert (Kept(tmp_path) if again else kept).find(ADDRESS) == answer()


def test_note_says_where_it_comes_from(tmp_path: Path) -> None:
    Kept(tmp_path).keep(answer())
    (note,) = tmp_path.glob("*.toml")
    told = tomllib.loads(note.read_text("utf-8"))
    assert told.pop("corps") == f"{note.stem}.json"
    assert told == {
        "adresse": ADDRESS, "date": WHEN, "statut": 200, "type": "application/json", "etag": '"v1"',
        "sha256": answer().sha256,
    }  # fmt: skip


def test_new_answer_takes_the_place_of_the_former(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.keep(answer())
    kept.keep(answer(b"[]"))
    assert len(list(tmp_path.iterdir())) == 2
    assert Kept(tmp_path).find(ADDRESS) == answer(b"[]")


def test_recording_written_by_hand_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down"
    folder.mkdir(parents=True)
    (folder / "body.json").write_text("[3]")
    (folder / "note.toml").write_text(f'adresse = "{ADDRESS}"\ndate = 2026-11-23T09:30:00Z\ncorps = "body.json"\n')
    found = Kept(tmp_path).find(ADDRESS)
    assert found == Answer(ADDRESS, WHEN, b"[3]")


def without_body(note: Path) -> None:
    note.with_suffix(".json").unlink()


def with_another_body(note: Path) -> None:
    note.with_suffix(".json").write_bytes(b"{}")


def without_date(note: Path) -> None:
    note.write_text(f'adresse = "{ADDRESS}"\ncorps = "{note.stem}.json"')


def without_hour(note: Path) -> None:
    note.write_text(f'adresse = "{ADDRESS}"\ndate = 2026-11-23\ncorps = "{note.stem}.json"')


@pytest.mark.parametrize(
    ("harm", "why"),
    [(with_another_body, "changé"), (without_body, "manque"), (without_date, "manque"), (without_hour, "heure")],
)
def test_damage_is_refused(tmp_path: Path, harm: Callable[[Path], None], why: str) -> None:
    Kept(tmp_path).keep(answer())
    (note,) = tmp_path.glob("*.toml")
    harm(note)
    with pytest.raises(Refused, match=why) as refused:
        Kept(tmp_path).find(ADDRESS)
    assert refused.value.problems[0].code == "reponse-abimee"


@pytest.mark.parametrize("text", ["adresse = ", "\xe9", "date = 2026-11-23"])
def test_note_that_says_no_address_keeps_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "note.toml").write_bytes(text.encode("latin-1"))
    assert Kept(tmp_path).find(ADDRESS) is None
