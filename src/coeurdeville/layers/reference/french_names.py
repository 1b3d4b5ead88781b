"""The French name of a taxon."""

from __future__ import annotations

from functools import cache

from coeurdeville.layers.reference.taxon_table import taxa


def french_name(latin: str) -> str:
    """`Tilleul à petites feuilles` for `Tilia cordata`; a name that the table does not have is given back in Latin."""
    return _names().get(latin) or latin


@cache
def _names() -> dict[str, str]:
    return {taxon.name: taxon.french for taxon in taxa()}
