"""Files as towns really have them: which layer is spoilt by whom."""

from collections.abc import Callable
from pathlib import Path

from coeurdeville.demo.dirt_shapes import spoil_buildings, spoil_flood_zones, spoil_green_spaces
from coeurdeville.demo.dirt_tables import spoil_facilities, spoil_occurrences, spoil_sensors
from coeurdeville.demo.dirt_trees import spoil_trees
from coeurdeville.demo.town import DemoTown
from coeurdeville.demo.writing import Written

SPOILERS: dict[str, Callable[[DemoTown, Path], Written]] = {
    "trees": spoil_trees,
    "buildings": spoil_buildings,
    "flood_zones": spoil_flood_zones,
    "green_spaces": spoil_green_spaces,
    "facilities": spoil_facilities,
    "occurrences": spoil_occurrences,
    "temperature_sensors": spoil_sensors,
}
"""What writes the dirty file of a layer; the other layers are always clean."""
