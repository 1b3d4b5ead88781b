"""`coeurdeville deploiement ville`: what one town can run, with what, without what, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.deploiements.opening import FOLDERS, Subject, open_subject

if TYPE_CHECKING:
    from datetime import date

    from coeurdeville.deployability.matrix import Cell

COLOURS = {"verifie": "green", "possible": "green", "degrade": "yellow", "a_verifier": "cyan", "bloque": "red"}


@click.command()
@click.argument("ville")
@FOLDERS
@click.option("--service", "wanted", multiple=True, help="Seulement ce service ; peut se répéter.")
@click.option("--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), help="Écrire aussi en JSON.")
def command(ville: str, villes: Path | None, wanted: tuple[str, ...], json_file: Path | None) -> None:
    """Ce qu’une ville peut faire tourner, avec quoi, sans quoi, et que faire ensuite.

    VILLE est un dossier de ville, ou le nom ou le code d’une commune.
    """
    from datetime import date

    from coeurdeville.deployability.matrix import matrix
    from coeurdeville.services.catalogue import any_service

    chosen = [any_service(one) for one in wanted] or None
    subject = open_subject(ville, villes)
    inventories = {subject.commune: subject.inventory}
    cells = matrix([subject.commune], inventories, subject.proofs, chosen).row(subject.commune)
    today = date.today()
    for line in _lines(subject, cells, today):
        click.echo(line)
    if json_file is not None:
        _write(subject, cells, json_file, today)


def _lines(subject: Subject, cells: tuple[Cell, ...], today: date) -> Iterator[str]:
    from coeurdeville.core.french import plural, spaced
    from coeurdeville.deployability.verdict import CellState

    folder = subject.inventory.dossier
    rests = (
        f"d’après l’inventaire de {folder} et les sources nationales"
        if folder
        else ("d’après les sources nationales seules : cette commune n’a pas de dossier de ville ici")
    )
    yield click.style(subject.name, bold=True)
    yield spaced(f"{plural(len(cells), 'service')}, {rests}")
    counted = ((state, sum(cell.state is state for cell in cells)) for state in CellState)
    yield spaced(" ; ".join(f"{state.label} : {count}" for state, count in counted if count))
    theme = None
    for cell in cells:
        if cell.service.theme is not theme:
            theme = cell.service.theme
            yield ""
            yield click.style(theme.label, bold=True)
        yield from _cell(cell, subject, today)


def _cell(cell: Cell, subject: Subject, today: date) -> Iterator[str]:
    from coeurdeville.cli.deploiements.cell import details
    from coeurdeville.services.contract.described import Described

    sort = " (décrit)" if isinstance(cell.service, Described) else ""
    state = click.style(f"{cell.state.label:11}", fg=COLOURS[cell.state], bold=True)
    yield f"  {state} {cell.service.title}{sort} [{cell.service.slug}]"
    for label, text in details(cell, subject.inventory, subject.place, today):
        yield f"    {label:10} {text}"


def _write(subject: Subject, cells: tuple[Cell, ...], path: Path, today: date) -> None:
    import json

    from coeurdeville.core.writing import written_aside
    from coeurdeville.deployability.records import record_of

    records = [record_of(cell, subject.inventory, subject.place, today) for cell in cells]
    told = {"commune": subject.commune, "nom": subject.name, "date": today.isoformat(), "services": records}
    with written_aside(path) as file:
        file.write(f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode())
    click.echo(f"Écrit : {path}")
