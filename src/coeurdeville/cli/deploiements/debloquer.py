"""`coeurdeville deploiement debloquer`: which data, brought by whom, would let most services run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.deploiements.opening import FOLDERS, PERIMETER, open_towns

if TYPE_CHECKING:
    from coeurdeville.deployability.unlocking.best_sets import Unlocking
    from coeurdeville.deployability.unlocking.locks import Locked

GOALS = ("cellules", "habitants", "villes")


@click.command()
@PERIMETER
@FOLDERS
@click.option(
    "--par",
    "goal",
    type=click.Choice(GOALS),
    default=GOALS[0],
    show_default=True,
    help="Ce qui doit être le plus grand : services dans les communes, habitants, villes.",
)
@click.option("--nombre", type=click.IntRange(1, 8), default=4, show_default=True, help="Au plus tant de données.")
@click.option("--lus-seulement", "readable", is_flag=True, help="Écarter les données qu’aucun code ne lit encore.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path, dir_okay=False), help="Une ligne par ensemble.")
def command(
    perimetre: str, villes: Path | None, goal: str, nombre: int, csv_file: Path | None, *, readable: bool
) -> None:
    """Les plus petits ensembles de données qui débloquent le plus de services.

    Une donnée est comptée comme apportée dans toutes les communes du périmètre où elle manque. Un service calculé
    tournerait alors ; un service décrit aurait ses données, rien ne le calcule. De deux ensembles qui font aussi bien,
    celui dont le logiciel lit le plus de données est préféré, et le nombre des autres est dit.
    """
    from coeurdeville.deployability.matrix import matrix
    from coeurdeville.deployability.people import inhabitants
    from coeurdeville.deployability.unlocking.best_sets import unlockings
    from coeurdeville.deployability.unlocking.goals import Goal
    from coeurdeville.deployability.unlocking.locks import locked

    ground = open_towns(perimetre, villes)
    made = matrix(ground.codes, ground.inventories, ground.proofs)
    found = locked(made, inhabitants(), readable_only=readable)
    sets = unlockings(found, Goal(goal), nombre)
    for line in _lines(ground.title, found, sets, Goal(goal).label):
        click.echo(line)
    if csv_file is not None:
        _write(sets, csv_file)


def _lines(title: str, found: Sequence[Locked], sets: Sequence[Unlocking], goal: str) -> Iterator[str]:
    from coeurdeville.cli.deploiements.unlocking import details
    from coeurdeville.core.french import capital, how_many, number, plural, spaced

    towns, people = sum(one.towns for one in found), plural(sum(one.people for one in found), "habitant")
    yield click.style(spaced(f"{title} : {plural(towns, 'commune')}, {people}"), bold=True)
    yield from _locked(found)
    shut = sum(one.towns * sum(not lock.alternatives for lock in one.locks) for one in found)
    if shut:
        yield spaced(f"Écartés : {number(shut)}, à qui il faut aussi une donnée qu’aucun code ne lit encore")
    yield spaced(f"Ce que l’on compte : {goal}")
    for one in sets:
        yield ""
        yield click.style(capital(how_many(len(one.layers), "donnée", feminine=True)), bold=True)
        for label, text in details(one):
            yield f"    {label:10} {text}"
    if not sets:
        yield "Aucune donnée n’y débloquerait de service."


def _locked(found: Sequence[Locked]) -> Iterator[str]:
    """What does not run, one for each service and commune: computed services, then those that are only described."""
    from coeurdeville.core.french import number, spaced
    from coeurdeville.deployability.verdict import CellState
    from coeurdeville.services.contract.described import Described

    for described, said in ((False, "Services calculés qui n’y tournent pas à coup sûr"),
                            (True, "Services décrits qui n’y ont pas leurs données à coup sûr")):  # fmt: skip
        locks = [(one.towns, lock) for one in found for lock in one.locks
                 if isinstance(lock.service, Described) is described]  # fmt: skip
        doubted = sum(towns for towns, lock in locks if lock.state is CellState.TO_CHECK)
        yield spaced(f"{said} : {number(sum(towns for towns, _ in locks))} (un par service et par commune), "
                     f"dont {number(doubted)} à vérifier")  # fmt: skip


def _write(sets: Sequence[Unlocking], path: Path) -> None:
    from io import TextIOWrapper

    from coeurdeville.core.writing import written_aside
    from coeurdeville.deployability.unlocking.csv_table import write_csv

    with written_aside(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="")
        write_csv(sets, text)
        text.detach()
    click.echo(f"Écrit : {path}")
