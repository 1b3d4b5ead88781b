"""What the candidatures that are retained would unlock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from coeurdeville.core.french import about, agree, capital, listing, number, plural, spaced
from coeurdeville.reports.documents import Block, Bullets, Column, Heading, KeyFigure, KeyFigures, Paragraph, Table

PARTS: Final = {"thèmes": "themes", "régions": "regions", "tailles": "tailles"}


def portefeuille(told: Mapping[str, Any]) -> Iterator[Block]:
    """All together, then each alone; nothing when none is retained."""
    those = told["portefeuille"]
    if those is None or not those["seuls"]:
        return
    whole = those["ensemble"]
    freed = whole["debloquees"]
    yield Heading("Ce que les candidatures retenues débloqueraient")
    yield KeyFigures(
        (
            KeyFigure(
                plural(freed, "ville"),
                f"{agree(freed, 'débloquée')}, ensemble",
                f"{about(whole['habitants'])} {agree(whole['habitants'], 'habitant')}",
            ),
            *_services(whole),
            KeyFigure(plural(whole["deja"], "ville"), "où ces services tournent déjà"),
        )
    )
    yield Paragraph(
        "Une ville est débloquée quand un service demandé, bloqué chez elle aujourd’hui, y tournerait si elle avait "
        "les données que ces candidatures prévoient et normaliseront. Les villes sont comptées une fois."
    )
    columns = (
        Column("Ville"),
        *(Column(name, numeric=True) for name in ("Villes débloquées", "Habitants", "Doutes levés")),
    )
    yield Table("Chacune, seule", columns, tuple(_alone(one) for one in those["seuls"]))
    parts = [f"{capital(name)} : {_counted(those[key])}." for name, key in PARTS.items() if those[key]]
    yield Bullets(tuple(spaced(one) for one in parts))


def _services(whole: Mapping[str, int]) -> Iterator[KeyFigure]:
    """Services and doubts, town by town."""
    yield KeyFigure(plural(whole["services"], "service"), f"{agree(whole['services'], 'débloqué')}, ville par ville")
    yield KeyFigure(plural(whole["doutes"], "doute"), f"{agree(whole['doutes'], 'levé')}, ville par ville")


def _alone(one: Mapping[str, Any]) -> tuple[str, ...]:
    """Nothing can be said of a service that is not in the catalogue."""
    figures = (number(one["debloquees"]), about(one["habitants"]), number(one["doutes"]))
    return one["ville"], *(value if one["connue"] else "" for value in figures)


def _counted(found: Mapping[str, int]) -> str:
    return listing([f"{name} ({count})" for name, count in found.items() if count])
