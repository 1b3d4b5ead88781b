"""How problems are said in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

import click

from coeurdeville.core.french import number
from coeurdeville.core.problems import Level, Problem

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "blue"}
WORDS = {Level.ERROR: "Erreur", Level.WARNING: "Attention", Level.NOTE: "À savoir"}


def tell(problems: Iterable[Problem]) -> None:
    """Each problem on standard error, the worst first: what, examples, what to do."""
    order = list(Level)
    for problem in sorted(problems, key=lambda one: order.index(one.level)):
        click.secho(
            f"{WORDS[problem.level]} [{problem.code}]", fg=COLOURS[problem.level], bold=True, err=True, nl=False
        )
        click.echo(f" {problem.message}", err=True)
        if problem.examples:
            click.echo(f"    Par exemple : {' ; '.join(problem.examples)}{_more(problem)}", err=True)
        click.echo(f"    → {problem.cure}", err=True)


def _more(problem: Problem) -> str:
    """That there are others, and how many in all when the message does not say it."""
    total = number(problem.count)
    if problem.count <= len(problem.examples):
        return ""
    return " …" if total in problem.message else f" … ({total} en tout)"
