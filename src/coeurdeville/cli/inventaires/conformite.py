"""`coeurdeville inventaire conformite`: whether the file of an entry meets a schema, written in the inventory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.source import ONLINE

if TYPE_CHECKING:
    from coeurdeville.schemas.model import TableSchema


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("entree")
@click.option("--schema", "name", required=True, help="Nom d’un schéma (schema liste), ou chemin d’un schema.json.")
@ONLINE
def command(dossier: Path, entree: str, name: str, *, online: bool) -> None:
    """Vérifier par la machine le fichier d’une donnée, et l’écrire dans l’inventaire avec la date."""
    from datetime import date

    from coeurdeville.cli.inventaires.wording import conformity
    from coeurdeville.cli.schemas.choosing import chosen
    from coeurdeville.core.french import spaced
    from coeurdeville.inventory.conformites import add_conformite, check_conformity
    from coeurdeville.inventory.edition import entry_named
    from coeurdeville.inventory.ville import open_ville

    ville = open_ville(dossier)
    donnee = entry_named(ville, entree)
    schema = chosen(name, online=online)
    found = check_conformity(ville, donnee, schema, date.today(), name=_written(name, schema))
    add_conformite(ville, donnee.id, found)
    click.echo(spaced(f"Vérification notée : {donnee.id}, {conformity(found)}."))
    if found.conformes < found.lignes or not found.lignes:
        file = ville.path(donnee)
        click.echo(spaced(f"Ce qui n’est pas conforme : coeurdeville schema valider {file} --schema {name}"))


def _written(name: str, schema: TableSchema) -> str:
    """The schema as the inventory names it: a national one with its version, a file by the name that it gives."""
    if "/" in name and not Path(name).is_file():
        return f"{name.partition('@')[0]}@{schema.version}"
    return schema.name or Path(name).stem
