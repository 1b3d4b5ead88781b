"""`coeurdeville inventaire ouverture`: what the communes of a perimeter publish, with the denominators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.core.problems import Kind, Level

if TYPE_CHECKING:
    from coeurdeville.core.problems import Problem
    from coeurdeville.inventory.observatoire.parts import Part
    from coeurdeville.inventory.observatoire.presence import Etat
    from coeurdeville.territories.perimeter import Perimeter
    from coeurdeville.territories.referentiel import Referentiel

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
LISTED = 30
"""Communes above which only the table lists them."""
UNSEEN = Kind(
    "commune-hors-releve",
    "Le relevé embarqué ne porte que sur le programme Action Cœur de Ville ; il ne dit rien de {unseen} d’ici.",
    "Donner le fichier des organismes de l’observatoire : --observatoire <fichier.csv>.",
    Level.WARNING,
)


@dataclass(frozen=True)
class Seen:
    """What is known of a perimeter, and what is to be cited."""

    etats: Mapping[str, Etat]
    date: str
    source: str
    problems: tuple[Problem, ...]
    national: tuple[Part, ...] = ()


@click.command()
@click.option("--observatoire", "export", type=FILE, help="Fichier des organismes ; sinon, le relevé embarqué de 2021.")
@click.option("--edition", default="", help="De quand date ce fichier : 2022, 16/12/2021.")
@click.option(
    "--perimetre",
    default="programme",
    show_default=True,
    help="programme, france, un département, une région, le SIREN d’une intercommunalité, des communes.",
)
@click.option("--agents", "staff", type=FILE, help="Effectifs connus : colonnes code_insee et agents (ETP).")
@click.option("--csv", "table", type=click.Path(path_type=Path, dir_okay=False), help="Une ligne par commune.")
def command(export: Path | None, edition: str, perimetre: str, staff: Path | None, table: Path | None) -> None:
    """Ce que les communes d’un périmètre publient, avec les dénominateurs et les dates."""
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import plural, spaced
    from coeurdeville.inventory.observatoire.effectifs import read_staff
    from coeurdeville.inventory.observatoire.parts import shares
    from coeurdeville.inventory.observatoire.phrases import of_national, of_shares, of_state
    from coeurdeville.territories.perimeter import perimeter
    from coeurdeville.territories.referentiel import read_referentiel
    from coeurdeville.territories.towns import towns_of

    known = read_referentiel()
    ground = perimeter(perimetre, known)
    agents = read_staff(staff) if staff else {}
    seen = _carried(ground) if export is None else _read(export, edition, ground, known)
    tell((*ground.notes, *seen.problems))
    unseen = tuple(towns_of([code for code in ground.codes if code not in seen.etats], known).values())
    among = f", dont {len(seen.etats)} dans le relevé" if unseen else ""
    click.secho(spaced(f"{ground.title} : {plural(len(ground.codes), 'commune')}{among}"), bold=True)
    for line in _cited(seen, known):
        click.echo(spaced(line))
    for line in (*of_shares(shares(seen.etats.values(), seen.date, agents, unseen)), *of_national(seen.national)):
        click.echo(spaced(line))
    for etat in seen.etats.values() if len(seen.etats) <= LISTED else ():
        click.echo(spaced(f"  {etat.commune.code} {etat.commune.nom} : {of_state(etat)}"))
    if table is not None:
        _write(seen, agents, table)


def _carried(ground: Perimeter) -> Seen:
    from coeurdeville.core.french import plural
    from coeurdeville.inventory.observatoire.faits import read_facts

    facts = read_facts()
    etats = {code: facts.etats[code] for code in ground.codes if code in facts.etats}
    unseen = len(ground.codes) - len(etats)
    said = (UNSEEN(unseen=plural(unseen, "commune")),) if unseen else ()
    return Seen(etats, str(facts.edition), facts.source, said)


def _read(export: Path, edition: str, ground: Perimeter, known: Referentiel) -> Seen:
    from coeurdeville.core.vintage import Vintage
    from coeurdeville.inventory.observatoire.lecture import read_observatoire
    from coeurdeville.inventory.observatoire.parts import national_shares
    from coeurdeville.inventory.observatoire.rattachement import place
    from coeurdeville.territories.perimeter import FRANCE
    from coeurdeville.territories.towns import towns_of

    read = read_observatoire(export, Vintage.parse(edition))
    placed = place(read, towns_of(ground.codes, known), known)
    whole = ground.title.lower().startswith(FRANCE)
    problems = (*read.problems, *placed.problems)
    return Seen(placed.etats, read.date, export.name, problems, national_shares(read) if whole else ())


def _cited(seen: Seen, known: Referentiel) -> Iterator[str]:
    """What every share of the page cites."""
    yield f"Publications vues : {seen.source}, {seen.date}"
    yield f"Communes : {known.edition.citation} ; populations municipales de {known.edition.population_year}"
    yield "Présumée soumise : plus de 3 500 habitants, effectif inconnu (il faut aussi 50 agents)"


def _write(seen: Seen, agents: Mapping[str, float], path: Path) -> None:
    from io import TextIOWrapper

    from coeurdeville.core.french import plural
    from coeurdeville.core.writing import written_aside
    from coeurdeville.inventory.observatoire.tableau import write_states

    with written_aside(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="")
        count = write_states(seen.etats.values(), agents, seen.date, seen.source, text)
        text.detach()
    click.echo(f"Écrit : {path} ({plural(count, 'ligne')})")
