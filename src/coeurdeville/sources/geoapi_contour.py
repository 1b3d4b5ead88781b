"""The outline of a commune, from the API Découpage administratif."""

from __future__ import annotations

from typing import Any

from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.outline import Outline
from coeurdeville.net.net import Net
from coeurdeville.sources.contract.declaration import DOCUMENTED
from coeurdeville.sources.contract.making import make
from coeurdeville.sources.contract.source import source
from coeurdeville.sources.geojson import reduced, table_of
from coeurdeville.territories.coverage import Coverage
from coeurdeville.territories.territory import Territory

FIELDS = {"code": "code", "nom": "name"}


@source(
    title="Contour de la commune",
    publisher="DINUM (Etalab)",
    holder=Acteur.PUBLIC_NATIONAL,
    licence="lov2",
    page="https://geo.api.gouv.fr/decoupage-administratif",
    covers="France entière",
    coverage=Coverage(("metropole", "drom", "com")),
    partition="commune",
    access="https://geo.api.gouv.fr/communes/<code>, sans clé",
    vintage="code officiel géographique de l’année",
    rhythm="annuel",
    failures=("L’API simplifie le contour, à une dizaine de mètres près.",),
    state=DOCUMENTED,
)
def geoapi_contour(territory: Territory, net: Net) -> Outline:
    """One feature, in WGS 84; generalised by the API to some ten metres."""
    address = f"https://geo.api.gouv.fr/communes/{territory.code}"
    asked = {"fields": "code,nom", "format": "geojson", "geometry": "contour"}
    feature = net.json(address, asked, take=_outline)
    frame, shapes = table_of([feature], FIELDS)
    return make(Outline, frame.rename(columns=FIELDS), shapes, territory)


def _outline(content: Any) -> dict[str, Any]:
    return reduced(content, FIELDS)
