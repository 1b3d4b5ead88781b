"""Green spaces of the town, and their ponds."""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.demo.boxes import boxes
from coeurdeville.demo.chance import stream
from coeurdeville.demo.detached import places_along
from coeurdeville.demo.hamlets import Hamlet
from coeurdeville.demo.landuse import Islands
from coeurdeville.demo.names import ENDINGS
from coeurdeville.demo.plan import Plan

WORDS = {
    "parc": ("parc", "Parc"),
    "square": ("square", "Square"),
    "stade": ("stade", "Stade"),
    "cimetière": ("cimetière", "Cimetière"),
    "promenade": ("parc", "Promenade"),
    "lotissement": ("jardin", "Jardin"),
    "résidence": ("jardin", "Jardin"),
    "hameau": ("parc", "Prairie"),
}
"""For each sort of green island, its kind in the layer and the word that begins its name."""
POND_FROM = 14_000.0
"""Area from which a park has a pond, m²."""


@dataclass(frozen=True)
class Greens:
    """Green spaces: shapes, sort of each (a key of `WORDS`); and the ponds of the largest parks."""

    shapes: np.ndarray
    sort: np.ndarray
    ponds: np.ndarray

    def names(self, seed: int) -> np.ndarray:
        """`Parc des Tilleuls`: endings are drawn without coming back while the stock lasts."""
        endings = np.resize(stream(seed, "green names").permutation(np.array(ENDINGS, dtype=object)), len(self.sort))
        return np.array([f"{WORDS[sort][1]} {end}" for sort, end in zip(self.sort, endings, strict=True)], dtype=object)

    def kinds(self) -> np.ndarray:
        """Kind of each in the layer."""
        return np.array([WORDS[sort][0] for sort in self.sort], dtype=object)


def pocket_gardens(plan: Plan, islands: Islands) -> np.ndarray:
    """A lot left to a small garden in one island of houses out of three, before houses are put up."""
    rng = stream(plan.seed, "pocket gardens")
    homes = islands.of("pavillons")
    homes = homes[rng.random(len(homes)) < 0.36]
    xy, along, island = places_along(homes, 14, 60, rng)
    _, first = np.unique(island, return_index=True)
    n = len(first)
    lots = boxes(xy[first], along[first], rng.uniform(16, 30, n), rng.uniform(14, 22, n))
    return np.asarray(lots[shapely.contains(homes[island[first]], lots)])


def draw_greens(plan: Plan, islands: Islands, pockets: np.ndarray, slabs: np.ndarray, hamlets: list[Hamlet]) -> Greens:
    """Every green space: islands given to them, riversides, lawns around `slabs`, pocket gardens, hamlets' meadows."""
    lots = [(islands.of(sort), sort) for sort in ("parc", "square", "stade", "cimetière", "promenade")]
    lots += [(lawns(islands.of("collectif"), slabs), "résidence"), (pockets, "lotissement")]
    lots += [(hamlet.parks, "hameau") for hamlet in hamlets]
    shapes = np.concatenate([shapes for shapes, _ in lots])
    sort = np.concatenate([np.full(len(shapes), sort, dtype="<U11") for shapes, sort in lots])
    roomy = shapes[(sort == "parc") & (shapely.area(shapes) > POND_FROM)]
    rng = stream(plan.seed, "ponds")
    ponds = blobs(shapely.get_coordinates(shapely.point_on_surface(roomy)), rng.uniform(16, 30, len(roomy)), rng)
    return Greens(shapes, sort, ponds[shapely.contains(shapely.buffer(roomy, -5), ponds)])


def lawns(estates: np.ndarray, slabs: np.ndarray) -> np.ndarray:
    """What is left of estates three metres from the street and from their buildings, in one piece each."""
    around = shapely.union_all(shapely.buffer(slabs, 3, join_style="mitre"))
    parts, _ = unpinched(shapely.difference(shapely.buffer(estates, -3), around))
    return np.asarray(parts[shapely.area(parts) > 900])


def unpinched(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Polygons five centimetres smaller, whose rings touch nowhere (turning them could make them cross); rows."""
    smaller = shapely.buffer(shapes, -0.05, join_style="mitre")
    parts, row = shapely.get_parts(smaller, return_index=True)
    return np.asarray(parts), np.asarray(row)


def blobs(middle: np.ndarray, radius: np.ndarray, rng: np.random.Generator, corners: int = 14) -> np.ndarray:
    """Round uneven shapes of mean `radius` (m) around points `(n, 2)`."""
    turn = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    wave = 1 + 0.18 * np.sin(2 * turn + rng.uniform(0, 6, (len(middle), 1)))
    wave += 0.1 * np.sin(3 * turn + rng.uniform(0, 6, (len(middle), 1)))
    rays = (radius[:, None] * wave)[:, :, None] * np.column_stack([np.cos(turn), np.sin(turn)])
    return np.asarray(shapely.polygons(middle[:, None] + rays)).reshape(-1)
