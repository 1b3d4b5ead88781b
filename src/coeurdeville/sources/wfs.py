"""Objects of a WFS 2.0 service inside a box."""

from __future__ import annotations

from typing import Any

from coeurdeville.net.net import Net, Parameters
from coeurdeville.sources.geojson import reduced, require
from coeurdeville.sources.paging import every

PAGE, MOST = 5000, 200_000
"""Objects of a page, and of all: a town of 100 000 people has some 60 000 buildings."""


def wfs_features(
    net: Net, service: str, layer: str, box: tuple[float, float, float, float], *, sort: str, fields: tuple[str, ...]
) -> list[dict[str, Any]]:
    """GeoJSON features that touch a box of degrees (west, south, east, north), with these properties.

    Axes are those of `CRS:84`, longitude first by definition, where the order of `EPSG:4326`
    depends on the server. `sort` names a property that is unique: without an order, pages may overlap.

    Raises
    ------
    Refused
        Too many, too few, or why no answer came.
    """
    sides = ",".join(f"{side:.5f}" for side in box)
    asked: Parameters = {
        "SERVICE": "WFS",
        "VERSION": "2.0.0",
        "REQUEST": "GetFeature",
        "TYPENAMES": layer,
        "OUTPUTFORMAT": "application/json",
        "SRSNAME": "CRS:84",
        "BBOX": f"{sides},CRS:84",
        "SORTBY": sort,
        "COUNT": PAGE,
    }

    def page_from(rank: int) -> tuple[list[dict[str, Any]], int]:
        page = net.json(service, {**asked, "STARTINDEX": rank}, take=lambda content: _page(content, fields))
        return page["features"], page["numberMatched"]

    return every(page_from, MOST)


def _page(content: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    held = require(content, features=list, numberMatched=int)
    return {"features": [reduced(one, fields) for one in held["features"]], "numberMatched": held["numberMatched"]}
