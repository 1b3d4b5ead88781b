"""How many people live in each commune, to weigh what is gained or lacking there."""

from __future__ import annotations

from coeurdeville.territories.referentiel import Referentiel, read_referentiel


def inhabitants(known: Referentiel | None = None) -> dict[str, int]:
    """Insee code -> population municipale of every commune of today; 0 where nobody lives."""
    table = (known or read_referentiel()).communes
    return {
        code: people or 0
        for code, people in zip(table["code"].to_pylist(), table["population"].to_pylist(), strict=True)
    }
