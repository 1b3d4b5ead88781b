"""`coeurdeville schema rapprocher`: which column of a file is which field of a schema."""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.source import ONLINE

if TYPE_CHECKING:
    from coeurdeville.schemas.mapping.correspondance import Correspondance
    from coeurdeville.schemas.matching.propose import Line, Proposal


@click.command()
@click.argument("fichier", type=click.Path(path_type=Path))
@click.option("--schema", "name", required=True, help="Nom d’un schéma (schema liste), ou chemin d’un schema.json.")
@click.option("--sortie", type=click.Path(path_type=Path), help="Fichier de correspondance ; à défaut, à côté.")
@click.option("--oui", "unasked", is_flag=True, help="Ne rien demander : ce qui n’est pas sûr reste à confirmer.")
@click.option("--feuille", default="", help="Feuille du classeur, couche, ou fichier du .zip.")
@click.option("--commune", default="", help="Commune où sont les objets : nom, code postal ou code Insee.")
@ONLINE
def command(
    fichier: Path, name: str, sortie: Path | None, feuille: str, commune: str, *, unasked: bool, online: bool
) -> None:
    """Proposer quelle colonne du fichier est laquelle du schéma, dire pourquoi, et le garder pour l’an prochain.

    Une correspondance déjà écrite est reprise : ce qui y est confirmé reste, les colonnes nouvelles sont proposées.
    """
    from coeurdeville.cli.schemas.choosing import chosen
    from coeurdeville.cli.schemas.mapped import former_mapping, keep_mapping, territory_named
    from coeurdeville.cli.telling import tell
    from coeurdeville.readers.read import read
    from coeurdeville.schemas.matching.placing import reading_of, wants_places
    from coeurdeville.schemas.matching.propose import propose

    path = sortie or Path(f"{fichier.stem}.toml")
    schema, territory = chosen(name, online=online), territory_named(commune)
    former = former_mapping(path)
    lecture = replace(former.mapping.lecture, feuille=feuille or former.mapping.lecture.feuille)
    features = read(fichier, part=lecture.feuille or None)
    if wants_places(schema):
        lecture, notes = reading_of(features, lecture, territory)
        tell(notes)
    places = tuple(one for one in (lecture.x, lecture.y) if one)
    proposal = propose(features.frame, schema, replace(former.mapping, lecture=lecture), places)
    asked = not unasked and sys.stdin.isatty()
    mapping = _settled(proposal, asked=asked)
    keep_mapping(path, former, schema, fichier, mapping)
    click.echo(f"Correspondance gardée : {path}")


def _settled(proposal: Proposal, *, asked: bool) -> Correspondance:
    """The mapping, each doubtful line settled by who is at the terminal."""
    for line in proposal.lines:
        click.secho(_said(line), fg=None if line.sure else "yellow")
    for state in proposal.etats:
        told = ", ".join(state.disparus) or "toute date remplie"
        click.echo(f"  objets disparus          ← {state.colonne} : {told}")
    if proposal.left:
        click.echo(f"  sans champ : {', '.join(proposal.left)}")
    columns = (*(line.column for line in proposal.lines), *proposal.left)
    lines = [_answered(line, columns) if asked and not line.sure else line for line in proposal.lines]
    return replace(proposal, lines=tuple(line for line in lines if line is not None)).mapping()


def _said(line: Line) -> str:
    from coeurdeville.core.french import percent

    sign = "←" if line.sure else "?"
    unit = f" (en {line.unit})" if line.unit else ""
    return f"  {line.field:24} {sign} {line.column}{unit} : {percent(100 * line.score)}, {line.reason}"


def _answered(line: Line, columns: Collection[str]) -> Line | None:
    """The line confirmed, given another column, or dropped."""
    question = f"« {line.column} » est-elle « {line.field} » ? (o, n, ou le nom d’une autre colonne)"
    while True:
        said = click.prompt(question, default="n", show_default=False).strip()
        if said.lower() in ("n", "non"):
            return None
        column = line.column if said.lower() in ("o", "oui") else said
        if column in columns:
            return replace(line, column=column, score=1.0, doubt="", why="confirmé")
        click.echo(f"« {said} » n’est pas une colonne du fichier : {', '.join(columns)}.")
