"""A set of communes that somebody looks after: a programme, a département, a région, an intercommunal body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from coeurdeville.core.french import slug
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.territories.acv import liste_au, members
from coeurdeville.territories.communes import find
from coeurdeville.territories.referentiel import Referentiel, read_referentiel

PROGRAMME, FRANCE = "programme", "france"
FICTIONAL = r"00\d{3}"
"""Codes of towns that do not exist: each stands for itself."""
PERIMETER_UNKNOWN = Kind(
    "perimetre-inconnu",
    "{said} ne désigne aucun périmètre.",
    "Écrire « programme », « france », le code ou le nom d’un département, celui d’une région (R32), le SIREN d’une "
    "intercommunalité, une commune ; ou plusieurs, séparés par des virgules.",
)
ALSO_A_REGION = Kind(
    "code-de-departement-et-de-region",
    "« {code} » est pris comme le département {departement} ; c’est aussi le code de la région {region}.",
    "Pour la région, écrire R{code}.",
    Level.WARNING,
)


@dataclass(frozen=True)
class Perimeter:
    """Communes of today, and what they are together."""

    title: str
    """`département Aisne (02)`."""
    codes: tuple[str, ...]
    """Insee codes, sorted."""
    notes: tuple[Problem, ...] = ()
    """What is to be said of the way it was understood."""


def perimeter(text: str, known: Referentiel | None = None, au: date | None = None) -> Perimeter:
    """The perimeter that a text names: `programme` (Action Cœur de Ville), `france`, a département, a région, the
    SIREN of an intercommunal body, a commune; or several of them, separated by commas.

    Parameters
    ----------
    au
        Day at which the programme is read, by the list that was in force; the last list by default.

    Raises
    ------
    Refused
        `perimetre-inconnu`, and what is wrong with the name of a commune.
    """
    known = known or read_referentiel()
    parts = list(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))
    found, problems = list[Perimeter](), list[Problem]()
    for part in parts:
        try:
            found.append(_one(part, known, au))
        except Refused as refused:
            problems += [PERIMETER_UNKNOWN(said=f"« {part} »"), *refused.problems]
    if problems or not found:
        raise Refused(problems or [PERIMETER_UNKNOWN(said="Un texte vide")])
    return found[0] if len(found) == 1 else _together(found)


def _together(parts: list[Perimeter]) -> Perimeter:
    titles = list(dict.fromkeys(one.title for one in parts))
    codes = sorted({code for one in parts for code in one.codes})
    title = ", ".join(titles) if len(titles) <= 3 else f"{', '.join(titles[:2])} et {len(titles) - 2} autres"
    return Perimeter(title, tuple(codes), tuple(note for one in parts for note in one.notes))


def names_the_programme(text: str) -> bool:
    """Whether a text that `perimeter` reads is about the programme, alone or among others."""
    return any(slug(one) == PROGRAMME for one in text.split(","))


def _one(text: str, known: Referentiel, au: date | None) -> Perimeter:
    wanted = slug(text)
    if wanted == PROGRAMME:
        return Perimeter("programme Action Cœur de Ville", programme(au))
    if wanted == FRANCE:
        return Perimeter("France entière", tuple(known.communes["code"].to_pylist()))
    if re.fullmatch(FICTIONAL, text):
        return Perimeter(f"ville fictive {text}", (text,))
    unit = next(_units(text, wanted, known), None)
    if unit is not None:
        return unit
    found = find(text, known)
    return Perimeter(found.commune.nom, (found.commune.code,), found.notes)


def programme(au: date | None = None) -> tuple[str, ...]:
    """Insee codes of the communes of the programme at a day, by the last list without one; sorted."""
    return tuple(sorted(one.code_insee for one in (liste_au(au).membres.values() if au else members())))


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
            title = f"{sort} {named[match]} ({match})".strip()
            yield Perimeter(title, _codes(known.communes, column, match), _also(sort, text, named[match], known))


def _also(sort: str, text: str, name: str, known: Referentiel) -> tuple[Problem, ...]:
    """That a code of département is also that of a région, when it was the code that was typed.

    Those of the overseas régions (`01` to `06`) are not thought of: one is asked for by its département, `972`.
    """
    region = _names(known.communes, "region").get(text) if sort == "département" and not text.startswith("0") else None
    return (ALSO_A_REGION(code=text, departement=name, region=region),) if region else ()


def _names(table: Any, column: str) -> dict[str, str]:
    """Code -> name of every unit of one sort."""
    pairs = table.select([column, f"{column}_nom"]).group_by([column, f"{column}_nom"]).aggregate([]).to_pylist()
    return {row[column]: row[f"{column}_nom"] for row in pairs if row[column]}


def _codes(table: Any, column: str, value: str) -> tuple[str, ...]:
    cells = table[column].to_pylist()
    return tuple(code for code, cell in zip(table["code"].to_pylist(), cells, strict=True) if cell == value)
