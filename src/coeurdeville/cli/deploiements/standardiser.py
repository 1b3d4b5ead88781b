"""`coeurdeville deploiement standardiser`: which data should enter the common base next, with the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.deploiements.opening import FOLDERS, PERIMETER, open_towns

if TYPE_CHECKING:
    from coeurdeville.deployability.standardisation import Candidate, Ranks
    from coeurdeville.layers.catalogue import DataKind


@click.command()
@PERIMETER
@FOLDERS
@click.option("--csv", "csv_file", type=click.Path(path_type=Path, dir_okay=False), help="Une ligne par donnée.")
def command(perimetre: str, villes: Path | None, csv_file: Path | None) -> None:
    """Les données locales qui gagneraient le plus à avoir un schéma commun.

    Note : services qui la demandent (une amélioration compte pour la moitié d’un besoin), fois communes à qui personne
    ne la donne à coup sûr, fois absence de schéma (1 sans schéma ou avec une simple ébauche, 0,5 avec un schéma
    national, 0 dans le socle commun). Une donnée que le logiciel ne sait pas encore lire ne manque pas : ces communes
    sont dites à part.
    """
    from coeurdeville.core.french import plural
    from coeurdeville.deployability.matrix import matrix
    from coeurdeville.deployability.people import inhabitants
    from coeurdeville.deployability.standardisation import candidates, ranks, set_aside

    ground = open_towns(perimetre, villes)
    made = matrix(ground.codes, ground.inventories, ground.proofs)
    found = candidates(made, inhabitants())
    placed = ranks(found)
    for line in _lines(f"{ground.title} : {plural(len(ground.codes), 'commune')}", found, placed, set_aside(made)):
        click.echo(line)
    if csv_file is not None:
        _write(found, placed, csv_file)


def _lines(
    title: str, found: Sequence[Candidate], placed: Sequence[Ranks], aside: Sequence[DataKind]
) -> Iterator[str]:  # fmt: skip
    from coeurdeville.core.french import day, listing, plural, spaced
    from coeurdeville.deployability.standardisation_words import FORMULA, of_candidate, of_ranks
    from coeurdeville.schemas.socle_commun import common_base

    base = common_base()
    yield click.style(spaced(title), bold=True)
    yield spaced(FORMULA)
    yield spaced(f"Socle commun lu le {day(base.read)} : {base.source}")
    for one, place in zip(found, placed, strict=True):
        yield ""
        yield click.style(f"{place.score:3}. {one.layer.title} [{one.layer.slug}]", bold=True)
        yield from (f"     {text}" for text in of_candidate(one))
        yield f"     {of_ranks(place)}"
    if aside:
        named = listing([layer.title for layer in aside])
        yield ""
        yield spaced(f"Hors classement, {plural(len(aside), 'donnée')} d’un producteur national : {named}")


def _write(found: Sequence[Candidate], placed: Sequence[Ranks], path: Path) -> None:
    from io import TextIOWrapper

    from coeurdeville.core.writing import written_aside
    from coeurdeville.deployability.standardisation_table import write_csv

    with written_aside(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="")
        write_csv(zip(found, placed, strict=True), text)
        text.detach()
    click.echo(f"Écrit : {path}")
