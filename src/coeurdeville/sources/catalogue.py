"""Every source that is declared, by what users type: those that are read, and those that only have a sheet."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from coeurdeville.core.french import plain
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.core.registry import members, pick
from coeurdeville.sources.contract.sheet import Sheet, read_sheet
from coeurdeville.sources.contract.source import Source

DECLARED = Path(__file__).with_name("declared")
NOT_READ = Kind(
    "source-pas-encore-lue",
    "La source « {slug} » a une fiche, mais aucun code ne la lit encore.",
    "Voir où la trouver : coeurdeville source montrer {slug}.",
)


@cache
def sources() -> dict[str, Source[Any]]:
    """Slug -> source that code reads, by layer, then by title."""
    found = members("coeurdeville.sources", Source)
    return {one.slug: one for one in sorted(found, key=lambda one: (one.layer.slug, one.title))}


@cache
def sheets() -> dict[str, Sheet]:
    """Slug -> sheet of every source, read or not, by layer, those that are read first, then by title."""
    found = [one.sheet for one in sources().values()]
    found += [read_sheet(path) for path in DECLARED.glob("*.toml")]
    return {one.slug: one for one in sorted(found, key=lambda one: (one.layer.slug, not one.read, one.title))}


def source(slug: str) -> Source[Any]:
    """The source that code reads and that users call `slug`.

    Raises
    ------
    Refused
        `source-pas-encore-lue` when it only has a sheet; else `nom-inconnu`, with the nearest.
    """
    declared = sheets().get(plain(slug))
    if declared is not None and not declared.read:
        raise Refused([NOT_READ(slug=declared.slug)])
    return pick(slug, sources(), "La source")


def sheet(slug: str) -> Sheet:
    """The sheet of the source that users call `slug`, read or not; `Refused` names the nearest."""
    return pick(slug, sheets(), "La source")
