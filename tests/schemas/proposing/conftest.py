"""Files of towns that describe the same thing in their own ways; every name in them is invented."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from coeurdeville.schemas.proposing.columns import Shared, TownColumn

FIRST = """Id;Nom;Surface_m2;Type;Ouvert;date_maj;nom_agent;lon;lat
1;Parc A;1200,5;parc;oui;12/05/2026;Martin;3.28;49.84
2;Square B;350;square;non;13/05/2026;Dupont;3.29;49.85
3;Parc C;8000;Parc;oui;14/05/2026;Martin;3.30;49.83
4;Square D;420;square;oui;15/05/2026;Dupont;3.31;49.86
5;Parc E;90000;parc;non;15/05/2026;Dupont;3.32;49.87
"""
SECOND = """gid,libelle,SUP_M2,nature,courriel,X_WGS84,Y_WGS84,ouvert,maj
10,Jardin X,540,square,a@valombre.example,2.1,48.1,oui,2026-01-02
11,Jardin Y,640,square,b@valombre.example,2.2,48.2,non,2026-01-03
12,Parc Z,1640,parc,b@valombre.example,2.3,48.3,oui,
13,Parc W,3640,parc,,2.4,48.4,oui,2026-01-04
"""


@pytest.fixture
def towns(tmp_path: Path) -> list[Path]:
    """Two towns' green spaces."""
    paths = [tmp_path / "villes" / "ville1.csv", tmp_path / "villes" / "ville2.csv"]
    paths[0].parent.mkdir()
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def shared() -> Callable[..., Shared]:
    """One column of one file."""

    def make(name: str, *cells: str | None) -> Shared:
        column = TownColumn("ville.csv", name, pd.Series(cells, dtype="str"))
        return Shared(column.read.key, (column,))

    return make
