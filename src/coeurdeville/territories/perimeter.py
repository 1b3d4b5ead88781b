"""A set of communes that somebody looks after: a programme, a département, a région, an intercommunal body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from coeurdeville.core.french import slug
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.territories.acv import members
from coeurdeville.territories.communes import find
from coeurdeville.territories.referentiel import Referentiel, read_referentiel

PROGRAMME, FRANCE = "programme", "france"
PERIMETER_UNKNOWN = Kind(
    "perimetre-inconnu",
    "« {text} » ne désigne aucun périmètre.",
    "Écrire « programme », « france », le code ou le nom d’un département ou d’une région, le SIREN d’une "
    "intercommunalité, ou plusieurs communes séparées par des virgules.",
)


@dataclass(frozen=True)
class Perimeter:
    """Communes of today, and what they are together."""

    title: str
    """`département Aisne (02)`."""
    codes: tuple[str, ...]
    """Insee codes, sorted."""

    def within(self, codes: tuple[str, ...]) -> Perimeter:
        """The part of it that is among these."""
        return Perimeter(self.title, tuple(sorted(set(self.codes) & set(codes))))


def perimeter(text: str, known: Referentiel | None = None) -> Perimeter:
    """The perimeter that a text names: `programme` (Action Cœur de Ville), `france`, a département, a région, the
    SIREN of an intercommunal body, or communes separated by commas.

    Raises
    ------
    Refused
        `perimetre-inconnu`, or what is wrong with the name of a commune.
    """
    known = known or read_referentiel()
    wanted = slug(text)
    if wanted == PROGRAMME:
        return Perimeter("programme Action Cœur de Ville", programme())
    if wanted == FRANCE:
        return Perimeter("France entière", tuple(known.communes["code"].to_pylist()))
    found = next(_units(text.strip(), wanted, known), None)
    return found or _listed(text, known)


def programme() -> tuple[str, ...]:
    """Insee codes of the communes of the programme, sorted."""
    return tuple(sorted(one.code_insee for one in members()))


def _units(text: str, wanted: str, known: Referentiel) -> Iterator[Perimeter]:
    """The département, else the région, else the intercommunal body of this code or name.

    Codes of départements and régions overlap (`84`): a région is called `R84`, or by its name.
    """
    region = re.fullmatch(r"[Rr](\d\d)", text)
    for sort, column, code in (
        ("département", "departement", text.upper()),
        ("région", "region", region[1] if region else ""),
        ("", "epci", text),
    ):
        named = _names(known.communes, column)
        match = next((one for one, title in named.items() if one == code or slug(title) == wanted), None)
        if match is not None:
            yield Perimeter(f"{sort} {named[match]} ({match})".strip(), _codes(known.communes, column, match))


def _names(table: Any, column: str) -> dict[str, str]:
    """Code -> name of every unit of one sort."""
    pairs = table.select([column, f"{column}_nom"]).group_by([column, f"{column}_nom"]).aggregate([]).to_pylist()
    return {row[column]: row[f"{column}_nom"] for row in pairs if row[column]}


def _codes(table: Any, column: str, value: str) -> tuple[str, ...]:
    cells = table[column].to_pylist()
    return tuple(code for code, cell in zip(table["code"].to_pylist(), cells, strict=True) if cell == value)


def _listed(text: str, known: Referentiel) -> Perimeter:
    names = [one.strip() for one in text.split(",") if one.strip()]
    if not names:
        raise Refused([PERIMETER_UNKNOWN(text=text)])
    problems: list[Problem] = []
    communes = []
    for name in names:
        try:
            communes.append(find(name, known).commune)
        except Refused as refused:
            problems.extend(refused.problems)
    if problems:
        raise Refused([PERIMETER_UNKNOWN(text=text), *problems])
    title = ", ".join(one.nom for one in communes) if len(communes) <= 3 else f"{len(communes)} communes"
    return Perimeter(title, tuple(sorted({one.code for one in communes})))
