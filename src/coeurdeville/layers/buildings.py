"""Buildings: one footprint each."""

from __future__ import annotations

from typing import Any

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Problem
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.recognition import Tags
from coeurdeville.layers.contract.vector import AREA, VectorLayer

HOME = r"r[ée]sid|indiff|habit|logement|maison|immeuble|house|apart|dorm|terrace|detached|^yes$|^home$"
"""Uses of the buildings in which people may live."""
SMALLEST = 40.0
"""Footprint [m²] under which a building of unknown dwellings is taken for an annex."""


class Buildings(VectorLayer):
    """Footprints of buildings, with the dwellings inside."""

    id, slug, title, geometry = "buildings", "batiments", "Bâtiments", AREA
    competence = "donnees-nationales"
    words = ("batiments", "bati", "emprises baties")
    bounded = True
    osm = (Tags("building"),)
    columns = (
        Column("dwellings", "int", "Logements", minimum=0, maximum=5000,
               names=("nb_logts", "nb_logements", "nblog", "logements", "building_flats")),
        Column("height", "float", "Hauteur", "m", minimum=0, maximum=300, names=("hauteur", "haut", "hauteur_bat")),
        Column("floors", "int", "Étages", minimum=0, maximum=80, names=("nb_etages", "etages", "building_levels")),
        Column("use", "str", "Usage",
               names=("osm_value", "usage1", "usage", "nature_usage", "destination", "building")),
    )  # fmt: skip

    @classmethod
    def complete(cls, frame: Any, origin: Origin) -> tuple[Any, Origin, list[Problem]]:
        """One dwelling where their number is not known, in a building where people may live; none in the others."""
        known = frame["dwellings"].notna() if "dwellings" in frame else frame.geometry.isna()
        lived_in = frame.area >= SMALLEST
        if "use" in frame:
            lived_in &= frame["use"].isna() | frame["use"].str.contains(HOME, case=False).fillna(value=False)
        supposed = ~known & lived_in
        frame["dwellings"] = frame.get("dwellings", supposed * 1.0).where(known, supposed * 1.0)
        count, homes = int(supposed.sum()), int((frame["dwellings"] > 0).sum())
        if not count:
            return frame, origin, []
        said = (
            f"{plural(count, 'bâtiment')} d’habitation ou d’usage inconnu, sans nombre de logements, "
            f"{'compte' if count < 2 else 'comptent'} pour un logement chacun."
        )
        return frame, origin.supposing(said, imputed=count / homes, proxy=False), []
