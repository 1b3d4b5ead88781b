"""The folder in which a revision is prepared: which of its files are kept, whether it is still that town's."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Refused
from coeurdeville.inventory.revisions.refus import NAME_REFUSED, NO_TOWN, OTHER_TOWN
from coeurdeville.inventory.texte import read_texte
from coeurdeville.inventory.ville import FICHIER
from coeurdeville.inventory.ville_toml import read_ville

UNDER_WAY = ".en-cours"
"""End of the names of files half written, which no revision keeps."""


def files_of(town: Path) -> list[str]:
    """Paths of its files with slashes, sorted.

    Raises
    ------
    Refused
        `nom-de-fichier-refuse`, for what is no plain file.
    """
    found = [Path(root) / name for root, _, names in os.walk(town) for name in names]
    links = [str(one.relative_to(town)) for one in found if one.is_symlink() or not one.is_file()]
    if links:
        raise Refused([NAME_REFUSED(count_words=plural(len(links), "lien"), examples=links)])
    return sorted(one.relative_to(town).as_posix() for one in found if not one.name.endswith(UNDER_WAY))


def require_town(town: Path, code: str) -> None:
    """Nothing when the folder holds a readable inventory of this town.

    Raises
    ------
    Refused
        `dossier-sans-ville`, `toml-illisible`, `dossier-d-une-autre-commune`.
    """
    if not (town / FICHIER).is_file():
        raise Refused([NO_TOWN()])
    found = read_ville(read_texte(town / FICHIER))
    if found.commune != code:
        raise Refused([OTHER_TOWN(code=found.commune or "inconnue", expected=code)])


def clear(town: Path) -> None:
    """Empty the folder."""
    for one in town.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()
