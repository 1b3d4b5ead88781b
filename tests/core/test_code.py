"""A result depends on the code that makes it: all of it, and nothing else."""

from pathlib import Path

import pytest

from coeurdeville.core import code


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of four modules; `a` imports `b` at its top and `pack.c` inside a function; `d` stands apart."""
    root = tmp_path / "maison"
    (root / "pack").mkdir(parents=True)
    (root / "__init__.py").write_text("")
    (root / "pack" / "__init__.py").write_text("")
    (root / "a.py").write_text("import numpy\nfrom maison.b import x\ndef f():\n    from maison.pack import c\n")
    (root / "b.py").write_text("import maison.a\nx = 1\n")
    (root / "pack" / "c.py").write_text('y = "table.csv"\n')
    (root / "pack" / "table.csv").write_text("1;2\n")
    (root / "pack" / "beside.csv").write_text("1;2\n")
    (root / "d.py").write_text("z = 1\n")
    monkeypatch.setattr(code, "ROOT", root)
    monkeypatch.setattr(code, "PACKAGE", "maison")
    _forget()
    return root


def _forget() -> None:
    code.fingerprint.cache_clear()
    for cached in (code._imports, code._tables, code._content):
        cached.cache_clear()
    code.whole.cache_clear()


@pytest.fixture(autouse=True)
def forget_after() -> object:
    yield
    _forget()


def test_closure_follows_every_import_of_the_project_even_in_circles(project: Path) -> None:
    found = {path.relative_to(project).as_posix() for path in code.closure("maison.a")}
    assert found == {"a.py", "b.py", "pack/__init__.py", "pack/c.py"}


@pytest.mark.parametrize(
    ("changed", "differs"),
    [("b.py", True), ("pack/c.py", True), ("pack/table.csv", True), ("pack/beside.csv", False), ("d.py", False)],
)
def test_fingerprint_changes_with_what_is_used_only(project: Path, changed: str, differs: bool) -> None:
    before, whole = code.fingerprint("maison.a"), code.whole()
    (project / changed).write_text("changed = 2\n")
    _forget()
    assert (code.fingerprint("maison.a") != before) is differs
    assert code.whole() != whole


def test_fingerprint_changes_with_a_library(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = code.fingerprint("maison.a")
    monkeypatch.setattr(code, "_libraries", lambda: "numpy=0")
    _forget()
    assert code.fingerprint("maison.a") != before


def test_every_service_is_in_its_own_closure() -> None:
    found = {path.name for path in code.closure("coeurdeville.services.climate.tree_heritage")}
    assert {"tree_heritage.py", "trees.py", "service.py", "french.py"} <= found
    assert "tree_heritage_words.py" not in found
