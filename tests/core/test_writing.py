"""A file is whole or is not there."""

from pathlib import Path

import pytest

from coeurdeville.core.writing import written_aside


def test_the_file_takes_its_name_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "sous" / "a.csv"
    with written_aside(path) as file:
        file.write(b"x")
        assert not path.exists()
    assert path.read_bytes() == b"x"
    assert list(path.parent.iterdir()) == [path]


def stopped(path: Path) -> None:
    with written_aside(path) as file:
        file.write(b"x")
        raise ValueError("arrêt")


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"avant")
    with pytest.raises(ValueError, match="arrêt"):
        stopped(path)
    assert path.read_bytes() == b"avant"
    assert list(tmp_path.iterdir()) == [path]
