"""`coeurdeville schema valider`: whether a file conforms to a schema, and everything that does not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.source import ONLINE
from coeurdeville.core.problems import Kind, Refused

if TYPE_CHECKING:
    from coeurdeville.schemas.reporting.conformity import Conformity

OVERWRITES = Kind(
    "rapport-sur-un-fichier-lu",
    "Le rapport « {name} » effacerait un fichier qui sert à la vérification, ou un autre rapport.",
    "Lui donner un autre nom.",
)
OUTPUT = click.Path(path_type=Path)


@click.command()
@click.argument("fichier", type=click.Path(path_type=Path))
@click.option("--schema", "name", required=True, help="Nom d’un schéma (schema liste), ou chemin d’un schema.json.")
@click.option("--feuille", "part", help="Feuille du classeur, couche, ou fichier du .zip.")
@click.option("--strict", is_flag=True, help="Suivre la spécification à la lettre, ordre des colonnes compris.")
@click.option("--json", "as_json", type=OUTPUT, help="Écrire le verdict pour un programme.")
@click.option("--csv", "as_csv", type=OUTPUT, help="Écrire la liste de toutes les erreurs, pour un tableur.")
@click.option("--html", "as_html", type=OUTPUT, help="Écrire une page à envoyer à qui a fait le fichier.")
@click.option("--sans-vraisemblance", "blind", is_flag=True, help="Ne pas chercher ce qui est conforme mais douteux.")
@click.option("--commune", default="", help="Code Insee de la commune où sont les points.")
@ONLINE
def command(
    fichier: Path,
    name: str,
    part: str | None,
    as_json: Path | None,
    as_csv: Path | None,
    as_html: Path | None,
    commune: str,
    *,
    strict: bool,
    blind: bool,
    online: bool,
) -> None:
    """Dire tout ce qui n’est pas conforme à un schéma dans un fichier.

    Le fichier n’est jamais modifié. Le code de sortie est 0 quand il est conforme, 1 quand il ne l’est pas.
    """
    outputs = [one for one in (as_json, as_csv, as_html) if one is not None]
    _refuse_overwriting(outputs, [fichier, Path(name)])
    from coeurdeville.cli.schemas.judging import judged

    conformity = judged(fichier, name, part=part, strict=strict, online=online, plausibility=not blind, commune=commune)
    _write(conformity, as_json, as_csv, as_html)
    _tell(conformity, outputs)
    if not conformity.verdict.valid:
        raise click.exceptions.Exit(1)


def _refuse_overwriting(outputs: list[Path], inputs: list[Path]) -> None:
    """Refuse a report that would take the place of a file that is read, or of another report."""
    taken = {one.resolve() for one in inputs}
    wrong = []
    for path in outputs:
        if path.resolve() in taken:
            wrong.append(OVERWRITES(name=path))
        taken.add(path.resolve())
    if wrong:
        raise Refused(wrong)


def _write(conformity: Conformity, as_json: Path | None, as_csv: Path | None, as_html: Path | None) -> None:
    from coeurdeville.core.writing import written_aside
    from coeurdeville.reports.conformity.html import render
    from coeurdeville.schemas.reporting.csv_report import write_csv
    from coeurdeville.schemas.reporting.json_report import json_report

    if as_json is not None:
        with written_aside(as_json) as file:
            file.write(json_report(conformity))
    if as_csv is not None:
        with written_aside(as_csv) as file:
            write_csv(conformity.verdict, file)
    if as_html is not None:
        with written_aside(as_html) as file:
            file.write(render(conformity).encode(errors="replace"))


def _tell(conformity: Conformity, outputs: list[Path]) -> None:
    """The verdict, its first line in colour; then the reports that were written."""
    from coeurdeville.schemas.reporting.terminal import lines

    first, *others = lines(conformity)
    click.secho(first, bold=True, fg="green" if conformity.verdict.valid else "red")
    for line in others:
        click.echo(line)
    for path in outputs:
        click.echo(f"  {path}")
