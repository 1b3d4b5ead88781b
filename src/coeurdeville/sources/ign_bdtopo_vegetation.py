"""Areas of vegetation of the BD TOPO, from the WFS of the Géoplateforme."""

from __future__ import annotations

from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.vegetation import Vegetation
from coeurdeville.net.net import Net
from coeurdeville.sources.contract.declaration import DOCUMENTED
from coeurdeville.sources.contract.ground import ground_of, in_degrees
from coeurdeville.sources.contract.making import make
from coeurdeville.sources.contract.source import source
from coeurdeville.sources.geojson import table_of
from coeurdeville.sources.wfs import wfs_features
from coeurdeville.territories.coverage import Coverage
from coeurdeville.territories.territory import Territory

SERVICE = "https://data.geopf.fr/wfs/ows"
FIELDS = {"nature": "kind"}


@source(
    title="BD TOPO, zones de végétation",
    publisher="IGN",
    holder=Acteur.PUBLIC_NATIONAL,
    licence="lov2",
    page="https://geoservices.ign.fr/bdtopo",
    covers="France métropolitaine et départements d’outre-mer",
    coverage=Coverage(),
    partition="bbox",
    access="https://data.geopf.fr/wfs/ows, WFS 2.0.0, par rectangle, sans clé",
    vintage="édition du moment",
    rhythm="trimestriel depuis 2019, d’après la documentation de floodam.data",
    failures=("Aucune panne relevée au 25/11/2026.",),
    state=DOCUMENTED,
)
def ign_bdtopo_vegetation(territory: Territory, net: Net) -> Vegetation:
    """Woods, hedges, orchards…, cut at the rectangle that is asked for: a forest may go on for kilometres."""
    ground = ground_of(territory)
    features = wfs_features(net, SERVICE, "BDTOPO_V3:zone_de_vegetation", in_degrees(ground, territory.crs),
                            sort="cleabs", fields=tuple(FIELDS))  # fmt: skip
    frame, shapes = table_of(features, FIELDS)
    return make(Vegetation, frame.rename(columns=FIELDS), shapes, territory, extent=ground, cut=True)
