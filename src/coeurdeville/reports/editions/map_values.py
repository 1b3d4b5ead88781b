"""The own values of the objects of a map, for who wants data rather than a drawing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coeurdeville.core.provenance import Origin
from coeurdeville.reports.exports.facts import cited
from coeurdeville.reports.exports.map_layer import CLASS, Field, texts
from coeurdeville.reports.exports.object_layers import object_values
from coeurdeville.reports.exports.zone_layers import zone_values
from coeurdeville.reports.subject import Chapter

FINEST = 3
"""Decimals of a number: a millimetre, a thousandth of a share."""


@dataclass(frozen=True)
class Values:
    """What is known of each object, and what it must be cited with."""

    fields: tuple[Field, ...]
    frame: Any
    """A row an object, in the order of the shapes; the columns of `fields`."""
    cited: Mapping[str, str]
    """`sources`, `licence` and what else there is, in French words."""

    def members(self, title: str) -> dict[str, Any]:
        """Those of the collection, beside its features (RFC 7946, section 6.1)."""
        columns = {
            one.key: {"titre": one.title, **({"description": one.description} if one.description else {})}
            for one in self.fields
        }
        return {"title": title, **self.cited, "colonnes": columns}

    def properties(self) -> Iterator[str]:
        """Of each object, in JSON; null is what is not known."""
        names = [field.key for field in self.fields]
        columns = [[*map(_plain, self.frame[name].tolist())] for name in names]
        rows = zip(*columns, strict=True) if columns else iter([()] * len(self.frame))
        return (json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str) for row in rows)

    def classed(self, title: str, words: Sequence[str]) -> Values:
        """With the class that the map gives to each object."""
        field = Field(CLASS, f"{title} (classe)", "La classe de la carte du rapport.")
        return Values((*self.fields, field), self.frame.assign(**{CLASS: texts(words).to_numpy()}), self.cited)


def values_of_objects(chapter: Chapter) -> Values:
    """The columns that the service declares for the objects it measures."""
    fields, frame = object_values(chapter)
    return Values(fields, frame, _cited(chapter))


def values_of_zones(chapter: Chapter, zoning: str, zones: Sequence[str]) -> Values:
    """The figures of a service in each of these zones."""
    fields, frame = zone_values(chapter, zoning, zones)
    return Values(fields, frame, _cited(chapter))


def values_of_limits(title: str, names: Sequence[str], origin: Origin) -> Values:
    """The names of quarters, or of the town."""
    import pandas as pd

    told = {"sources": origin.cite(), "licence": origin.licence.title}
    return Values((Field("nom", title),), pd.DataFrame({"nom": texts(names)}), told)


def _cited(chapter: Chapter) -> dict[str, str]:
    words = cited(chapter)
    return {"sources": words.sources, "licence": words.licence, "date_des_donnees": words.dates,
            "methode": words.method, "confiance": words.grade}  # fmt: skip


def _plain(value: Any) -> Any:
    import pandas as pd

    if pd.isna(value):
        return None
    return round(value, FINEST) if isinstance(value, float) else value
