"""`coeurdeville ville`: the town folder."""

from __future__ import annotations

from pathlib import Path

import click

from coeurdeville.cli.source import ONLINE


@click.group()
def command() -> None:
    """Le dossier d’une ville : le créer, y ajouter des données, le vérifier."""


@command.command("creer")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--commune", required=True, help="Nom, code postal ou code Insee.")
@ONLINE
def create(dossier: Path, commune: str, *, online: bool) -> None:
    """Créer le dossier d’une ville, avec un inventaire vide ; en ligne, avec le contour de la commune."""
    from datetime import date

    from coeurdeville.cli.telling import tell
    from coeurdeville.inventory.ville import create_ville
    from coeurdeville.territories.communes import find

    found = find(commune)
    tell(found.notes)
    ville = create_ville(dossier, found.commune, date.today())
    click.echo(f"Dossier créé pour {found.commune} : {ville.dossier}/ville.toml")
    if online:
        _fetch_outline(dossier)


def _fetch_outline(dossier: Path) -> None:
    """The outline is wanted, not needed: what keeps it from coming is said, and the folder stays."""
    from dataclasses import replace

    from coeurdeville.cli.sourcing import fetch_into, open_net
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.problems import Level, Refused
    from coeurdeville.sources.geoapi_contour import geoapi_contour

    try:
        with open_net(dossier, online=True) as net:
            fetched = fetch_into(dossier, geoapi_contour, net)
    except Refused as refused:
        tell(replace(problem, level=Level.WARNING) for problem in refused.problems)
        return
    tell(fetched.problems)
    click.echo(f"Contour de la commune gardé : {dossier / fetched.donnee.fichier}")


@command.command("ajouter")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("fichier", type=click.Path(path_type=Path))
@click.option("--couche", help="Couche que contient le fichier : coeurdeville couche liste.")
@click.option("--titre", help="Titre de la donnée.")
@click.option("--producteur", default="", help="Qui l’a produite.")
@click.option("--licence", "licence_text", default="", help="lov2, odbl, cc-by…")
@click.option("--millesime", default="", help="Année, années ou date : 2024, 2017-2018, 23/11/2026.")
@click.option("--feuille", default="", help="Feuille du classeur, couche, ou fichier du .zip.")
@click.option(
    "--constante",
    "constantes",
    multiple=True,
    metavar="COLONNE=VALEUR",
    help="Valeur de tout le fichier pour une colonne de la couche, comme scenario=moyen.",
)
def add(
    dossier: Path, fichier: Path, couche: str | None, titre: str | None, producteur: str, licence_text: str,
    millesime: str, feuille: str, constantes: tuple[str, ...],
) -> None:  # fmt: skip
    """Ajouter un fichier au dossier : ses colonnes sont reconnues, les sûres sont gardées, les autres à confirmer."""
    from coeurdeville.cli.parameters import read_pairs
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.licences import licence
    from coeurdeville.core.vintage import Vintage
    from coeurdeville.inventory.ajout import add_file

    added = add_file(
        dossier, fichier, couche, titre=titre or "", producteur=producteur, licence=licence(licence_text),
        millesime=Vintage.parse(millesime), feuille=feuille, constantes=read_pairs(constantes),
    )  # fmt: skip
    tell(added.problems)
    for donnee in added.donnees:
        click.secho(f"Donnée « {donnee.id} » ajoutée (couche {donnee.couche}).", bold=True)
        for column, name in donnee.correspondance.colonnes.items():
            click.echo(f"  {column:28} ← {name}")
        for column, doubt in donnee.correspondance.a_confirmer.items():
            click.echo(f"  {column:28} ? {doubt['colonne']} : {doubt['pourquoi']} (à confirmer dans ville.toml)")
        for state in donnee.correspondance.etats:
            told = ", ".join(state.disparus) or "toute date remplie"
            click.echo(f"  objets disparus              ← {state.colonne} : {told}")


@command.command("verifier")
@click.argument("dossier", type=click.Path(path_type=Path))
def check(dossier: Path) -> None:
    """Dire tout ce qui ne va pas dans l’inventaire et dans ses fichiers."""
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.problems import Level
    from coeurdeville.inventory.verification import check_ville

    problems = check_ville(dossier)
    tell(problems)
    errors = sum(problem.level is Level.ERROR for problem in problems)
    if errors:
        raise click.exceptions.Exit(1)
    click.echo("L’inventaire et ses fichiers sont utilisables.")
