"""Connaissance des espèces: what has been seen, how completely, and where nobody looked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import compress
from typing import Annotated, Any

import numpy as np

from coeurdeville.core import french
from coeurdeville.core.missing import Missing
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import POINT, VectorLayer
from coeurdeville.layers.occurrences import Occurrences
from coeurdeville.layers.species_status import SpeciesStatus
from coeurdeville.services.contract.declaration import Breakdown, Indicator, Param, Theme
from coeurdeville.services.contract.service import service
from coeurdeville.statistics.richness import abundances, coverage, estimated_richness

STATUSES = ("protected", "threatened", "invasive")


class Records(VectorLayer):
    """Observations precise enough to be placed, with the status of their taxon."""

    id, title, geometry = "records", "Observations retenues", POINT
    columns = (
        Column("taxon", "str", "Identifiant du taxon accepté", required=True),
        Column("name", "str", "Nom scientifique"),
        Column("group", "str", "Groupe"),
        Column("seen", "date", "Date"),
        Column("protected", "bool", "Protégée"),
        Column("threatened", "bool", "Menacée"),
        Column("invasive", "bool", "Exotique envahissante"),
    )


@service(
    slug="connaissance-des-especes",
    title="Connaissance des espèces",
    theme=Theme.BIODIVERSITY,
    method="chao_2014",
    squares=True,
)
def species_knowledge(
    occurrences: Occurrences,
    status: SpeciesStatus | None = None,
    *,
    blur: Annotated[float, Param("Imprécision au-delà de laquelle une observation est écartée", "m", 10, 5000)] = 200,
) -> Records:
    """Observations placed to within `blur`; an unknown precision is kept.

    Taxa that the status calls sensitive are neither placed nor counted: their places must not be
    found. Both are counted in the assumptions of the result.
    """
    frame = occurrences.frame
    vague = frame["uncertainty"] > blur if "uncertainty" in frame else frame["taxon"].isna()
    secret = vague & False
    if status is not None:
        listed = status.frame.set_index("taxon")
        if "sensitive" in listed:
            secret = frame["taxon"].isin(_noted(listed, "sensitive"))
        for name in (one for one in STATUSES if one in listed):
            frame[name] = frame["taxon"].isin(_noted(listed, name))
    hidden, far = int(secret.sum()), int((vague & ~secret).sum())
    said = [
        f"{french.plural(count, 'observation')} {why} {'n’est pas comptée' if count < 2 else 'ne sont pas comptées'}."
        for count, why in (
            (hidden, "d’espèces sensibles"),
            (far, f"{french.agree(far, 'imprécise')} à plus de {french.quantity(blur, 'm')}"),
        )
        if count
    ]
    origin = occurrences.origin.supposing(*said, proxy=False)
    return Records(frame[~(vague | secret)], origin=origin, extent=occurrences.extent)


def _noted(listed: Any, status: str) -> Any:
    """Taxa that the list says to have this status; those of which it says nothing are not."""
    return listed.index[listed[status].fillna(value=False).astype(bool)]


@dataclass(frozen=True)
class Figures:
    """What is said of any set of observations; a species is a taxon accepted by the data."""

    records: Annotated[float, Indicator("Observations", "observations")]
    richness: Annotated[float, Indicator("Espèces observées", "espèces", True)]
    estimated: Annotated[float | Missing, Indicator("Espèces estimées, au moins (Chao 1)", "espèces")]
    completeness: Annotated[float | Missing, Indicator("Part observée des espèces estimées", "%", True)]
    coverage: Annotated[float | Missing, Indicator("Couverture de l’échantillon", "%", True, digits=1)]
    groups: Annotated[Breakdown | Missing, Indicator("Espèces par groupe", "espèces")]
    protected: Annotated[float | Missing, Indicator("Espèces protégées", "espèces", requires=("status",))]
    threatened: Annotated[float | Missing, Indicator("Espèces menacées", "espèces", requires=("status",))]
    invasive: Annotated[
        float | Missing, Indicator("Espèces exotiques envahissantes", "espèces", False, requires=("status",))
    ]


@species_knowledge.figures
def figures(
    records: Records,
    *,
    fewest: Annotated[int, Param("Observations sous lesquelles rien n’est estimé", "observations", 1, 1000)] = 20,
) -> Figures:
    """Chao 1 (a lower bound of the number of species) and Good-Turing coverage of Chao and Jost (2012).

    Both are drawn from how many species were seen once and twice; under `fewest` observations
    they are not given.
    """
    frame = records.frame
    taxa = frame["taxon"].tolist()
    counts = np.array(sorted(Counter(taxa).values(), reverse=True), dtype=int)
    richness, few = float(len(counts)), len(taxa) < fewest
    scarce = Missing(f"moins de {french.plural(fewest, 'observation')}")
    sample = abundances(counts)
    estimated = scarce if few else estimated_richness(sample)
    return Figures(
        records=float(len(taxa)),
        richness=richness,
        estimated=estimated,
        completeness=scarce if isinstance(estimated, Missing) else 100 * richness / estimated,
        coverage=scarce if few else 100 * float(coverage(sample)),
        groups=_groups(taxa, frame),
        **{name: _with(taxa, frame, name) for name in STATUSES},
    )


def _groups(taxa: list[str], frame: Any) -> Breakdown | Missing:
    """Species by group, the richest first."""
    groups = frame["group"].tolist() if "group" in frame else []
    counts = Counter(group for group, _ in set(zip(groups, taxa, strict=False)) if isinstance(group, str))
    if not counts:
        return Missing("les groupes ne sont pas renseignés" if taxa else "aucune observation")
    return Breakdown.of(dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))))


def _with(taxa: list[str], frame: Any, status: str) -> float | Missing:
    """Distinct taxa of this status."""
    if status not in frame:
        return Missing("ce statut n’est pas dans la liste des espèces")
    return float(len(set(compress(taxa, frame[status].tolist()))))
