"""The folder of an edition read back; what lacks or is cut is refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from coeurdeville.core.problems import Damaged, Kind, Problem
from coeurdeville.reports.editions import report_file
from coeurdeville.reports.editions.edition import Edition
from coeurdeville.reports.editions.feature_index import index_name
from coeurdeville.reports.editions.interactive_map import InteractiveMap, read_map

T = TypeVar("T")
SUMMARY, SUMMARY_FORMAT = "diagnostic.json", "coeurdeville-diagnostic"
UNREADABLE = Kind(
    "edition-illisible",
    "L’édition « {identifiant} » de la commune {commune} ne peut pas être lue : le fichier « {name} » {why}.",
    "La rétablir depuis une sauvegarde, ou établir de nouveau le diagnostic de la ville.",
)
ABSENT = "n’est pas là"
ALIEN = "est coupé, ou n’est pas celui d’une édition"


def read_edition(folder: Path, commune: str, identifiant: str) -> Edition:
    """The edition of a folder.

    Raises
    ------
    Damaged
        `edition-illisible`: files that lack, or one that is cut or is of something else.
    """

    def unreadable(name: str, why: str) -> Problem:
        return UNREADABLE(identifiant=identifiant, commune=commune, name=name, why=why)

    def read(name: str, reader: Callable[[bytes], T]) -> T:
        try:
            return reader((folder / name).read_bytes())
        except (OSError, ValueError, RecursionError) as fault:
            why = ABSENT if isinstance(fault, FileNotFoundError) else ALIEN
            raise Damaged([unreadable(name, why)]) from fault

    sizes = {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.is_file()}
    report = read(report_file.NAME, report_file.read_report)
    names = [f"carte-{page.key}.json" for page in report.services]
    maps = tuple(read(name, lambda content: read_map(json.loads(content))) for name in names if name in sizes)
    if lacking := sorted(_layers(maps) - sizes.keys()):
        raise Damaged([unreadable(name, ABSENT) for name in lacking])
    shown = {name: size for name, size in sizes.items() if not name.startswith(".")}
    return Edition(folder, commune, identifiant, report, read(SUMMARY, _summary), shown, maps)


def _summary(content: bytes) -> dict[str, Any]:
    document = json.loads(content)
    if not isinstance(document, dict) or document.get("format") != SUMMARY_FORMAT:
        raise ValueError("not a diagnostic")
    return document


def _layers(maps: Iterable[InteractiveMap]) -> set[str]:
    """Files of the layers of maps, with their indices."""
    return {name for one in maps for layer in one.layers for name in (layer.file, index_name(layer.file))}
