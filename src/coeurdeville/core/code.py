"""What a result depends on besides its data: the project's own modules, their tables, the numeric libraries."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT.name
TABLES = (".csv", ".toml", ".json", ".typ", ".css")
"""Files beside a module that are part of what it does."""
IMPORT = re.compile(r"^\s*(?:import ([\w., ]+)|from ([\w.]+) import (\([^)]*\)|[^\n]*))", re.MULTILINE)
"""Read as text: ten times quicker than as a syntax tree, and every run reads a hundred files."""


@cache
def fingerprint(*modules: str) -> str:
    """Hash of these modules, of every module of the project that they import, and of the tables that these name."""
    digest = hashlib.sha256(_libraries().encode())
    files = closure(*modules)
    tables = {table for path in files for table in _tables(path)}
    for path in sorted(files | tables, key=str):
        digest.update(_content(path))
    return digest.hexdigest()[:16]


def closure(*modules: str) -> set[Path]:
    """Files of these modules and of all that they import within the project, at their top or inside functions."""
    seen: set[Path] = set()
    waiting = [_file(name) for name in modules]
    while waiting:
        path = waiting.pop()
        if path and path not in seen:
            seen.add(path)
            waiting.extend(_imports(path))
    return seen


@cache
def _imports(path: Path) -> frozenset[Path]:
    """Files of the project that a file imports."""
    return frozenset(found for name in _imported(path.read_text(encoding="utf-8")) if (found := _file(name)))


@cache
def _tables(path: Path) -> tuple[Path, ...]:
    """The tables beside a module that it names: others of the folder are not its business."""
    source = path.read_text(encoding="utf-8")
    return tuple(one for one in path.parent.iterdir() if one.suffix in TABLES and f'"{one.name}"' in source)


@cache
def _content(path: Path) -> bytes:
    """Name and hash of a file."""
    return path.relative_to(ROOT).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest()


def _imported(source: str) -> Iterator[str]:
    """Names after `import` and `from … import`, with what is taken from each; one too many does no harm."""
    for plain, module, taken in IMPORT.findall(source):
        yield from re.findall(r"[\w.]+", plain)
        if module:
            yield module
            yield from (f"{module}.{name}" for name in re.findall(r"\w+", taken))


def _file(module: str) -> Path | None:
    """The file of a module of the project; None for other modules and for names that are not modules."""
    first, *rest = module.split(".")
    if first != PACKAGE:
        return None
    path = ROOT.joinpath(*rest)
    return next((file for file in (path.with_suffix(".py"), path / "__init__.py") if file.is_file()), None)


@cache
def _libraries() -> str:
    """Versions that can change a figure."""
    from importlib.metadata import version

    import shapely

    names = ("numpy", "scipy", "shapely", "pandas", "pyproj")
    return " ".join(f"{name}={version(name)}" for name in names if find_spec(name)) + f" geos={shapely.geos_version}"


@cache
def whole() -> str:
    """Hash of every file of the package that can change a result or how it is drawn."""
    digest = hashlib.sha256(_libraries().encode())
    for path in sorted((one for one in ROOT.rglob("*") if one.suffix in (".py", *TABLES)), key=str):
        digest.update(_content(path))
    return digest.hexdigest()[:16]
