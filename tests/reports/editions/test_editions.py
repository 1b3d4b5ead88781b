"""Editions are kept whole or not at all, and read back to the very same."""

import os
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.problems import Damaged
from coeurdeville.reports.editions import Edition, Editions, Established
from coeurdeville.reports.model import Report

TODAY = date(2026, 11, 25)
TOWN = "00001"


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    return Editions(tmp_path / "editions")


def test_the_report_comes_back_equal(edition: Edition, report: Report) -> None:
    assert edition.report == report
    assert len(edition.report.drawings()) == 9


def test_an_edition_says_its_files_and_nothing_else(edition: Edition, established: Established) -> None:
    shown = {name: len(content) for name, content in established.files.items() if not name.startswith(".")}
    assert edition.files == shown
    path = edition.path("diagnostic.pdf")
    assert path is not None
    assert path.read_bytes() == established.files["diagnostic.pdf"]
    hidden = ".carte-fond-contour.geojson.npy"
    assert hidden in established.files
    assert [edition.path(name) for name in ("autre.pdf", hidden, "../2026-11-25/diagnostic.pdf", "")] == [None] * 4
    assert edition.summary["commune"]["nom"] in edition.report.town


def test_editions_of_one_day_are_numbered(editions: Editions, established: Established) -> None:
    named = [editions.put(TOWN, established.files, TODAY) for _ in range(11)]
    assert named == ["2026-11-25", *(f"2026-11-25-{rank}" for rank in range(2, 12))]
    assert editions.put(TOWN, established.files, date(2026, 11, 24)) == "2026-11-24"
    assert editions.of(TOWN) == ("2026-11-24", *named)
    assert editions.of("00002") == ()


def test_editions_put_at_once_are_all_kept(editions: Editions) -> None:
    files = [{"diagnostic.json": str(rank).encode()} for rank in range(8)]
    with ThreadPoolExecutor(8) as pool:
        named = [*pool.map(lambda one: editions.put(TOWN, one, TODAY), files)]
    assert len(set(named)) == 8
    home = editions.folder / TOWN
    assert {path.name for path in home.iterdir()} == set(named)
    assert [(home / name / "diagnostic.json").read_bytes() for name in named] == [
        one["diagnostic.json"] for one in files
    ]


class Cut(Mapping[str, bytes]):
    """Files of which the second cannot be had: the disk is full."""

    def __getitem__(self, name: str) -> bytes:
        if name == "b.json":
            raise OSError(28, "No space left on device")
        return b"1"

    def __iter__(self) -> Iterator[str]:
        return iter(("a.json", "b.json"))

    def __len__(self) -> int:
        return 2


def test_nothing_is_left_of_an_edition_that_could_not_be_kept(editions: Editions) -> None:
    with pytest.raises(OSError, match="No space left"):
        editions.put(TOWN, Cut(), TODAY)
    assert [*(editions.folder / TOWN).iterdir()] == []
    assert editions.of(TOWN) == ()


def test_what_a_killed_process_left_is_swept_after_a_day(editions: Editions) -> None:
    home = editions.folder / TOWN
    old, fresh = home / ".en-cours-vieux", home / ".en-cours-recent"
    old.mkdir(parents=True)
    fresh.mkdir()
    yesterday = time.time() - 25 * 3600
    os.utime(old, (yesterday, yesterday))
    editions.put(TOWN, {"a.json": b"1"}, TODAY)
    assert {path.name for path in home.iterdir()} == {".en-cours-recent", "2026-11-25"}


@pytest.mark.parametrize("name", ["../ailleurs.json", "a/b.json", "..", "", "a b.json", "diagnostic"])
def test_a_file_is_never_written_outside(name: str, editions: Editions) -> None:
    with pytest.raises(ValueError, match="cannot be part of an edition"):
        editions.put(TOWN, {name: b"1"}, TODAY)
    assert [*editions.folder.rglob("*.json")] == []


@pytest.mark.parametrize(
    ("commune", "identifiant"),
    [
        (TOWN, "2026-11-26"),
        (TOWN, "2026-11-25-2"),
        ("00002", "2026-11-25"),
        ("..", "2026-11-25"),
        (TOWN, ".."),
        (TOWN, "2026-11-25/../2026-11-25"),
        (TOWN, ""),
        (TOWN, "2026-11-25\n"),
        (TOWN, ".en-cours-abc"),
        ("٠٠٠٠١", "2026-11-25"),
        (TOWN, "2026-11-27"),
    ],
)
def test_what_is_not_an_edition_is_none(
    commune: str, identifiant: str, editions: Editions, established: Established
) -> None:
    editions.put(TOWN, established.files, TODAY)
    (editions.folder / TOWN / ".en-cours-abc").mkdir()
    (editions.folder / TOWN / "2026-11-27").write_text("un fichier")
    assert editions.get(commune, identifiant) is None
    assert editions.of(TOWN) == ("2026-11-25",)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("rapport.json", None, "« rapport.json » n’est pas là"),
        ("diagnostic.json", None, "« diagnostic.json » n’est pas là"),
        ("rapport.json", b"{", "« rapport.json » est coupé"),
        ("rapport.json", b"\xff\xfe", "« rapport.json » est coupé"),
        ("rapport.json", b"[" * 100_000, "« rapport.json » est coupé"),
        ("rapport.json", b"[]", "« rapport.json » est coupé"),
        ("rapport.json", b'{"format":"coeurdeville-rapport","version_du_format":2}', "« rapport.json » est coupé"),
        ("rapport.json", b'{"format":"coeurdeville-rapport","version_du_format":1}', "« rapport.json » est coupé"),
        ("diagnostic.json", b'{"format":"autre"}', "« diagnostic.json » est coupé"),
        ("carte-patrimoine-arbore.json", b"{}", "« carte-patrimoine-arbore.json » est coupé"),
        ("carte-fond-contour.geojson", None, "« carte-fond-contour.geojson » n’est pas là"),
        (".carte-fond-contour.geojson.npy", None, "« .carte-fond-contour.geojson.npy » n’est pas là"),
    ],
)
def test_an_edition_that_is_not_whole_is_refused(
    name: str, content: bytes | None, said: str, editions: Editions, established: Established
) -> None:
    folder = editions.folder / TOWN / editions.put(TOWN, established.files, TODAY)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    with pytest.raises(Damaged) as refused:
        editions.get(TOWN, "2026-11-25")
    (problem,) = refused.value.problems
    assert problem.code == "edition-illisible"
    assert said in problem.message.replace("\u00a0", " ")


def test_an_edition_is_read_once_and_anew_when_it_is_restored(editions: Editions, established: Established) -> None:
    identifiant = editions.put(TOWN, established.files, TODAY)
    first = editions.get(TOWN, identifiant)
    assert editions.get(TOWN, identifiant) is first
    (editions.folder / TOWN / identifiant).rename(editions.folder / TOWN / "ailleurs")
    assert editions.get(TOWN, identifiant) is None
    editions.put(TOWN, established.files, TODAY)
    again = editions.get(TOWN, identifiant)
    assert again is not first
    assert again == first
