"""Options that the commands share, and words of closed lists with the nearest when they are not in them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import click

C = TypeVar("C", bound=StrEnum)

VILLE = click.option(
    "--ville", type=click.Path(path_type=Path), metavar="DOSSIER", help="Avec les problèmes notés par cette ville."
)


def chosen(text: str, codes: Iterable[C], what: str) -> C:
    """The code that is written; `Refused` names the nearest and all of them."""
    from coeurdeville.core.registry import pick

    return pick(text, {str(one): one for one in codes}, what)


def require_ville(dossier: Path | None) -> None:
    """Refuse a folder that holds no town."""
    from coeurdeville.core.problems import Refused
    from coeurdeville.inventory.ville import FICHIER, FOLDER_MISSING

    if dossier is not None and not (dossier / FICHIER).is_file():
        raise Refused([FOLDER_MISSING(folder=dossier)])
