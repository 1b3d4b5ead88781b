"""The files of a project: deliverables, evidence, reports of missions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coeurdeville.programme.lieux import pieces_du_projet

if TYPE_CHECKING:
    from coeurdeville.programme.models import Experimentation


def fichiers(projet: Experimentation) -> Sequence[tuple[str, int]]:
    """Name and size in bytes of each, by name."""
    folder = pieces_du_projet(projet.pk)
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [(path.name, path.stat().st_size) for path in found if path.is_file()]


def fichier(projet: Experimentation, nom: str) -> Path | None:
    """Where a file of this name is; None when the project has none."""
    return next((pieces_du_projet(projet.pk) / name for name, _ in fichiers(projet) if name == nom), None)
