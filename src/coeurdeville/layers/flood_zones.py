"""Flood zones by scenario."""

from __future__ import annotations

from typing import Self

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import AREA, VectorLayer


class FloodZones(VectorLayer):
    """Ground under water in a scenario. Zones of one scenario may overlap: ground is counted once."""

    id, slug, title, geometry = "flood_zones", "zones-inondables", "Zones inondables", AREA
    competence = "donnees-nationales"
    words = ("zones inondables", "inondation", "ppri", "alea inondation", "submersion")
    columns = (
        Column("scenario", "str", "Scénario", required=True,
               names=("scenario", "typ_inond", "evenement", "crue", "id_scenario", "alea_scenario", "scenario_inond")),
        Column("hazard", "str", "Aléa", values=("faible", "modéré", "fort", "très fort"),
               names=("alea", "niveau", "niveau_alea", "classe_alea")),
        Column("return_period", "float", "Période de retour", "ans", minimum=1, maximum=100_000,
               names=("periode_retour", "t_retour", "periode", "temps_retour")),
        Column("depth", "float", "Hauteur d’eau", "m", minimum=0, maximum=30,
               names=("hauteur_eau", "hauteur", "h_eau", "profondeur", "ht_max")),
    )  # fmt: skip

    def clip(self, area: BaseGeometry) -> Self:
        """Zones that touch `area`; of a scenario that stays outside, one zone: it was mapped, and spares the area."""
        near, scenario = super().clip(area), self._data["scenario"]
        spared = ~scenario.isin(near._data["scenario"]) & ~scenario.duplicated()
        kept = shapely.intersects(area, self.shapes) | spared.to_numpy()
        return near._holding(self._data.iloc[np.flatnonzero(kept)])
