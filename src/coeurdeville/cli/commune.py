"""`coeurdeville commune`: find a commune."""

from __future__ import annotations

import click


@click.command()
@click.argument("texte")
def command(texte: str) -> None:
    """Chercher une commune par son nom, son code postal, son code Insee ou un ancien code."""
    from coeurdeville.cli.telling import tell
    from coeurdeville.territories.communes import find, search

    found = search(texte)
    if not found.communes:
        find(texte)
    for commune in found.communes:
        people = f"{commune.population} habitants" if commune.population else "population inconnue"
        click.echo(
            f"{commune.code}  {commune.nom}, {commune.departement.nom} ({', '.join(commune.codes_postaux)}), {people}"
        )
    tell(found.notes)
