"""A town folder made into the files of an edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Problem
from coeurdeville.reports.editions.composing import Counts, compose, counts
from coeurdeville.reports.editions.opening import open_dossier
from coeurdeville.reports.editions.progress import DONE, DRAWING, READING, WRITING, Progress, silent

if TYPE_CHECKING:
    from coeurdeville.reports.subject import Subject
    from coeurdeville.runs.store import Store


@dataclass(frozen=True)
class Established:
    """The files of an edition before it is kept, and what is to be said of the data they rest on."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    counts: Counts


def establish(dossier: Path, store: Store, today: date, progress: Progress = silent) -> Established:
    """Run every service on a town folder and write all that an edition holds; what is in the store is not redone.

    The same folder on the same day makes the same bytes. `progress` is told each step when it starts; what it raises
    stops the work, of which the store keeps the services that were done.

    Raises
    ------
    Refused
        When the inventory has errors.
    """
    progress("Lecture du dossier de la ville", READING)
    town = open_dossier(dossier)
    subject = compose(town, store, today, progress)
    files = edition_files(subject, progress)
    progress("Diagnostic établi", DONE)
    return Established(files, town.said(), counts(subject))


def edition_files(subject: Subject, progress: Progress = silent) -> dict[str, bytes]:
    """Name -> content: the files of the diagnostic, its report as data, its interactive maps."""
    from coeurdeville.reports.at_once import at_once
    from coeurdeville.reports.diagnostic import report_of
    from coeurdeville.reports.editions.maps import map_files
    from coeurdeville.reports.editions.report_file import write_report
    from coeurdeville.reports.files import makers_of

    progress("Dessin des cartes et des graphiques", DRAWING)
    chapters = subject.chapters()
    report = report_of(subject, chapters)
    progress("Écriture des fichiers", WRITING)
    works: list[Callable[[], dict[str, bytes]]] = [
        *(partial(_named, name, make) for name, make in makers_of(subject, chapters, report).items()),
        partial(_named, "rapport.json", partial(write_report, report)),
    ]
    maps = map_files(subject, chapters, report)
    return {name: content for files in (*at_once(works), maps) for name, content in sorted(files.items())}


def _named(name: str, make: Callable[[], bytes]) -> dict[str, bytes]:
    return {name: make()}
