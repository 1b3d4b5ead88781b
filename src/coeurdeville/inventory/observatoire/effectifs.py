"""How many agents communes have, when somebody knows it: the second threshold of the law."""

from __future__ import annotations

import csv
import math
from io import StringIO
from pathlib import Path

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.readers.delimiter import find_delimiter
from coeurdeville.readers.encoding import to_utf8

COLUMNS = ("code_insee", "agents")
NOT_STAFF = Kind(
    "effectifs-illisibles",
    "« {name} » ne donne pas les effectifs des communes : il y faut les colonnes « code_insee » et « agents ».",
    "Une ligne par commune, les agents en équivalents temps plein.",
)
STAFF_UNREADABLE = Kind(
    "effectif-illisible",
    "Dans « {name} », des effectifs ne se lisent pas.",
    "Écrire un nombre positif d’agents en équivalents temps plein, ou laisser la case vide.",
)


def read_staff(path: Path) -> dict[str, float]:
    """Insee code -> agents in full-time equivalents; a commune whose cell is empty is not there.

    Raises
    ------
    Refused
        `effectifs-illisibles`, or `effectif-illisible` with every line that is wrong.
    """
    words = to_utf8(path.read_bytes(), path.name).data.decode()
    rows = csv.DictReader(StringIO(words), delimiter=find_delimiter(words[:20_000]))
    if not set(COLUMNS) <= set(rows.fieldnames or ()):
        raise Refused([NOT_STAFF(name=path.name)])
    found, wrong = {}, []
    for rank, row in enumerate(rows, 2):
        text = (row["agents"] or "").strip()
        agents = _number(text)
        if agents is not None:
            found[row["code_insee"].strip().zfill(5)] = agents
        elif text:
            wrong.append(f"ligne {rank} : « {text} »")
    if wrong:
        raise Refused([STAFF_UNREADABLE(name=path.name, examples=wrong)])
    return found


def _number(text: str) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None
