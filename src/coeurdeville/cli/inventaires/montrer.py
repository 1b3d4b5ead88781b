"""`coeurdeville inventaire montrer`: the entries of an inventory, or all that is known of one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coeurdeville.inventory.donnee import Donnee
    from coeurdeville.inventory.ville import Ville

HEADS = ("donnée", "couche", "statut", "qui la tient")
INDENT = "    "


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("entree", required=False)
def command(dossier: Path, entree: str | None) -> None:
    """L’inventaire d’une ville : qui tient chaque donnée, sous quel statut, quelle licence, depuis quand.

    Avec ENTREE, tout ce que l’on sait de cette donnée, et l’histoire de ses statuts.
    """
    from coeurdeville.cli.inventaires.sheet import sheet
    from coeurdeville.core.french import spaced
    from coeurdeville.inventory.edition import entry_named
    from coeurdeville.inventory.ville import open_ville
    from coeurdeville.schemas.legible import LONG, legible

    ville = open_ville(dossier)
    for line in sheet(ville, entry_named(ville, entree)) if entree else _table(ville):
        click.secho(spaced(legible(line, 4 * LONG)), bold=not line.startswith(INDENT))


def _table(ville: Ville) -> Iterator[str]:
    """Two lines an entry: what one looks for, then what it is worth."""
    from coeurdeville.cli.inventaires.wording import holder, status
    from coeurdeville.core.french import plural

    entries = (*ville.donnees, *ville.ecartees)
    yield f"{ville.nom} ({ville.commune}) : {plural(len(entries), 'donnée')}"
    rows = [(one.id or "sans identifiant", one.couche, status(one), holder(one)) for one in entries]
    widths = [max(map(len, column)) for column in zip(HEADS, *rows, strict=True)]
    if rows:
        yield _aligned(HEADS, widths)
    for donnee, row in zip(entries, rows, strict=True):
        yield _aligned(row, widths)
        yield INDENT + " ; ".join(_worth(donnee, aside=donnee in ville.ecartees))


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{cell:{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _worth(donnee: Donnee, *, aside: bool) -> Iterator[str]:
    from coeurdeville.cli.inventaires.wording import last_conformity, rhythm, vintage

    if aside:
        yield "écartée : coeurdeville ville verifier dit pourquoi"
    yield donnee.titre or "sans titre"
    yield donnee.licence.title
    yield vintage(donnee)
    yield rhythm(donnee)
    yield last_conformity(donnee) if donnee.fichier or donnee.conformites else "pas de fichier"
