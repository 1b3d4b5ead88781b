"""The same figures of several towns side by side, from their editions; what lacks says so, nobody is ranked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from coeurdeville.core.french import day, number, spaced
from coeurdeville.reports.exhibits import Column, Table
from coeurdeville.runs.result import TOWN
from coeurdeville.services.risks.flood_scenarios import scenario

Entry = Mapping[str, Any]
"""An object of `diagnostic.json`."""
Figure = tuple[str, str]
"""Name of an indicator, and the scenario that it tells apart, in words, or nothing."""


@dataclass(frozen=True)
class Compared:
    """A town and its edition."""

    name: str
    address: str
    """Of the version."""
    established: date
    summary: Mapping[str, Any]

    def service(self, slug: str) -> Entry | None:
        """What its edition says of a service; None when it does not know it."""
        return next((one for one in self.summary["services"] if one["nom"] == slug), None)


@dataclass(frozen=True)
class Comparison:
    """One service in all the towns."""

    title: str
    table: Table
    sources: tuple[tuple[str, str], ...]
    """Name of each town, and what its figures rest on."""


def comparisons(towns: Sequence[Compared]) -> tuple[Comparison, ...]:
    """One for each service that ran in at least one of the towns, in the order of the first town's edition."""
    listed = {one["nom"]: one for town in towns for one in town.summary["services"] if one["page"] is not None}
    made = (_comparison(slug, one["titre"], towns) for slug, one in listed.items())
    return tuple(one for one in made if one is not None)


def _comparison(slug: str, title: str, towns: Sequence[Compared]) -> Comparison | None:
    entries = [town.service(slug) for town in towns]
    figures = _figures([entry for entry in entries if entry and entry["page"] is not None])
    if not figures:
        return None
    head = [Column(f"{town.name}, {day(town.established)}", numeric=True) for town in towns]
    rows = [(_label(figure, entries), *(_cell(figure, one) for one in entries)) for figure in figures]
    table = Table(f"{title}, chiffres de la commune entière", (Column("Chiffre"), *head), tuple(rows))
    cited = ((town.name, _sources(one)) for town, one in zip(towns, entries, strict=True))
    return Comparison(title, table, tuple(cited))


def _figures(ran: Sequence[Entry]) -> list[Figure]:
    """Those of the whole town that are one number each, at the usual parameters, in the editions where it ran.

    Where a figure lacks, its edition has one row for the whole of it: that is no figure of its own when another
    edition tells it by category or by value.
    """
    rows = [one for entry in ran for one in entry["chiffres"] if one["zonage"] == TOWN and one["parametre"] is None]
    parted = {one["indicateur"] for one in rows if one["categorie"] is not None}
    told = {one["indicateur"] for one in rows if one["modalite"]}
    plain = (one for one in rows if one["categorie"] is None)
    found = (_figure(one) for one in plain if one["valeur"] is not None or one["indicateur"] not in parted)
    return [one for one in dict.fromkeys(found) if one[1] or one[0] not in told]


def _figure(row: Entry) -> Figure:
    return row["indicateur"], scenario(row["modalite"]).label if row["modalite"] else ""


def _label(figure: Figure, entries: Sequence[Entry | None]) -> str:
    name, value = figure
    known = (one for entry in entries if entry for one in entry["indicateurs"] if one["nom"] == name)
    told = next(known)
    title, unit = str(told["titre"]), str(told["unite"])
    named = unit.isalpha() and unit.lower() in title.lower()  # a sign in a title may be that of a threshold
    beside = [value, "" if named else unit]
    return f"{title} ({', '.join(filter(None, beside))})" if any(beside) else title


def _cell(figure: Figure, entry: Entry | None) -> str:
    if entry is None or entry["page"] is None:
        why = "service absent de cette édition" if entry is None else entry["raison"] or "service non lancé"
        return spaced(f"non calculé : {why}")
    one = _row(figure, entry) or _row((figure[0], ""), entry)
    if one is None or one["valeur"] is None:
        return spaced(f"non calculé : {(one and one['raison']) or _absence(figure, entry)}")
    told = next(each for each in entry["indicateurs"] if each["nom"] == figure[0])
    return number(one["valeur"], told["decimales"])


def _row(figure: Figure, entry: Entry) -> Entry | None:
    plain = (one for one in entry["chiffres"]
             if one["zonage"] == TOWN and one["categorie"] is None and one["parametre"] is None)  # fmt: skip
    return next((one for one in plain if _figure(one) == figure), None)


def _absence(figure: Figure, entry: Entry) -> str:
    """Why an edition has no row for a figure: it did not know it yet, or its data have no such scenario."""
    known = any(one["indicateur"] == figure[0] for one in entry["chiffres"])
    return "ses données n’ont pas ce scénario" if known and figure[1] else "ce chiffre n’était pas encore donné"


def _sources(entry: Entry | None) -> str:
    """`Arbres, Ville de Redon, 2024, Licence Ouverte 2.0 ; …`; that there is none when it did not run."""
    if entry is None or entry["page"] is None:
        return "pas de calcul, donc pas de source."
    said = dict.fromkeys(_cited(use["origine"]) for use in entry["couches_utilisees"])
    return spaced(f"{' ; '.join(said)}. Confiance {entry['confiance']['note']}.")


def _cited(origin: Entry) -> str:
    years = _years(origin["millesime"])
    return (
        f"{origin['titre']}, {origin['producteur'] or 'producteur à préciser'}, {years}, {origin['licence']['titre']}"
    )


def _years(vintage: Mapping[str, str] | None) -> str:
    """`2024`, `2018 à 2024`, `date inconnue`."""
    if not vintage or not vintage["debut"]:
        return "date inconnue"
    start, end = vintage["debut"][:4], (vintage["fin"] or vintage["debut"])[:4]
    return start if start == end else f"{start} à {end}"
