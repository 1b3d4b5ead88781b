"""Records of wild species. The names are those of real species of French towns; every record is fictional.

Taxon numbers from 900 001 are the demo's own. Statuses are part of the fiction: protection is written only where
it is that of the national lists, threat where it is that of the national red list of nesting birds of 2016,
`invasive` where the species is on the European Union's list; `sensitive` merely makes the demo blur something.
"""

from typing import TYPE_CHECKING

import numpy as np
import shapely

from coeurdeville.demo.chance import stream
from coeurdeville.demo.plan import Plan

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

FIRST_TAXON = 900_001
POOL = {
    "Oiseaux": """Parus major P|Cyanistes caeruleus P|Passer domesticus P|Turdus merula|Columba palumbus|
    Erithacus rubecula P|Pica pica|Corvus corone|Sturnus vulgaris|Streptopelia decaocto|Fringilla coelebs P|
    Sylvia atricapilla P|Apus apus P|Hirundo rustica P|Delichon urbicum P|Motacilla alba P|
    Phoenicurus ochruros P|Troglodytes troglodytes P|Prunella modularis P|Sitta europaea P|Dendrocopos major P|
    Picus viridis P|Falco tinnunculus P|Strix aluco P|Tyto alba PS|Ardea cinerea P|Anas platyrhynchos|
    Gallinula chloropus|Alcedo atthis PT|Carduelis carduelis PT|Chloris chloris PT|Serinus serinus PT|
    Linaria cannabina PT|Certhia brachydactyla P|Aegithalos caudatus P|Regulus regulus P|Garrulus glandarius|
    Falco peregrinus PS""",
    "Plantes": """Bellis perennis|Taraxacum officinale|Plantago major|Plantago lanceolata|Trifolium repens|
    Achillea millefolium|Urtica dioica|Hedera helix|Geranium robertianum|Capsella bursa-pastoris|Poa annua|
    Lamium purpureum|Veronica persica|Stellaria media|Senecio vulgaris|Sonchus oleraceus|Chelidonium majus|
    Papaver rhoeas|Cymbalaria muralis|Asplenium trichomanes|Asplenium ruta-muraria|Parietaria judaica|
    Iris pseudacorus|Lythrum salicaria|Filipendula ulmaria|Ficaria verna|Ailanthus altissima I|
    Impatiens glandulifera I|Heracleum mantegazzianum I|Ludwigia grandiflora I""",
    "Insectes": """Apis mellifera|Bombus terrestris|Bombus pascuorum|Vanessa atalanta|Aglais io|Pieris rapae|
    Polyommatus icarus|Maniola jurtina|Pararge aegeria|Macroglossum stellatarum|Coccinella septempunctata|
    Pyrrhocoris apterus|Xylocopa violacea|Cetonia aurata|Calopteryx splendens|Ischnura elegans|Anax imperator|
    Tettigonia viridissima|Episyrphus balteatus|Vespa velutina I""",
    "Mammifères": """Erinaceus europaeus P|Sciurus vulgaris P|Pipistrellus pipistrellus P|
    Rhinolophus hipposideros PS|Vulpes vulpes|Meles meles|Talpa europaea|Oryctolagus cuniculus|
    Myocastor coypus I""",
    "Amphibiens": """Salamandra salamandra P|Lissotriton helveticus P|Bufo bufo P|Pelophylax ridibundus P|
    Alytes obstetricans P""",
}
"""Species by group; letters: P protected, T threatened, I invasive, S sensitive."""
EVENNESS = {"Oiseaux": 1.9, "Plantes": 1.8, "Insectes": 2.1, "Mammifères": 1.8, "Amphibiens": 1.5}
"""Spread (standard deviation of the logarithm) of the chances to be recorded, by group: larger is less even."""
SHARE = {"Oiseaux": 0.52, "Plantes": 0.26, "Insectes": 0.14, "Mammifères": 0.05, "Amphibiens": 0.03}
"""Share of the records by group."""


def species_pool() -> "pd.DataFrame":
    """All the species that live in the town: taxon, name, group and four statuses (bool)."""
    import pandas as pd

    rows = [(group, *entry.strip().partition(" ")) for group, text in POOL.items() for entry in text.split("|")]
    names, marks = zip(*[split_marks(f"{a} {b}") for _, a, _, b in rows], strict=True)
    status = {
        key: [mark in found for found in marks]
        for key, mark in (("protected", "P"), ("threatened", "T"), ("invasive", "I"), ("sensitive", "S"))
    }
    taxon = [str(FIRST_TAXON + rank) for rank in range(len(rows))]
    return pd.DataFrame({"taxon": taxon, "name": names, "group": [row[0] for row in rows], **status})


def split_marks(entry: str) -> tuple[str, str]:
    """`Tyto alba PS` in `Tyto alba` and `PS`."""
    words = entry.split()
    return (" ".join(words[:-1]), words[-1]) if words[-1].isupper() else (entry, "")


def chances(plan: Plan, pool: "pd.DataFrame") -> np.ndarray:
    """Probability that one record is of each species of the pool; they sum to one."""
    rng = stream(plan.seed, "chances")
    found = np.empty(len(pool))
    for group, share in SHARE.items():
        here = np.flatnonzero(pool["group"] == group)
        weight = rng.lognormal(0, EVENNESS[group], len(here))
        found[here] = share * weight / weight.sum()
    return found


def draw_occurrences(plan: Plan, haunts: np.ndarray) -> tuple["gpd.GeoDataFrame", "pd.DataFrame"]:
    """The records, and the pool with each species' `chance` and how many times it was `recorded`.

    Observers walk near `haunts` `(n, 2)` (parks, banks, woods), the first ones most: effort is uneven on purpose.
    """
    import geopandas as gpd

    rng = stream(plan.seed, "occurrences")
    pool = species_pool()
    chance = chances(plan, pool)
    n = max(80, plan.buildings // 4)
    row = rng.choice(len(pool), size=n, p=chance)
    popular = rng.permutation(len(haunts))[np.minimum(rng.geometric(6 / (5 + len(haunts)), n), len(haunts)) - 1]
    xy = haunts[popular] + rng.normal(0, 45, (n, 2))
    days = np.datetime64("2025-10-31") - rng.gamma(1.4, 1100, n).clip(max=9000).astype("timedelta64[D]")
    columns = {
        "taxon": pool["taxon"].to_numpy(dtype=object)[row],
        "name": pool["name"].to_numpy(dtype=object)[row],
        "group": pool["group"].to_numpy(dtype=object)[row],
        "seen": days.astype("datetime64[s]"),
        "uncertainty": rng.choice(
            [5.0, 10.0, 25.0, 100.0, 1000.0, 5000.0], size=n, p=[0.3, 0.25, 0.2, 0.13, 0.09, 0.03]
        ),
        "basis": rng.choice(
            np.array(["HUMAN_OBSERVATION", "MACHINE_OBSERVATION", "PRESERVED_SPECIMEN"], dtype=object),
            size=n,
            p=[0.93, 0.05, 0.02],
        ),
    }
    known = pool.assign(chance=chance, recorded=np.bincount(row, minlength=len(pool)))
    return gpd.GeoDataFrame(columns, geometry=shapely.points(xy)), known
