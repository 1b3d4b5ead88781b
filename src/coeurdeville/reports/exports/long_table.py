"""`indicateurs.csv`: one row a figure, whatever the zone, ready for a French spreadsheet and for a program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from coeurdeville.core.formulas import harmless
from coeurdeville.reports.exports.facts import Fact
from coeurdeville.reports.subject import Subject

COLUMNS = (
    "commune",
    "code_commune",
    "service",
    "indicateur",
    "unite",
    "zonage",
    "zone",
    "modalite",
    "categorie",
    "parametre",
    "valeur",
    "raison_si_absente",
    "part_couverte",
    "confiance",
    "raisons_de_confiance",
    "sources",
    "date_des_donnees",
    "licence",
    "methode",
    "date_du_calcul",
)
DECIMALS = 6


def long_table(subject: Subject, facts: Iterable[Fact]) -> bytes:
    """Semicolons, decimal commas, UTF-8 with its mark: what Excel in French opens right by a double click.

    Dates are written `2026-11-23`. A text that a spreadsheet would run as a formula is preceded by
    an apostrophe.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    town = (harmless(subject.town.name), subject.town.code)
    day = subject.today.isoformat()
    writer.writerows((*town, *_cells(fact), day) for fact in facts)
    return file.getvalue().encode("utf-8-sig")


@lru_cache
def decimal(value: float | None) -> str:
    """`11,823529`: no exponent, no zero at the end; empty for None."""
    if value is None:
        return ""
    return np.format_float_positional(round(value, DECIMALS) + 0.0, precision=DECIMALS, trim="-").replace(".", ",")


def _cells(fact: Fact) -> tuple[str, ...]:
    row, words = fact.row, fact.cited
    found = (fact.service.title, fact.indicator.title, fact.indicator.unit, row.zoning, row.zone, fact.by, row.category,
             fact.parameter)  # fmt: skip
    cited = (words.grade, words.reasons, words.sources, words.dates, words.licence, words.method)
    return (
        *map(harmless, found),
        decimal(row.value),
        harmless(row.missing),
        decimal(row.covered),
        *map(harmless, cited),
    )
