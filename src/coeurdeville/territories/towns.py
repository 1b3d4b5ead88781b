"""Many communes at once, from the list of today: names and places without one look-up each."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from coeurdeville.territories.commune import Commune
from coeurdeville.territories.referentiel import Referentiel, commune_of_row, read_referentiel


def towns_of(codes: Collection[str], known: Referentiel | None = None) -> dict[str, Commune]:
    """Insee code -> commune of today, for those of these codes that there are; fictional and former ones are not."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table: Any = (known or read_referentiel()).communes
    wanted = table.filter(pc.is_in(table["code"], pa.array(list(codes), pa.string())))
    return {row["code"]: commune_of_row(row) for row in wanted.to_pylist()}
