"""The store of results: one Parquet of figures per service and département, measured objects apart, rendered files.

::

    figures/<service>/<département>.parquet    rows of every run; their records in the file's metadata
    objets/<service>/<key>.parquet             measured objects (GeoParquet, or Parquet without place)
    rendus/<key>/                              files drawn from results

A file is written aside, then renamed: a result is whole or absent.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coeurdeville.runs.record import from_record, to_record
from coeurdeville.runs.result import Result, Row

if TYPE_CHECKING:
    import pyarrow as pa

RECORDS = b"enregistrements"


@dataclass(frozen=True)
class Store:
    """Results on disk, found by key."""

    folder: Path

    def get(self, service: str, territory: str, key: str) -> Result | None:
        """The result of this key without its objects; None when it has not been computed."""
        table = self._table(self._figures(service, territory))
        records = _records(table)
        if table is None or key not in records:
            return None
        import pyarrow.compute as pc

        rows = table.filter(pc.field("key") == key).drop_columns("key").to_pylist()
        return from_record(records[key], tuple(Row(**row) for row in rows))

    def put(self, result: Result, today: date | None = None) -> None:
        """Keep a result with its day, and forget the former ones of the same service on the same territory."""
        today = today or date.today()
        self._put_objects(result)
        path = self._figures(result.service, result.territory)
        table, records = self._table(path), _records(self._table(path))
        kept = {key: one for key, one in records.items() if one["territory"] != result.territory}
        for old in records.keys() - kept.keys() - {result.key}:
            self.objects_path(result.service, old).unlink(missing_ok=True)
        kept[result.key] = {**to_record(result), "day": today.isoformat()}
        _write(path, _joined(table, set(kept) - {result.key}, result), kept)

    def day_of(self, service: str, territory: str, key: str) -> date | None:
        """When the result of this key was computed; None when it, its objects or its day are not there."""
        record = _records(self._table(self._figures(service, territory))).get(key, {})
        there = "day" in record and self.objects_path(service, key).is_file()
        return date.fromisoformat(record["day"]) if there else None

    def objects_path(self, service: str, key: str) -> Path:
        """Where the measured objects of a run are."""
        return self.folder / "objets" / service / f"{key}.parquet"

    def objects(self, service: str, key: str) -> Any:
        """The frame of measured objects of a run: a GeoDataFrame, or a DataFrame when they have no place."""
        import geopandas as gpd
        import pandas as pd
        import pyarrow.parquet as pq

        path = self.objects_path(service, key)
        placed = "geometry" in pq.read_schema(path).names
        return gpd.read_parquet(path) if placed else pd.read_parquet(path)

    def rendered(self, key: str) -> Path | None:
        """The folder of the files drawn under this key, when they are all there."""
        folder = self.folder / "rendus" / key
        return folder if folder.is_dir() else None

    def put_rendered(self, key: str, files: Mapping[str, bytes]) -> Path:
        """Keep rendered files, by name. When another process has just kept them, its own stay."""
        folder = self.folder / "rendus" / key
        aside = folder.with_name(f"{key}.{os.getpid()}.en-cours")
        aside.mkdir(parents=True)
        for name, content in files.items():
            (aside / name).write_bytes(content)
        try:
            aside.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise
            shutil.rmtree(aside)
        return folder

    def _figures(self, service: str, territory: str) -> Path:
        departement = territory[:3] if territory.startswith(("97", "98")) else territory[:2]
        return self.folder / "figures" / service / f"{departement}.parquet"

    def _table(self, path: Path) -> pa.Table | None:
        """The file, when it is there, whole and in the form of this version: another is computed again."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            return pq.read_table(path) if path.exists() and pq.read_schema(path).names == _schema().names else None
        except (pa.ArrowInvalid, OSError):
            return None

    def _put_objects(self, result: Result) -> None:
        if result.objects is not None:
            path = self.objects_path(result.service, result.key)
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_suffix(f".{os.getpid()}.en-cours")
            result.objects.frame.to_parquet(aside)
            aside.replace(path)


def _records(table: pa.Table | None) -> dict[str, Any]:
    return json.loads(table.schema.metadata[RECORDS]) if table is not None else {}


def _joined(table: pa.Table | None, kept: set[str], result: Result) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    columns = {field.name: [getattr(row, field.name) for row in result.rows] for field in fields(Row)}
    new = pa.table({"key": [result.key] * len(result.rows), **columns}, schema=_schema())
    if table is None:
        return new
    old = table.filter(pc.is_in(table["key"], pa.array(sorted(kept), pa.string())))
    return pa.concat_tables([old.replace_schema_metadata(None), new])


def _schema() -> pa.Schema:
    import pyarrow as pa

    numbers = {"value", "covered"}
    names = ["key", *(field.name for field in fields(Row))]
    return pa.schema([(name, pa.float64() if name in numbers else pa.string()) for name in names])


def _write(path: Path, table: pa.Table, records: Mapping[str, Any]) -> None:
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(f".{os.getpid()}.en-cours")
    pq.write_table(table.replace_schema_metadata({RECORDS: json.dumps(records)}), aside)
    aside.replace(path)
