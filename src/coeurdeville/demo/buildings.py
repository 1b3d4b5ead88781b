"""All the buildings of the town: put up fabric by fabric, cleared of overlaps, cut to the number asked for."""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.detached import church_and_hall, estate, garden_houses, large_boxes, stands, yard_sheds
from coeurdeville.demo.landuse import Islands
from coeurdeville.demo.plan import Plan
from coeurdeville.demo.rows import row_houses


@dataclass(frozen=True)
class Form:
    """A sort of building: use, least and most floors, height of a floor and of the roof (m), m² per dwelling.

    `dwelling` is 0 where nobody lives, infinite for one dwelling whatever the size.
    """

    use: str
    floors: tuple[int, int]
    storey: float
    roof: float
    dwelling: float


FORMS = {
    "immeuble": Form("Résidentiel", (2, 4), 3.0, 2.5, 85),
    "maison de ville": Form("Résidentiel", (1, 3), 2.9, 2.5, 170),
    "maison": Form("Résidentiel", (1, 2), 2.7, 2.8, np.inf),
    "annexe": Form("Annexe", (1, 1), 2.5, 0.3, 0),
    "barre": Form("Résidentiel", (4, 6), 2.8, 0.8, 78),
    "tour": Form("Résidentiel", (9, 15), 2.8, 1.5, 78),
    "boutique": Form("Commercial et services", (1, 3), 3.2, 2.0, 0),
    "atelier": Form("Industriel", (1, 2), 4.5, 1.5, 0),
    "magasin": Form("Commercial et services", (1, 1), 6.0, 1.0, 0),
    "public": Form("Commercial et services", (1, 3), 3.5, 1.5, 0),
    "église": Form("Religieux", (1, 1), 13.0, 9.0, 0),
    "gymnase": Form("Sportif", (1, 1), 8.0, 1.0, 0),
    "hangar": Form("Agricole", (1, 1), 6.0, 1.5, 0),
}


@dataclass(frozen=True)
class Built:
    """Buildings: footprints, and the key in `FORMS` of each."""

    shapes: np.ndarray
    form: np.ndarray

    def __len__(self) -> int:
        return len(self.shapes)

    def only(self, kept: np.ndarray) -> "Built":
        """Those that a mask or row numbers keep."""
        return Built(self.shapes[kept], self.form[kept])


def built(*lots: tuple[np.ndarray, str | np.ndarray]) -> Built:
    """Lots of footprints, each with one form or with one per footprint."""
    form = [np.broadcast_to(np.asarray(form, dtype="<U15"), len(shapes)) for shapes, form in lots]
    return Built(np.concatenate([shapes for shapes, _ in lots]), np.concatenate(form))


def put_up(plan: Plan, islands: Islands, pockets: np.ndarray) -> Built:
    """Every building that the islands can take; none overlaps another, none stands in a pocket garden."""
    rng = stream(plan.seed, "buildings")
    rows = built(*attached_lots(islands, rng))
    alone = without_overlaps(built((pockets, "jardin"), *loose_lots(islands, rng)))
    alone = alone.only(alone.form != "jardin")
    return built((rows.shapes, rows.form), (alone.shapes, alone.form))


def attached_lots(islands: Islands, rng: np.random.Generator) -> list[tuple[np.ndarray, str | np.ndarray]]:
    """Rows of the old centre, whole, and of the faubourgs, with gaps; some ground floors are shops."""
    lots: list[tuple[np.ndarray, str | np.ndarray]] = []
    for fabric, front, depths, form, full, shops in (
        ("centre", 7.5, (13.0, 11.0, 9.5), "immeuble", 0.97, 0.12),
        ("faubourg", 9.0, (11.5, 10.0, 8.5), "maison de ville", 0.84, 0.04),
    ):
        houses = row_houses(islands.of(fabric), front, depths, rng)
        houses = houses[rng.random(len(houses)) < full]
        lots.append((houses, np.where(rng.random(len(houses)) < shops, "boutique", form)))
    return lots


def loose_lots(islands: Islands, rng: np.random.Generator) -> list[tuple[np.ndarray, str | np.ndarray]]:
    """Buildings that stand alone, the more important first."""
    houses, sheds = garden_houses(islands.of("pavillons"), 16.5, rng)
    slabs, tower = estate(islands.of("collectif"), 62, rng)
    blocks, _ = estate(islands.of("résidence"), 34, rng)
    works = large_boxes(islands.of("activites"), 68, 58, rng)
    squares = [church_and_hall(square) for square in islands.of("parvis")]
    return [
        *[(pair, np.array(["église", "public"])[: len(pair)]) for pair in squares],
        (slabs, np.where(tower, "tour", "barre")),
        (blocks, "barre"),
        (works, np.where(rng.random(len(works)) < 0.5, "atelier", "magasin")),
        (large_boxes(islands.of("école"), 46, 30, rng), "public"),
        (large_boxes(islands.of("équipement"), 58, 40, rng), "public"),
        (stands(islands.of("stade")), "gymnase"),
        (houses, "maison"),
        (sheds, "annexe"),
        (yard_sheds(islands.of("faubourg"), 11.5, rng), "annexe"),
        (yard_sheds(islands.of("centre"), 13, rng), "annexe"),
    ]


def without_overlaps(lots: Built) -> Built:
    """The same without those at less than half a metre from one put up before them."""
    first, second = shapely.STRtree(lots.shapes).query(lots.shapes, predicate="dwithin", distance=0.5)
    kept = np.ones(len(lots), dtype=bool)
    kept[second[first < second]] = False
    return lots.only(kept)


def thinned(plan: Plan, town: Built, wanted: int) -> Built:
    """`wanted` of these buildings: houses and sheds drawn by lot make way, public buildings and towers stay."""
    rng = stream(plan.seed, "thinning")
    ordinary = np.flatnonzero(np.isin(town.form, ("immeuble", "maison de ville", "maison", "annexe")))
    kept = np.ones(len(town), dtype=bool)
    kept[rng.permutation(ordinary)[: max(0, len(town) - wanted)]] = False
    return town.only(kept)


@dataclass(frozen=True)
class Sizes:
    """What is known of each building: height (m), floors, dwellings, use."""

    height: np.ndarray
    floors: np.ndarray
    dwellings: np.ndarray
    use: np.ndarray


def sizes(plan: Plan, town: Built) -> Sizes:
    """Floors drawn within the form's range, height and dwellings from them; at least one dwelling where people live."""
    rng = stream(plan.seed, "sizes")
    form = [FORMS[name] for name in town.form]
    low, high = np.array([f.floors for f in form]).reshape(-1, 2).T
    floors = rng.integers(low, high, endpoint=True)
    height = floors * np.array([f.storey for f in form]) + np.array([f.roof for f in form])
    each = np.array([f.dwelling for f in form])
    inner = 0.8 * shapely.area(town.shapes) * floors
    dwellings = np.where(each > 0, np.maximum(1, inner / np.where(each > 0, each, 1)), 0).astype(int)
    noise = rng.uniform(-0.4, 0.4, len(form))
    return Sizes((height + noise).round(1), floors, dwellings, np.array([f.use for f in form], dtype=object))
