"""`coeurdeville inventaire exporter`: the inventory in a form of exchange."""

from __future__ import annotations

from pathlib import Path

import click

from coeurdeville.core.problems import Kind, Level, Refused

TAKEN = Kind(
    "export-deja-la",
    "« {name} » existe déjà : rien n’y est écrit, il est peut-être rempli.",
    "Donner un autre nom à --sortie, ou ajouter --ecraser.",
)
ASIDE = Kind(
    "export-donnee-ecartee",
    "{count_words} de la ville, dont l’entrée de ville.toml a des erreurs : le fichier n’en dit rien.",
    "Corriger ce que dit coeurdeville ville verifier, puis exporter de nouveau.",
    Level.WARNING,
)
FORMATS = ("scdl", "etalab", "collections", "dcat", "classeur")
"""Slugs of the forms; a test compares them with those that exist."""


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--format", "slug", required=True, help=f"Forme d’échange : {', '.join(FORMATS)}.")
@click.option("--sortie", "output", required=True, type=click.Path(path_type=Path), help="Fichier à écrire.")
@click.option("--nom", "name", default="", help="Nom officiel de qui publie ; sinon, celui de la commune.")
@click.option("--siret", default="", help="SIRET de qui publie, que le SCDL demande.")
@click.option("--contact", default="", help="Courriel d’un service, qu’Etalab demande ; jamais celui d’une personne.")
@click.option("--ecraser", "overwriting", is_flag=True, help="Remplacer le fichier s’il existe.")
def command(dossier: Path, slug: str, output: Path, name: str, siret: str, contact: str, *, overwriting: bool) -> None:
    """L’inventaire dans une forme d’échange ; ce qu’elle ne garde pas est dit."""
    from datetime import date

    from coeurdeville.catalogue.exchange.formats import exchange_named
    from coeurdeville.catalogue.exchange.publisher import publisher_of
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import plural
    from coeurdeville.core.writing import written_aside
    from coeurdeville.inventory.ville import open_ville

    form = exchange_named(slug)
    if output.exists() and not overwriting:
        raise Refused([TAKEN(name=output.name)])
    ville = open_ville(dossier)
    publisher = publisher_of(ville, date.today(), name=name, siret=siret, contact=contact)
    exported = form.write(ville, publisher)
    with written_aside(output) as file:
        file.write(exported.content)
    wrong = [one.id for one in ville.ecartees]
    aside = [ASIDE(count_words=plural(len(wrong), "donnée"), examples=wrong)] if wrong else []
    tell([*exported.problems, *aside])
    click.echo(f"Écrit\u00a0: {output} ({plural(exported.written, 'donnée')}).")
