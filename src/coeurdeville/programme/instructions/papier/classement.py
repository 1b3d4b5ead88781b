"""The ranking as it was when the jury sat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from coeurdeville.core.french import listing, number, plural, spaced
from coeurdeville.reports.documents import Block, Column, Heading, Note, Paragraph, Table


def classement(told: Mapping[str, Any]) -> Iterator[Block]:
    """Each candidature, its place and its scores; which ones have too few reviews for a place."""
    wanted = told["appel"]["relectures_voulues"]
    yield Heading("Le classement, tel qu’il était")
    yield Paragraph(
        "Chaque relecture donne un score de 0 à 5, moyenne des notes pondérée par les critères. La place suit la "
        "médiane des scores, puis leur moyenne. Le classement éclaire le jury ; il ne décide pas."
    )
    columns = (
        Column("Ville"), Column("Place"), Column("Médiane", numeric=True), Column("Moyenne", numeric=True),
        Column("Étendue", numeric=True), Column("Relectures", numeric=True), Column("Abstentions", numeric=True),
    )  # fmt: skip
    yield Table("Les candidatures et leurs scores", columns, tuple(_row(one) for one in told["classement"]))
    few = [one["ville"] for one in told["classement"] if not one["suffisante"]]
    if few:
        yield Note(spaced(f"Moins de {plural(wanted, 'relecture')}, donc sans place : {listing(few)}."))


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    place = "" if one["rang"] is None else f"{one['rang']}{' ex æquo' if one['ex_aequo'] else ''}"
    figures = [_figure(one[name]) for name in ("mediane", "moyenne", "etendue")]
    return one["ville"], place, *figures, number(one["relectures"]), number(one["abstentions"])


def _figure(text: str | None) -> str:
    return "" if text is None else number(float(Fraction(text)), 2)
