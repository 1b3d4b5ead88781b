"""Patrimoine arboré: are a town's trees varied enough, and is the next generation there?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from coeurdeville.core import french
from coeurdeville.core.missing import Missing
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import POINT, VectorLayer
from coeurdeville.layers.trees import Trees
from coeurdeville.services.contract.declaration import Breakdown, Indicator, Param, Theme
from coeurdeville.services.contract.service import service
from coeurdeville.statistics.diversity import hill

SPECIES, GENUS, FAMILY = 10.0, 20.0, 30.0
"""Santamour's largest shares [%] of one species, one genus, one family."""
STAGES = ("jeune", "jeune adulte", "adulte", "mature", "sénescent")


class Heritage(VectorLayer):
    """Trees in place, with what diversity and age are judged on."""

    id, title, geometry = "heritage", "Arbres en place", POINT
    columns = (
        Column("species", "str", "Espèce"),
        Column("genus", "str", "Genre"),
        Column("family", "str", "Famille"),
        Column("stage", "str", "Stade de développement", values=STAGES),
        Column("height", "float", "Hauteur totale", "m", minimum=0),
        Column("remarkable", "bool", "Arbre remarquable"),
    )


@service(slug="patrimoine-arbore", title="Patrimoine arboré", theme=Theme.CLIMATE, method="santamour_1990")
def tree_heritage(trees: Trees) -> Heritage:
    """Trees in place as the inventory gives them; those felled, removed or dead were left out when it was read."""
    return Heritage(trees.frame, origin=trees.origin, extent=trees.extent)


@dataclass(frozen=True)
class Figures:
    """What is said of any set of trees. Shares of species, genera and families are among identified trees."""

    trees: Annotated[float, Indicator("Arbres en place", "arbres")]
    identified: Annotated[float | Missing, Indicator("Arbres dont l’espèce est identifiée", "%", True)]
    species: Annotated[Breakdown | Missing, Indicator("Arbres par espèce", "arbres")]
    genera: Annotated[Breakdown | Missing, Indicator("Arbres par genre", "arbres")]
    families: Annotated[Breakdown | Missing, Indicator("Arbres par famille", "arbres")]
    top_species: Annotated[float | Missing, Indicator("Part de l’espèce la plus plantée", "%", False, digits=1)]
    top_genus: Annotated[float | Missing, Indicator("Part du genre le plus planté", "%", False, digits=1)]
    top_family: Annotated[float | Missing, Indicator("Part de la famille la plus plantée", "%", False, digits=1)]
    effective: Annotated[float | Missing, Indicator("Nombre efficace d’espèces", "espèces", True, digits=1)]
    stages: Annotated[Breakdown | Missing, Indicator("Arbres par stade", "arbres")]
    young: Annotated[float | Missing, Indicator("Part d’arbres jeunes", "%")]
    remarkable: Annotated[float | Missing, Indicator("Arbres notés remarquables", "arbres")]


@tree_heritage.figures
def figures(
    heritage: Heritage,
    *,
    least: Annotated[float, Param("Part identifiée sous laquelle la diversité est tue", "%", 0, 100)] = 70,
    fewest: Annotated[int, Param("Nombre d’arbres sous lequel aucune part n’est donnée", "arbres", 1, 1000)] = 30,
) -> Figures:
    """Santamour's shares and the Hill number of order 1 (the exponential of Shannon's entropy).

    A tree known by its genus only counts for genera and families, not for species. Each rank is
    judged on the trees identified at this rank, and left unsaid when they are too few.
    """
    count = len(heritage)
    species, genera, families = (
        _counts(heritage, rank, least=least, fewest=fewest) for rank in ("species", "genus", "family")
    )
    stages = _counts(heritage, "stage", least=0, fewest=fewest)
    if isinstance(stages, Breakdown):
        known = dict(stages.parts)
        stages = Breakdown.of({stage: known[stage] for stage in STAGES if stage in known})
    return Figures(
        trees=count,
        identified=heritage.filled("species") if count else Missing("aucun arbre"),
        species=species,
        genera=genera,
        families=families,
        top_species=_largest(species),
        top_genus=_largest(genera),
        top_family=_largest(families),
        effective=species if isinstance(species, Missing) else hill([n for _, n in species.parts], 1),
        stages=stages,
        young=stages if isinstance(stages, Missing) else stages.share("jeune"),
        remarkable=heritage.total("remarkable"),
    )


def _counts(heritage: Heritage, rank: str, *, least: float, fewest: int) -> Breakdown | Missing:
    """Trees by value of `rank`, the most frequent first, equals in alphabetical order."""
    few = f"moins de {french.plural(fewest, 'arbre')}"
    if len(heritage) < fewest:
        return Missing(few)
    known = heritage.filled(rank)
    if not known:
        return Missing("non renseigné dans l’inventaire")
    if known < least:
        return Missing(f"{french.percent(known)} d’arbres identifiés, il en faut {french.percent(least)}")
    if heritage.frame[rank].notna().sum() < fewest:
        return Missing(f"renseigné pour {few}")
    counts = heritage.frame[rank].value_counts().rename_axis("name").reset_index()
    return Breakdown.of(dict(counts.sort_values(["count", "name"], ascending=[False, True]).to_numpy()))


def _largest(counts: Breakdown | Missing) -> float | Missing:
    return counts if isinstance(counts, Missing) else counts.share(counts.parts[0][0])
