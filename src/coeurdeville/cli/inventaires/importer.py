"""`coeurdeville inventaire importer`: entries of a file of exchange put into the inventory."""

from __future__ import annotations

from pathlib import Path

import click

from coeurdeville.cli.inventaires.exporter import FORMATS

SHOWN = 20
"""Identifiers that are named."""
REPLACING = (
    "Compléter aussi les données que la ville a déjà : une valeur du fichier remplace celle de la ville, ce qui est "
    "dit ; une cellule vide n’efface rien ; statuts, coopérations et vérifications s’ajoutent ; une donnée qui a des "
    "erreurs dans ville.toml n’est pas touchée."
)


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("fichier", type=click.Path(path_type=Path))
@click.option("--format", "slug", default="", help=f"{', '.join(FORMATS)} ; sinon, reconnue d’après le contenu.")
@click.option("--remplacer", "replacing", is_flag=True, help=REPLACING)
def command(dossier: Path, fichier: Path, slug: str, *, replacing: bool) -> None:
    """Compléter l’inventaire à partir d’un fichier d’échange, ou d’un tableau rempli à la main.

    Chaque ligne de données est reprise : ce qui n’y est pas compris est gardé comme texte et signalé. Une ligne des
    autres feuilles dont l’identifiant n’est celui d’aucune donnée, ni du fichier ni de la ville, est signalée et
    n’est pas reprise.
    """
    from datetime import date

    from coeurdeville.catalogue.exchange.formats import exchange_named, exchange_of
    from coeurdeville.catalogue.exchange.merging import merge
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import plural, some_of
    from coeurdeville.inventory.ville import open_ville

    ville = open_ville(dossier)
    form = exchange_named(slug) if slug else exchange_of(fichier)
    imported = form.read(fichier, date.today())
    merged = merge(ville, imported, by_title=not form.identifies, replacing=replacing)
    tell(merged.problems)
    click.echo(f"Lu comme {form.title}\u00a0: {plural(len(imported.entries), 'donnée')}.")
    found = {"ajoutée": merged.added, "complétée": merged.updated, "inchangée": merged.same, "laissée": merged.left}
    for words, donnees in found.items():
        if donnees:
            named = some_of([one.id for one in donnees], SHOWN)
            click.echo(f"  {plural(len(donnees), f'donnée {words}')}\u00a0: {named}")
