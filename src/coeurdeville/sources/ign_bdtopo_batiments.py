"""Buildings of the BD TOPO, from the WFS of the Géoplateforme."""

from __future__ import annotations

from coeurdeville.core.french import plural
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.buildings import Buildings
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
FIELDS = {"nombre_de_logements": "dwellings", "hauteur": "height", "nombre_d_etages": "floors", "usage_1": "use"}
STATE = "etat_de_l_objet"
NOT_STANDING = ("En projet", "En construction", "En ruine")


@source(
    title="BD TOPO, bâtiments",
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
    failures=(
        "Une hauteur de 0 veut dire qu’elle n’a pas été mesurée : elle est laissée vide.",
        "Le nombre de logements n’est connu que là où le producteur a pu rapprocher le bâtiment des fichiers fiscaux.",
    ),
    state=DOCUMENTED,
)
def ign_bdtopo_batiments(territory: Territory, net: Net) -> Buildings:
    """Buildings that stand, those beyond the rectangle by their inner point left out.

    A height of 0 means that it was not measured. The number of dwellings is only known where the
    producer could match the building with the tax files.
    """
    ground = ground_of(territory)
    fields = (*FIELDS, STATE)
    features = wfs_features(net, SERVICE, "BDTOPO_V3:batiment", in_degrees(ground, territory.crs), sort="cleabs",
                            fields=fields)  # fmt: skip
    frame, shapes = table_of(features, fields)
    frame["hauteur"] = frame["hauteur"].where(frame["hauteur"] != 0)
    gone = frame[STATE].isin(NOT_STANDING)
    said = (
        (f"{plural(gone.sum(), 'bâtiment')} en projet, en construction ou en ruine, non pris.",) if gone.any() else ()
    )
    standing = frame[~gone].rename(columns=FIELDS).reset_index(drop=True)
    return make(Buildings, standing, shapes[~gone], territory, extent=ground, left_out=said)
