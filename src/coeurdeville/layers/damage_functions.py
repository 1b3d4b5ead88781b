"""Damage functions that a user brings."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import TableLayer

DEPTH_TWICE = Kind(
    "hauteur-repetee",
    "La couche « {title} » donne plusieurs coûts pour une même hauteur d’eau.",
    "Garder un seul coût par hauteur : une seule fonction sert à tous les bâtiments.",
)


class DamageFunctions(TableLayer):
    """Cost of a flooded square metre of building, by depth of water; none is shipped, the user brings them."""

    id, slug, title = "damage_functions", "fonctions-de-dommage", "Fonctions de dommage"
    columns = (
        Column("depth", "float", "Hauteur d’eau", "m", required=True, minimum=0, maximum=30, names=("hauteur", "h")),
        Column("cost", "float", "Coût par m² d’emprise", "€/m²", required=True, minimum=0, maximum=100_000,
               names=("cout", "cout_m2", "dommage_m2")),
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Problems of columns, and depths that have two costs."""
        yield from super().problems()
        if "depth" in self._data and (twice := int(self._data["depth"].duplicated().sum())):
            yield DEPTH_TWICE(title=self.title, count=twice)
