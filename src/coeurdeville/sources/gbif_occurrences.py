"""Observations of species that the producers of GBIF share."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from coeurdeville.core.french import agree, plural
from coeurdeville.core.licences import CLOSED, LICENCES, UNKNOWN, Licence, combine
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.occurrences import Occurrences
from coeurdeville.net.net import Net, Parameters
from coeurdeville.readers.dates import dates
from coeurdeville.sources.contract.declaration import RECORDED
from coeurdeville.sources.contract.ground import ground_of, in_degrees
from coeurdeville.sources.contract.making import make
from coeurdeville.sources.contract.source import source
from coeurdeville.sources.geojson import require
from coeurdeville.sources.paging import every
from coeurdeville.territories.coverage import Coverage
from coeurdeville.territories.territory import Territory

if TYPE_CHECKING:
    import pandas as pd
    from shapely.geometry import Polygon

SEARCH = "https://api.gbif.org/v1/occurrence/search"
PAGE, MOST = 300, 30_000
"""Records of a page, the most that GBIF gives; and of all pages, beyond which it asks that a download be requested."""
TEXTS = ("basisOfRecord", "license", "eventDate", "species", "class", "kingdom", "datasetKey")
NUMBERS = ("key", "speciesKey", "decimalLatitude", "decimalLongitude", "coordinateUncertaintyInMeters",
           "individualCount")  # fmt: skip
NOT_SEEN_ALIVE = ("FOSSIL_SPECIMEN", "LIVING_SPECIMEN")
"""Fossils, and what is kept in gardens and zoos."""
LICENCE_OF = {
    "http://creativecommons.org/publicdomain/zero/1.0/legalcode": LICENCES["cc0"],
    "http://creativecommons.org/licenses/by/4.0/legalcode": LICENCES["cc-by"],
    "http://creativecommons.org/licenses/by-nc/4.0/legalcode": LICENCES["cc-by-nc"],
}


@source(
    title="Observations d’espèces partagées par GBIF",
    publisher="GBIF et les producteurs des observations",
    holder=Acteur.NON_RENSEIGNE,
    licence="cc-by-nc",
    page="https://www.gbif.org/occurrence/search",
    covers="Monde entier, très inégalement",
    coverage=Coverage(("metropole", "drom", "com")),
    partition="bbox",
    access="https://api.gbif.org/v1/occurrence/search, par pages de 300, dans un rectangle",
    vintage="toutes années",
    rhythm="en continu",
    failures=(
        "Au-delà de 30 000 observations, GBIF demande de passer par un téléchargement.",
        "Une présence n’est pas un inventaire : ce qui n’a pas été cherché n’y est pas.",
    ),
    state=RECORDED,
)
def gbif_occurrences(territory: Territory, net: Net) -> Occurrences:
    """Presences with coordinates and without geographic doubt, named to the species.

    Names of persons are dropped before an answer is kept. The licence is that of the records
    taken: one non-commercial record makes the layer CC BY-NC.
    """
    ground = ground_of(territory)
    return occurrences_of(_records(net, shapely.box(*in_degrees(ground, territory.crs))), territory, ground)


def occurrences_of(records: Collection[Mapping[str, Any]], territory: Territory, ground: Polygon | None) -> Occurrences:
    """Records of GBIF as a layer, one row for each `key`."""
    import pandas as pd

    frame = pd.DataFrame(records, columns=[*TEXTS, *NUMBERS], dtype=object).drop_duplicates("key")
    unnamed, not_wild = frame["speciesKey"].isna(), frame["basisOfRecord"].isin(NOT_SEEN_ALIVE)
    left_out = (
        (int(not_wild.sum()), "de fossiles ou de spécimens captifs ou cultivés"),
        (int((unnamed & ~not_wild).sum()), "sans nom d’espèce"),
    )
    taken = frame[~(unnamed | not_wild)].reset_index(drop=True)
    said = tuple(
        f"{plural(count, 'observation')} {why}, {agree(count, 'non prise', 'non prises')}."
        for count, why in left_out
        if count
    )
    places = taken[["decimalLongitude", "decimalLatitude"]].apply(pd.to_numeric, errors="coerce")
    shapes = shapely.points(places.to_numpy(dtype=float))
    return make(Occurrences, _columns(taken), shapes, territory, extent=ground, licence=licence_of(taken["license"]),
                left_out=said)  # fmt: skip


def licence_of(texts: Collection[str]) -> Licence:
    """The licence of a set of records: the most demanding of theirs; one that is not known leaves it to confirm."""
    found = {LICENCE_OF.get(text, UNKNOWN) for text in texts}
    whole = combine(found).licence
    if whole is CLOSED:
        return LICENCES["cc-by-nc"]
    return whole if whole is UNKNOWN else LICENCES["cc-by" if LICENCES["cc-by"] in found else "cc0"]


def _records(net: Net, box: Polygon) -> list[dict[str, Any]]:
    """Every record inside a box of degrees."""
    corners = ",".join(f"{x:.5f} {y:.5f}" for x, y in box.exterior.coords)
    asked: Parameters = {
        "occurrenceStatus": "PRESENT",
        "hasCoordinate": "true",
        "hasGeospatialIssue": "false",
        "geometry": f"POLYGON(({corners}))",
        "limit": PAGE,
    }

    def page_from(rank: int) -> tuple[list[dict[str, Any]], int]:
        page = net.json(SEARCH, {**asked, "offset": rank}, take=page_of)
        return page["results"], page["count"]

    return every(page_from, MOST)


def page_of(content: Any) -> dict[str, Any]:
    """What is taken of a page of results: no name of a person, no place name, no free text."""
    held = require(content, count=int, results=list)
    rows = [{name: row[name] for name in (*TEXTS, *NUMBERS) if name in row} for row in held["results"]]
    return {"count": held["count"], "results": rows}


def _columns(frame: pd.DataFrame) -> pd.DataFrame:
    """The columns of the layer: the class, else the kingdom, as they are published; the first day of a span."""
    seen = dates(frame["eventDate"].astype("str").str.replace("/.*", "", regex=True))
    return frame.assign(
        taxon=frame["speciesKey"].astype("str"), name=frame["species"], group=frame["class"].fillna(frame["kingdom"]),
        seen=np.asarray(seen.values), uncertainty=frame["coordinateUncertaintyInMeters"],
        count=frame["individualCount"],
    )  # fmt: skip
