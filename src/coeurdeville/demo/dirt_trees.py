"""A tree inventory as a parks service keeps it: conic projection, codes, felled trees, holes, agents' names."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from coeurdeville.demo.chance import stream
from coeurdeville.demo.species import SPECIES
from coeurdeville.demo.town import DemoTown
from coeurdeville.demo.writing import Written

if TYPE_CHECKING:
    import pandas as pd

AMBIGUOUS = frozenset({"ACESAC", "PRUCER", "PRUSER"})
"""Codes that stand for two species each: sugar or silver maple, cherry or cherry plum, Japanese or black cherry."""
AGENTS = ("C. Verdaillan", "M. Lestracq", "J.-P. Aubrunet", "S. Kermorvec")
"""Invented names."""
FELLED = ("abattu", "Essouché", "supprimé")


def spoil_trees(town: DemoTown, folder: Path) -> Written:
    """`inventaire_arbres.csv`: cp1252, semicolons, decimal commas, CC49 coordinates.

    Every tree of the town is there once, `en place`; felled trees (7 %) and exact repeats (1 %) come on top.
    """
    rng = stream(town.seed, "dirty trees")
    table = inventory(town, rng)
    n = len(table)
    felled = rng.choice(n, size=max(1, n * 7 // 100), replace=False)
    repeated = rng.choice(n, size=max(1, n // 100), replace=False)
    dirt = {"felled": len(felled), "duplicates": len(repeated), "agents": len(AGENTS), **holes(table, rng)}
    rows = with_ghosts(table, felled, repeated, rng)
    path = folder / "inventaire_arbres.csv"
    rows.to_csv(path, sep=";", decimal=",", index=False, encoding="cp1252", lineterminator="\r\n")
    return Written(path, "trees", len(rows), dirt)


def inventory(town: DemoTown, rng: np.random.Generator) -> "pd.DataFrame":
    """One line per tree, in the words of the service."""
    import pandas as pd

    trees = town.layers["trees"]
    points, n = trees.geometry.to_crs(3949), len(trees)
    days = np.datetime64("2021-03-01") + rng.integers(0, 1500, n).astype("timedelta64[D]")
    return pd.DataFrame(
        {
            "X_CC49": points.x.round(2),
            "Y_CC49": points.y.round(2),
            "ESSENCE": essences(trees["species"].to_numpy(), rng),
            "HAUT_M": [f"{height:.1f}".replace(".", ",") for height in trees["height"]],
            "CIRC_CM": (np.pi * trees["trunk"]).round().astype(int),
            "HOUPPIER": (2 * trees["crown_radius"]).round(1),
            "ETAT": "en place",
            "STADE": trees["stage"].str.capitalize().to_numpy(dtype=object),
            "QUARTIER": trees["district"].to_numpy(dtype=object),
            "AGENT": rng.choice(np.array(AGENTS, dtype=object), size=n),
            "DATE_RELEVE": pd.Series(days.astype("datetime64[s]")).dt.strftime("%d/%m/%Y"),
        }
    )


def essences(names: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """How the service writes species: six times out of ten by a code, else in French, or by the Latin name."""
    code = {species.name: species.code for species in SPECIES}
    french = {species.name: species.french for species in SPECIES}
    way = rng.choice(3, size=len(names), p=[0.6, 0.25, 0.15])
    return np.array(
        [(code[name], french[name], name)[which] for name, which in zip(names, way, strict=True)], dtype=object
    )


def holes(table: "pd.DataFrame", rng: np.random.Generator) -> dict[str, int]:
    """Cells spoilt in place, each row at most once: species left out, heights at zero, left out, or in words."""
    order, n = rng.permutation(len(table)), len(table)
    cuts = np.cumsum([max(1, n * share // 1000) for share in (30, 40, 30, 5)])
    empty, zero, none, words = np.split(order, cuts)[:4]
    table.loc[empty, "ESSENCE"] = ""
    table.loc[zero, "HAUT_M"] = "0"
    table.loc[none, "HAUT_M"] = ""
    table.loc[words, "HAUT_M"] = "grand"
    return {
        "empty_species": len(empty),
        "ambiguous_codes": int(table["ESSENCE"].isin(AMBIGUOUS).sum()),
        "zero_heights": len(zero),
        "empty_heights": len(none),
        "unreadable_heights": len(words),
    }


def with_ghosts(
    table: "pd.DataFrame", felled: np.ndarray, repeated: np.ndarray, rng: np.random.Generator
) -> "pd.DataFrame":
    """The same, shuffled, with trees felled beside others of the town and with lines that come twice."""
    import pandas as pd

    gone = table.loc[felled].assign(
        ETAT=rng.choice(np.array(FELLED, dtype=object), size=len(felled)),
        X_CC49=(table.loc[felled, "X_CC49"] + rng.choice([-4.0, 4.0], len(felled))).round(2),
    )
    rows = pd.concat([table, gone, table.loc[repeated]], ignore_index=True)
    return rows.iloc[rng.permutation(len(rows))]
