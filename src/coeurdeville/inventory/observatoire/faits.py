"""The facts that the product carries on the towns of the programme, and how they are drawn from an export.

`python -m coeurdeville.inventory.observatoire.faits <export.csv>` writes `acv_2021.csv` again; a test on the real
file compares the two.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TextIO

from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.observatoire.lecture import read_observatoire
from coeurdeville.inventory.observatoire.presence import Etat, Presence
from coeurdeville.inventory.observatoire.rattachement import place
from coeurdeville.territories.perimeter import programme
from coeurdeville.territories.referentiel import read_referentiel
from coeurdeville.territories.towns import towns_of

FACTS = Path(__file__).with_name("acv_2021.csv")
ABOUT = Path(__file__).with_name("acv_2021.toml")
BODIES = ("commune", "epci")
FIELDS = ("publie", "portail", "jeux_portail", "datagouv", "jeux_datagouv")
COLUMNS = ("code_insee", *(f"{body}_{field}" for body in BODIES for field in FIELDS))


@dataclass(frozen=True)
class Faits:
    """What is carried: the states, and what must be cited with them."""

    etats: dict[str, Etat]
    edition: Vintage
    source: str
    licence: str
    """Key of a licence: `lov2`."""


def read_facts() -> Faits:
    """The facts on the towns of the programme. The intercommunal body is the one of today."""
    about = tomllib.loads(ABOUT.read_text(encoding="utf-8"))
    rows = list(csv.DictReader(StringIO(FACTS.read_text(encoding="utf-8"))))
    towns = towns_of([row["code_insee"] for row in rows])
    etats = {
        row["code_insee"]: Etat(towns[row["code_insee"]], *(_presence(row, body) for body in BODIES)) for row in rows
    }
    when = about["edition"]
    return Faits(etats, Vintage(when, when), about["source"], about["licence"])


def write_facts(etats: Iterable[Etat], out: TextIO) -> None:
    """One line for each commune, by code; the same states always give the same bytes."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for etat in sorted(etats, key=lambda one: one.commune.code):
        table.writerow([etat.commune.code, *_cells(etat.elle_meme), *_cells(etat.epci)])


def draw_facts(export: Path) -> str:
    """The text of the table for the towns of the programme, drawn from an export."""
    known = read_referentiel()
    placed = place(read_observatoire(export), towns_of(programme(), known), known)
    text = StringIO()
    write_facts(placed.etats.values(), text)
    return text.getvalue()


def _cells(presence: Presence | None) -> list[str]:
    if presence is None:
        return ["non", "", "", "", ""]
    counts = ["" if one is None else str(one) for one in (presence.jeux_portail, presence.jeux_datagouv)]
    return ["oui", presence.portail, counts[0], presence.datagouv, counts[1]]


def _presence(row: dict[str, str], body: str) -> Presence | None:
    publie, portail, jeux_portail, datagouv, jeux_datagouv = (row[f"{body}_{field}"] for field in FIELDS)
    return Presence(portail, _count(jeux_portail), datagouv, _count(jeux_datagouv)) if publie == "oui" else None


def _count(text: str) -> int | None:
    return int(text) if text else None


if __name__ == "__main__":
    FACTS.write_text(draw_facts(Path(sys.argv[1])), encoding="utf-8")
