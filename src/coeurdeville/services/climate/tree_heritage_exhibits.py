"""What shows a tree heritage: the first species as bars, the first genus of each zone as a map."""

from __future__ import annotations

from coeurdeville.core import french
from coeurdeville.core.missing import Missing
from coeurdeville.layers.reference.french_names import french_name
from coeurdeville.services import places
from coeurdeville.services.climate.tree_heritage import FAMILY, GENUS, SPECIES, Figures
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.page import Bar, Bars, Classes, Sheet, TableColumn, Told, ZoneMap

SHOWN = 8
"""Species drawn as bars."""


def over(counts: Breakdown, limit: float) -> list[tuple[str, float]]:
    """French names and shares [%] of the parts that reach `limit`, the largest first."""
    shares = [(french_name(name), counts.share(name)) for name, _ in counts.parts]
    return [(name, share) for name, share in shares if share >= limit]


def first(counts: Breakdown) -> tuple[str, float]:
    """French name and share [%] of the largest part."""
    name, _ = counts.parts[0]
    return french_name(name), counts.share(name)


def uniform_zones(told: Told[Figures]) -> list[str]:
    """Zones where one genus makes more than 30 % of the trees, the most uniform first."""
    shares = {name: one.top_genus for name, one in told.zones().items()}
    found = {name: share for name, share in shares.items() if isinstance(share, float) and share > FAMILY}
    return sorted(found, key=lambda name: (-found[name], name))


def species_reaching(count: int) -> str:
    """`Trois espèces atteignent`."""
    return f"{french.how_many(count, 'espèce', feminine=True)} {'atteint' if count == 1 else 'atteignent'}"


def precise(share: float) -> str:
    """`10,4 %`, `67 %`: a decimal where a reference is near."""
    return french.percent(share, 1 if share < GENUS else 0)


def species_chart(species: Breakdown, families: Breakdown | Missing) -> Bars:
    """The first species, those that reach 10 % told apart; the first family in the note."""
    count = len(over(species, SPECIES))
    reaching = f"{french.capital(species_reaching(count))} ou {'dépasse' if count == 1 else 'dépassent'}"
    shares = [(french_name(name), species.share(name)) for name, _ in species.parts[:SHOWN]]
    note = (
        f"Le repère de {french.percent(SPECIES)} est une règle d’usage\u00a0: quand une espèce le dépasse, une seule "
        "maladie peut toucher plus d’un arbre sur dix. Il dit où regarder, pas ce qu’il faut faire."
    )
    others = len(species) - len(shares)
    if not isinstance(families, Missing):
        family, share = first(families)
        note += f" La famille la plus plantée, {family}, fait {french.percent(share)} des arbres (repère\u00a0: "
        note += f"{french.percent(FAMILY)})."
    if others > 1:
        least = french.percent(shares[-1][1], 1)
        note += f" Les {french.number(others)} autres espèces font chacune {least} des arbres ou moins."
    return Bars(
        title=f"{reaching if count else 'Aucune espèce n’atteint'} {french.percent(SPECIES)} des arbres",
        bars=tuple(Bar(name, share, share >= SPECIES) for name, share in shares),
        unit="%",
        digits=1,
        reference=SPECIES,
        reference_words=f"repère\u00a0: {french.percent(SPECIES)}",
        note=note,
    )


def genus_map(told: Told[Figures]) -> ZoneMap | None:
    """The share of the first genus in each zone; None when it is known in none."""
    zones = {name: one for name, one in told.zones().items() if one.trees}
    if not any(isinstance(one.top_genus, float) for one in zones.values()):
        return None
    ranked = sorted(zones, key=lambda name: (-places.known(zones[name].top_genus), name))
    count = len(uniform_zones(told))
    where = f"Dans {places.how_many(count, told)}, un seul genre fait" if count else "Aucun genre ne fait"
    return ZoneMap(
        title=f"{where} plus de {french.percent(FAMILY)} des arbres{'' if count else f' d’un {places.noun(told).one}'}",
        values={name: zones[name].top_genus for name in ranked},
        classes=Classes(
            "Part du genre le plus planté",
            (GENUS, FAMILY),
            (
                f"moins de {french.percent(GENUS)}",
                f"de {french.number(GENUS)} à {french.percent(FAMILY)}",
                f"{french.percent(FAMILY)} ou plus",
            ),
        ),
        table=Sheet(
            places.caption("Genre le plus planté", ranked, told, "les plus uniformes"),
            (
                TableColumn(french.capital(places.noun(told).one)),
                TableColumn("Arbres", numeric=True),
                TableColumn("Genre"),
                TableColumn("Part", numeric=True),
            ),
            tuple((name, places.cell(zones[name].trees), *_genus(zones[name])) for name in places.listed(ranked, told)),
        ),
        zoning=told.zoning,
        points=True,
        note=places.reading(told),
    )


def _genus(zone: Figures) -> tuple[str, str]:
    if isinstance(zone.genera, Missing):
        return "non calculé", "–"
    name, share = first(zone.genera)
    return name, french.percent(share)
