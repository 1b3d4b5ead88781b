"""The site of the demonstration: twelve fictional towns, three with their diagnostic, and season 2 told with them."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from coeurdeville.cli.serving import manage, prepare, serve, surroundings

OTHERS = (("00002", 1500, 2), ("00003", 700, 3))
"""Code, buildings, seed."""
CANDIDATES = range(4, 13)
"""Codes of the towns that only answer the call: their folder is small, and no diagnostic is made of it."""
HOST = "127.0.0.1"


def open_demo(dossier: Path, folder: Path, port: int) -> None:
    """Prepare the site in `dossier/site`, with the town of `folder` and the others, then serve it until interrupted.

    Towns that are there already keep what was done with them.
    """
    around = surroundings(HOST, port, dossier / "site")
    prepare(around)
    towns = [str(folder), *map(str, _neighbours(dossier))]
    manage(["ouvrir_demo", *towns, "--candidates", *map(str, _candidates(dossier))], around)
    click.echo(f"Le site : {around['COEURDEVILLE_ADRESSE']} (Ctrl+C pour l’arrêter)")
    serve(HOST, port, 2, around)


def _neighbours(dossier: Path) -> list[Path]:
    """The folders of the other towns that publish a diagnostic, drawn anew."""
    return [_folder(dossier, *one) for one in OTHERS]


def _candidates(dossier: Path) -> list[Path]:
    """The folders of the towns that only answer the call."""
    return [_folder(dossier, f"{code:05d}", 150, code) for code in CANDIDATES]


def _folder(dossier: Path, code: str, buildings: int, seed: int) -> Path:
    from coeurdeville.core.french import slug
    from coeurdeville.demo.season import write_told
    from coeurdeville.demo.town import make_town

    town = make_town(buildings=buildings, seed=seed, code=code)
    folder = dossier / f"{slug(town.name)}-{buildings}-{seed}"
    shutil.rmtree(folder, ignore_errors=True)
    write_told(town, folder)
    return folder
