"""How towns call the same thing: one table, and the names compared without accents, case, units or capitals inside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from coeurdeville.core.french import slug

UNITS = {
    "mm": "mm", "cm": "cm", "m": "m", "km": "km", "m2": "m²", "ha": "ha", "km2": "km²", "m3": "m³", "l": "L",
    "pct": "%", "pourcent": "%", "degc": "°C", "min": "minutes", "kwh": "kWh", "euros": "€",
}  # fmt: skip
"""Last word of a name -> the unit that it is."""


SMALL = frozenset({"d", "de", "des", "du", "l", "la", "le", "les"})
"""Words that say nothing in a name, but as its last one."""


@dataclass(frozen=True)
class Known:
    """Something that many files describe."""

    title: str
    names: tuple[str, ...]
    """Other names, plain lower case with low lines."""


KNOWN = {
    "id": Known("Identifiant", ("identifiant", "ident", "gid", "fid", "objectid", "ogc_fid", "uid", "uuid", "numero",
                                "num", "id_objet", "cle")),
    "nom": Known("Nom", ("name", "libelle", "denomination", "intitule", "nom_lieu", "nom_site", "nom_espace",
                         "nom_parc", "designation", "lib", "toponyme")),
    "type": Known("Nature", ("nature", "categorie", "typologie", "type_espace", "type_lieu", "cat", "kind", "classe")),
    "longitude": Known("Longitude (degrés)", ("lon", "lng", "long", "x_wgs84", "geo_lon", "x_long")),
    "latitude": Known("Latitude (degrés)", ("lat", "y_wgs84", "geo_lat", "y_lat")),
    "geometrie": Known("Contour (GeoJSON)", ("geometry", "geom", "the_geom", "geo_shape", "shape")),
    "point": Known("Point", ("geo_point", "geo_point_2d", "geopoint", "coordonnees", "coordinates", "latlon")),
    "adresse": Known("Adresse", ("adr", "address", "adresse_postale", "voie", "localisation", "rue")),
    "code_postal": Known("Code postal", ("cp", "codepostal", "postcode")),
    "code_insee": Known("Code INSEE de la commune", ("insee", "code_commune", "com_insee", "codeinsee", "insee_com",
                                                     "code_com", "code_commune_insee")),
    "commune": Known("Commune", ("ville", "nom_commune", "city", "libelle_commune")),
    "quartier": Known("Quartier", ("nom_quartier", "secteur", "district", "clc_quartier", "quartiers")),
    "surface": Known("Surface", ("superficie", "aire", "area", "surf", "sup", "shape_area", "st_area")),
    "longueur": Known("Longueur", ("length", "long_m", "shape_length", "st_length", "lineaire")),
    "perimetre": Known("Périmètre", ("perimeter", "shape_leng", "st_perimeter")),
    "hauteur": Known("Hauteur", ("haut", "height", "haut_tot", "hauteur_totale", "h")),
    "diametre": Known("Diamètre du tronc", ("diam", "dbh", "tronc_diam", "diametre_tronc", "diam_tronc")),
    "circonference": Known("Tour du tronc", ("circ", "tour_tronc", "circumference")),
    "genre": Known("Genre", ("genus",)),
    "espece": Known("Espèce", ("essence", "species", "nom_latin", "nom_scientifique", "taxon")),
    "nom_vernaculaire": Known("Nom courant", ("nom_commun", "nom_francais", "nomfrancais")),
    "date_plantation": Known("Date de plantation", ("annee_plantation", "dte_plantation", "plantation", "an_plant")),
    "date_maj": Known("Date de mise à jour", ("maj", "date_mise_a_jour", "mise_a_jour", "last_update", "updated_at",
                                              "last_edited_date", "date_modif")),
    "date_creation": Known("Date de création", ("created_at", "created_date", "date_crea", "creation")),
    "date_releve": Known("Date du relevé", ("dte_releve", "date_observation", "date_inventaire")),
    "etat": Known("État", ("statut", "status", "situation")),
    "gestionnaire": Known("Gestionnaire", ("exploitant", "organisme", "service", "operator", "maitre_ouvrage")),
    "acces": Known("Accès du public", ("access", "accessibilite", "condition_acces", "conditions_acces")),
    "acces_pmr": Known("Accès en fauteuil roulant", ("pmr", "accessibilite_pmr", "wheelchair", "accessible_pmr")),
    "gratuit": Known("Accès gratuit", ("gratuite", "acces_gratuit", "entree_gratuite")),
    "horaires": Known("Horaires d’ouverture", ("horaire", "ouverture", "opening_hours", "heures_ouverture",
                                               "horaires_ouverture")),
    "site_web": Known("Page d’information", ("url", "site", "web", "website", "lien", "site_internet")),
    "eau_potable": Known("Eau potable", ("point_eau", "fontaine", "drinking_water", "fontaine_eau")),
    "aire_de_jeux": Known("Aire de jeux", ("jeux", "aire_jeux", "playground", "presence_jeux")),
    "temperature": Known("Température", ("temp", "temperature_air", "t_air", "tair")),
    "humidite": Known("Humidité relative", ("hr", "humidity", "hygrometrie", "humidite_relative")),
    "instant": Known("Instant", ("timestamp", "horodatage", "date_heure", "datetime", "date_mesure")),
    "station": Known("Station", ("capteur", "sensor", "id_station", "id_capteur", "nom_station")),
    "capacite": Known("Capacité", ("nb_places", "capacity", "jauge")),
}  # fmt: skip
"""Name in a schema -> what it is, and how towns call it."""
_BY_NAME = {name: key for key, known in KNOWN.items() for name in (key, *known.names)}


@dataclass(frozen=True)
class Read:
    """What the name of a column says."""

    key: str
    """The name in a schema; the plain name when it is in no table."""
    unit: str
    """As it is printed (`m²`); empty when the name has none."""
    plain: str
    """Lower case, low lines, without unit."""


@lru_cache(maxsize=4096)
def read_name(name: str) -> Read:
    """The name of a column, understood: `Surface_m2`, `SUP_M2` and `superficie` are the same thing."""
    split = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", name).replace("²", "2").replace("%", " pct").replace("°C", " degc")
    *first, last = slug(split).split("-")
    words = [*(word for word in first if word not in SMALL), last]
    unit = UNITS.get(words[-1], "") if len(words) > 1 else ""
    whole, plain = "_".join(words), "_".join(words[:-1] if unit else words)
    joined = plain.replace("_", "")
    key = next((_BY_NAME[one] for one in (whole, plain, joined) if one in _BY_NAME), plain)
    return Read(key, unit, plain)


def title_of(key: str, unit: str) -> str:
    """What an officer reads above a column: `Surface (m²)`."""
    title = KNOWN[key].title if key in KNOWN else key.replace("_", " ").capitalize()
    return f"{title} ({unit})" if unit and "(" not in title else title
