"""Layers made of rows: the base of those with a place, and tables and series without one."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Self

import numpy as np

from coeurdeville.core.french import quoted
from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.layer import Layer

if TYPE_CHECKING:
    import pandas as pd

DATES_UNORDERED = Kind(
    "dates-desordonnees",
    "Les dates de la couche « {title} » doivent être croissantes et sans doublon.",
    "Trier le fichier par date et retirer les lignes répétées.",
)


class TableLayer(Layer):
    """Rows of declared columns. Other columns of the data are dropped: nothing undeclared travels."""

    columns: ClassVar[tuple[Column, ...]] = ()
    dated: ClassVar[str] = ""
    """The column of the day on which each row was true; empty: rows do not say it."""

    def __init__(self, data: pd.DataFrame, **where: Any) -> None:
        declared = [column.name for column in self.columns if column.name in data]
        super().__init__(data[[*declared, *self._own_columns()]], **where)

    @classmethod
    def _own_columns(cls) -> tuple[str, ...]:
        return ()

    @property
    def frame(self) -> Any:
        """A lazy copy, with every declared column that the data have: writing to it never reaches the layer."""
        return self._data.copy(deep=False)

    def __len__(self) -> int:
        return len(self._data)

    def has(self, column: str) -> bool:
        """Whether the data hold this column with at least one value."""
        return column in self._data and bool(self._data[column].notna().any())

    def filled(self, column: str) -> float:
        """Share [%] of rows where `column` is known; 0 when absent, and for a layer without rows."""
        return 100 * float(self._data[column].notna().mean()) if len(self) and column in self._data else 0.0

    def total(self, column: str) -> float | Missing:
        """Sum of `column`, unknown values left out; 0 without rows; Missing when none of them is known."""
        if column not in self._data or (len(self) and not self.has(column)):
            return Missing(f"{quoted([self._title(column)])} n’est pas renseigné")
        return float(self._data[column].sum())

    def share(
        self, column: str, *, at_least: float = -math.inf, at_most: float = math.inf, weight: str = ""
    ) -> float | Missing:
        """Share [%] of rows, or of their `weight`, whose `column` is within the bounds, both included.

        Rows where it is unknown are left out of both sides. Missing when nothing can be judged.
        """
        if column not in self._data:
            return Missing(f"{quoted([self._title(column)])} n’est pas renseigné")
        values = self._data[column].to_numpy()
        known = self._data[column].notna().to_numpy()
        weights = self._data[weight].to_numpy() if weight else np.ones(len(values))
        whole = weights[known].sum()
        if not whole:
            return Missing("aucun objet à juger")
        held = known & (values >= at_least) & (values <= at_most)
        return float(100 * weights[held].sum() / whole)

    def where(self, column: str, value: Hashable) -> Self:
        """The rows that hold `value` in `column`."""
        return self._holding(self._data[self._data[column] == value])

    def without_rows(self) -> Self:
        """The same layer with no row: what a zone without objects holds."""
        return self._holding(self._data.iloc[:0])

    def values_of(self, column: str) -> list[str]:
        """The distinct known values of `column`, sorted."""
        return sorted(self._data[column].dropna().unique())

    def problems(self) -> Iterator[Problem]:
        """Problems of each declared column."""
        for column in self.columns:
            yield from column.problems(self._data)

    def fingerprint(self) -> str:
        """Hash of columns and values, in row order."""
        import pandas as pd

        plain = pd.DataFrame(self._data[[c.name for c in self.columns if c.name in self._data]])
        digest = hashlib.sha256(repr(list(plain.columns)).encode())
        digest.update(pd.util.hash_pandas_object(plain, index=False).to_numpy().tobytes())
        for part in self._more_to_hash():
            digest.update(part)
        return digest.hexdigest()[:16]

    def _more_to_hash(self) -> Iterator[bytes]:
        yield repr(self.extent.wkb_hex if self.extent is not None else None).encode()

    def _title(self, name: str) -> str:
        return next((column.title for column in self.columns if column.name == name), name)


class SeriesLayer(TableLayer):
    """Dated rows; `date` is declared by the layer, increasing, without duplicate within each `station` if any."""

    dated = "date"

    def problems(self) -> Iterator[Problem]:
        """Problems of columns, and of the order of dates."""
        found = list(super().problems())
        yield from found
        if not found and not self._ordered():
            yield DATES_UNORDERED(title=self.title)

    def _ordered(self) -> bool:
        by = self._data["station"] if "station" in self._data else np.zeros(len(self))
        dates = self._data["date"].groupby(np.asarray(by), sort=False)
        return all(one.is_monotonic_increasing and one.is_unique for _, one in dates)
