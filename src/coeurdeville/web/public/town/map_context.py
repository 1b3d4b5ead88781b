"""What a template needs to place the interactive map of a service."""

from __future__ import annotations

from typing import Any

from coeurdeville.espaces.diagnostics import Diagnostic
from coeurdeville.espaces.villes import VillePublique
from coeurdeville.web.public.addresses import version_path


def map_context(town: VillePublique, found: Diagnostic, service: str, *, background: bool) -> dict[str, Any]:
    """`map` is None when the service has none; `map_files` is the folder in which its files are."""
    version = version_path(town.code, town.nom, found.edition.identifiant)
    return {
        "map": found.files.map(service),
        "map_name": f"carte-{service}.json",
        "map_files": f"{version}fichiers/",
        "background": background,
    }
