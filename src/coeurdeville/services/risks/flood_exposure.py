"""Exposition aux inondations: what stands in each flood zone, by scenario."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np

from coeurdeville.core.missing import Missing
from coeurdeville.geometry.allocation import spread
from coeurdeville.geometry.overlay import area_covered, highest, meets
from coeurdeville.layers.buildings import Buildings
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import AREA, POINT, VectorLayer
from coeurdeville.layers.damage_functions import DamageFunctions
from coeurdeville.layers.facilities import Facilities
from coeurdeville.layers.flood_zones import FloodZones
from coeurdeville.layers.population import Population
from coeurdeville.services.contract.declaration import Indicator, Theme
from coeurdeville.services.contract.service import service
from coeurdeville.services.risks.flood_damage import FEWEST, cost, period_of, yearly_damage
from coeurdeville.services.risks.flood_scenarios import EVERY_LEVEL, are_levels

TOO_FEW = f"il faut au moins {FEWEST} scénarios de périodes de retour distinctes, avec leurs hauteurs d’eau"


class Exposed(VectorLayer):
    """Every building and facility, once for each scenario, with what the water reaches of it."""

    id, title, geometry = "exposed", "Bâtiments et équipements exposés", AREA | POINT
    columns = (
        Column("scenario", "str", "Scénario", required=True),
        Column("kind", "str", "Objet", required=True, values=("bâtiment", "équipement")),
        Column("wet", "bool", "Touché", required=True),
        Column("wet_area", "float", "Emprise touchée", "m²", minimum=0),
        Column("depth", "float", "Hauteur d’eau", "m", minimum=0),
        Column("dwellings", "float", "Logements touchés", minimum=0),
        Column("people", "float", "Habitants touchés", minimum=0),
        Column("damage", "float", "Dommage", "€", minimum=0),
        Column("yearly_damage", "float", "Dommage moyen par an, tous scénarios", "€/an", minimum=0),
    )


@service(
    slug="exposition-inondations",
    title="Exposition aux inondations",
    theme=Theme.RISKS,
    method="cgdd_2018",
    by="scenario",
)
def flood_exposure(
    buildings: Buildings,
    flood_zones: FloodZones,
    population: Population | None = None,
    facilities: Facilities | None = None,
    damage_functions: DamageFunctions | None = None,
) -> Exposed:
    """What each scenario's water touches.

    A building is exposed when its footprint meets a zone; zones of one scenario that overlap count
    once. Hazard levels are parts of one flood, which is given too. People are spread over the
    dwellings of their cell. A scenario that nobody mapped is absent, not harmless. Money only with
    the user's damage functions: cost by depth, on the flooded footprint; yearly damage by the
    trapezoid under the damage-frequency curve.
    """
    import pandas as pd

    homes = _homes(buildings, population)
    points = None if facilities is None else facilities.frame[["geometry"]].assign(kind="équipement")
    parts, priced = [], []
    for scenario, zones in _scenarios(flood_zones):
        wet = _flooded(homes, zones, damage_functions)
        parts.append(wet.assign(scenario=scenario))
        if points is not None:
            reached = meets(points.geometry.to_numpy(), zones.geometry.to_numpy())
            parts.append(points.assign(scenario=scenario, wet=reached))
        period = period_of(zones)
        if "damage" in wet and period is not None:
            priced.append((period, wet["damage"].to_numpy()))
    exposed = pd.concat(parts, ignore_index=True)
    yearly = yearly_damage(priced)
    if yearly is not None:
        built = exposed["kind"] == "bâtiment"
        exposed.loc[built, "yearly_damage"] = np.tile(yearly, int(built.sum()) // max(len(yearly), 1))
    return Exposed(exposed, origin=buildings.origin, extent=buildings.extent)


@dataclass(frozen=True)
class Figures:
    """What one scenario reaches. `yearly_damage` is the same in all: it sums up the scenarios."""

    buildings: Annotated[float, Indicator("Bâtiments exposés", "bâtiments", False)]
    share: Annotated[float | Missing, Indicator("Part des bâtiments exposés", "%", False, digits=1)]
    wet_area: Annotated[float, Indicator("Emprise bâtie exposée", "m²", False)]
    dwellings: Annotated[float | Missing, Indicator("Logements exposés", "logements", False)]
    people: Annotated[float | Missing, Indicator("Habitants exposés", "habitants", False, requires=("population",))]
    facilities: Annotated[
        float | Missing, Indicator("Équipements exposés", "équipements", False, requires=("facilities",))
    ]
    damage: Annotated[float | Missing, Indicator("Dommage", "€", False, requires=("damage_functions",))]
    yearly_damage: Annotated[
        float | Missing, Indicator("Dommage moyen annuel", "€/an", False, requires=("damage_functions",))
    ]


@flood_exposure.figures
def figures(exposed: Exposed) -> Figures:
    """Counts and sums of what is wet; a facility is not a building."""
    frame = exposed.frame
    built = frame["kind"] == "bâtiment"
    wet = frame["wet"].astype(bool)
    count, homes = int(built.sum()), exposed.where("kind", "bâtiment")
    return Figures(
        buildings=float((built & wet).sum()),
        share=float(100 * (built & wet).sum() / count) if count else Missing("aucun bâtiment"),
        wet_area=float(frame["wet_area"].sum()) if "wet_area" in frame else 0.0,
        dwellings=homes.total("dwellings"),
        people=homes.total("people"),
        facilities=float((~built & wet).sum()),
        damage=_sum(homes.frame, "damage", "les hauteurs d’eau ne sont pas connues"),
        yearly_damage=_sum(homes.frame, "yearly_damage", TOO_FEW),
    )


def _sum(built: Any, column: str, unknown: str) -> float | Missing:
    """Sum over buildings; one that is not known makes it unknown."""
    if column not in built or built[column].isna().any():
        return Missing(unknown)
    return float(built[column].sum())


def _scenarios(flood_zones: FloodZones) -> list[tuple[str, Any]]:
    """Each scenario with its zones; where no zone is drawn, a scenario without name that reaches nothing.

    Where they are the hazard levels of one flood, that flood comes first, with the zones of all.
    """
    frame = flood_zones.frame
    found = list(frame.groupby("scenario")) or [("", frame)]
    whole = [(EVERY_LEVEL, frame)] if are_levels(name for name, _ in found) else []
    return [*whole, *found]


def _homes(buildings: Buildings, population: Population | None) -> Any:
    """Footprints with dwellings, and the people spread over them; neither where no dwelling is known."""
    frame = buildings.frame
    homes = frame[["geometry"]].assign(kind="bâtiment")
    if len(frame) and not buildings.has("dwellings"):
        return homes
    homes["dwellings"] = frame.get("dwellings", np.nan)
    if population is not None:
        cells = population.frame
        homes["people"], _ = spread(
            cells["people"].to_numpy(), cells.geometry.to_numpy(), homes.geometry.to_numpy(),
            homes["dwellings"].fillna(0).to_numpy(),
        )  # fmt: skip
    return homes


def _flooded(homes: Any, zones: Any, functions: DamageFunctions | None) -> Any:
    """The homes of one scenario: what is under water of each."""
    shapes, areas = homes.geometry.to_numpy(), zones.geometry.to_numpy()
    wet = meets(shapes, areas)
    found = homes.assign(wet=wet, wet_area=area_covered(shapes, areas))
    for column in ("dwellings", "people"):
        if column in found:
            found[column] = found[column].where(wet, 0.0)
    if "depth" in zones and zones["depth"].notna().all():
        depth = np.maximum(highest(shapes, areas, zones["depth"].to_numpy()), 0)
        found["depth"] = depth
        if functions is not None:
            found["damage"] = np.where(wet, cost(depth, functions) * found["wet_area"], 0.0)
    return found
