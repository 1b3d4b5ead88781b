"""What a host says by environment variables."""

import stat
from pathlib import Path

import pytest

from coeurdeville.web.hosting import KEY, flag, keep_secret_key, listed, secret_key


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COEURDEVILLE_CLE", raising=False)


def test_kept_key_is_drawn_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    keep_secret_key(tmp_path / "site")
    first = secret_key(tmp_path / "site")
    keep_secret_key(tmp_path / "site")
    assert secret_key(tmp_path / "site") == first
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "site" / KEY).stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "site").iterdir()] == [KEY]


def test_key_of_the_host_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_secret_key(tmp_path)
    monkeypatch.setenv("COEURDEVILLE_CLE", "donnée")
    assert secret_key(tmp_path) == "donnée"


def test_reading_the_key_writes_nothing(tmp_path: Path) -> None:
    assert secret_key(tmp_path) != secret_key(tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("said", "meant"), [("1", True), ("oui", True), ("TRUE", True), ("0", False), ("", False)])
def test_flag(monkeypatch: pytest.MonkeyPatch, said: str, meant: bool) -> None:
    monkeypatch.setenv("COEURDEVILLE_ESSAI", said)
    assert flag("COEURDEVILLE_ESSAI") is meant


def test_words_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COEURDEVILLE_ESSAI", " a.fr , b.fr,")
    assert listed("COEURDEVILLE_ESSAI") == ["a.fr", "b.fr"]
    assert listed("COEURDEVILLE_AUTRE", "x") == ["x"]
