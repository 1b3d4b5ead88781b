"""The site of the demonstration: three fictional towns that do not know the same of themselves."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click

from coeurdeville.cli.serving import manage, prepare, serve, surroundings

OTHERS = (("00002", 1500, 2, ("trees",)), ("00003", 700, 3, ("flood_zones", "districts")))
"""Code, buildings, seed, and the layers that it has no file of."""
HOST = "127.0.0.1"


def open_demo(dossier: Path, folder: Path, port: int) -> None:
    """Prepare the site in `dossier/site`, with the town of `folder` and the others, then serve it until interrupted.

    Towns that are there already keep what was done with them.
    """
    around = surroundings(HOST, port, dossier / "site")
    prepare(around)
    manage(["ouvrir_demo", str(folder), *map(str, _neighbours(dossier))], around)
    click.echo(f"Le site : {around['COEURDEVILLE_ADRESSE']} (Ctrl+C pour l’arrêter)")
    serve(HOST, port, 2, around)


def _neighbours(dossier: Path) -> list[Path]:
    """The folders of the other towns, drawn anew."""
    from coeurdeville.core.french import slug
    from coeurdeville.demo.dossier import write_dossier
    from coeurdeville.demo.town import make_town

    folders = []
    for code, buildings, seed, without in OTHERS:
        town = make_town(buildings=buildings, seed=seed, code=code)
        folder = dossier / f"{slug(town.name)}-{buildings}-{seed}"
        shutil.rmtree(folder, ignore_errors=True)
        write_dossier(town, folder, date.today(), without)
        folders.append(folder)
    return folders
