"""`coeurdeville schema proposer`: a schema drawn from several towns' files."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("fichiers", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--nom", "name", required=True, help="Nom du schéma, par exemple espaces-verts.")
@click.option("--sortie", "output", required=True, type=click.Path(path_type=Path), help="Dossier à créer.")
@click.option("--titre", "title", default="", help="Titre du schéma ; sinon, tiré du nom.")
@click.option("--auteur", "author", default="Auteur à préciser", help="Organisme qui propose le schéma.")
@click.option("--adresse", "address", default="", help="Adresse du dossier où le schéma sera publié.")
def command(fichiers: tuple[Path, ...], name: str, output: Path, title: str, author: str, address: str) -> None:
    """Un schéma proposé d’après les fichiers de plusieurs villes, prêt à être discuté puis soumis."""
    from datetime import date

    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import plural, quoted, spaced
    from coeurdeville.schemas.legible import legible
    from coeurdeville.schemas.proposing.descriptor import ADDRESS, Signature
    from coeurdeville.schemas.proposing.kit import write_kit
    from coeurdeville.schemas.proposing.proposal import propose

    proposal = propose(fichiers, name)
    kit = write_kit(proposal, Signature(author, date.today(), title, address or ADDRESS), output)
    tell((*proposal.problems, *kit.problems))
    click.secho(spaced(f"Schéma « {proposal.name} » proposé dans {kit.folder}."), bold=True)
    names = quoted([legible(one.shared.key) for one in proposal.fields], 50)
    click.echo(spaced(f"  {plural(len(proposal.fields), 'colonne')} : {names}"))
    for why, left in (
        ("Données personnelles probables", proposal.personal),
        ("Dans trop peu de fichiers", proposal.rare),
    ):
        if left:
            click.echo(spaced(f"  {why}, laissées de côté : {plural(len(left), 'colonne')}."))
    click.echo(spaced(f"  À lire d’abord : {kit.folder / 'verifications.md'}"))
