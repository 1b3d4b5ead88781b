"""The record of a run as JSON: what was used, lacked and chosen, so that a stored figure can still be cited."""

from __future__ import annotations

from datetime import date
from typing import Any

from coeurdeville.core.licences import licence
from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage
from coeurdeville.runs.result import Result, Row, Use


def to_record(result: Result) -> dict[str, Any]:
    """Everything of a result but its rows and objects, in plain types."""
    return {
        "key": result.key,
        "service": result.service,
        "territory": result.territory,
        "state": result.state,
        "used": [_use(use) for use in result.used],
        "lacked": list(result.lacked),
        "parameters": dict(result.parameters),
    }


def from_record(record: dict[str, Any], rows: tuple[Row, ...]) -> Result:
    """The result that `to_record` was given, without its objects; the day on which it was kept is not part of it."""
    used = tuple(Use(**{**use, "origin": _origin(use["origin"])}) for use in record["used"])
    record = {key: value for key, value in record.items() if key != "day"}
    return Result(**{**record, "rows": rows, "used": used, "lacked": tuple(record["lacked"])})


def _use(use: Use) -> dict[str, Any]:
    origin = use.origin
    vintage = [day.isoformat() for day in (origin.vintage.start, origin.vintage.end)] if origin.vintage else None
    plain = {**vars(origin), "vintage": vintage, "licence": origin.licence.key, "assumptions": list(origin.assumptions)}
    return {**vars(use), "origin": plain}


def _origin(plain: dict[str, Any]) -> Origin:
    span = plain["vintage"]
    vintage = Vintage(*(date.fromisoformat(day) for day in span)) if span else None
    return Origin(**{**plain, "vintage": vintage, "licence": licence(plain["licence"]),
                     "assumptions": tuple(plain["assumptions"])})  # fmt: skip
