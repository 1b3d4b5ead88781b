"""Values of a closed list, written as the list writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coeurdeville.schemas.mapping.listed import listed
from coeurdeville.schemas.repair.steps.contract import Step, Wanted

if TYPE_CHECKING:
    import pandas as pd


def _as_listed(texts: pd.Series[Any], wanted: Wanted) -> pd.Series[Any]:
    if not wanted.listed:
        return texts
    found = listed(texts, wanted.listed)
    return texts.where(found.isna(), found)


lists = Step("valeur-de-la-liste", "valeur écrite comme dans la liste du schéma", 50, _as_listed)
