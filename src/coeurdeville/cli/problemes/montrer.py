"""`coeurdeville probleme montrer`: one problem, to services, to data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.problemes.options import VILLE, require_ville

if TYPE_CHECKING:
    from coeurdeville.deployability.chain import Chain


@click.command()
@click.argument("probleme")
@VILLE
def command(probleme: str, ville: Path | None) -> None:
    """Un problème : qui le porte, ce qui se fait déjà, les services et les données qui aideraient."""
    from coeurdeville.cli.problemes.sheet import sections_of
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import spaced
    from coeurdeville.deployability.chain import chain_of
    from coeurdeville.inventory.problemes.recueil import recueil

    require_ville(ville)
    found = recueil(ville)
    chain = chain_of(found.probleme(probleme))
    click.secho(spaced(chain.probleme.titre), bold=True)
    click.echo(spaced(f"{chain.probleme.sujet.libelle}, « {chain.probleme.id} »"))
    for heading, lines in sections_of(chain):
        click.secho(f"\n{heading}", bold=True)
        for line in lines:
            click.echo(f"  {spaced(line)}")
    if ville is not None:
        click.secho("\nCes services dans cette ville", bold=True)
        for line in _here(ville, chain):
            click.echo(line)
    tell((*found.problems, *chain.problems))


def _here(ville: Path, chain: Chain) -> Iterator[str]:
    """What the town can do with each service that could answer."""
    from coeurdeville.cli.deploiements.opening import subject_of
    from coeurdeville.deployability.matrix import matrix

    subject = subject_of(ville)
    made = matrix([subject.commune], {subject.commune: subject.inventory}, subject.proofs, chain.services)
    for cell in made.row(subject.commune):
        yield f"  {cell.service.slug:32} {cell.state.label}"
    yield f"  Avec quoi, sans quoi, et que faire ensuite : coeurdeville deploiement ville {ville}"
