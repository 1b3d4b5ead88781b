"""What must be said of data to publish them: what the inventory knows, and nothing made up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from coeurdeville.catalogue.contact import is_page
from coeurdeville.catalogue.exchange.contract import Publisher
from coeurdeville.catalogue.exchange.day_words import day_of
from coeurdeville.catalogue.exchange.person_words import is_personal, names_a_body
from coeurdeville.catalogue.organisation import is_siret
from coeurdeville.catalogue.vocabularies import Scale
from coeurdeville.core.french import of, slug
from coeurdeville.core.problems import Refused
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Nature, Niveau
from coeurdeville.layers.catalogue import kinds
from coeurdeville.territories.communes import commune_of

ENVIRONMENT = "Environnement"
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SCALES = {
    Niveau.COMMUNE: Scale.COMMUNE,
    Niveau.EPCI: Scale.INTERCOMMUNAL,
    Niveau.DEPARTEMENT: Scale.DEPARTEMENT,
    Niveau.REGION: Scale.REGION,
}


def facts_of(donnee: Donnee, ville: Ville, publisher: Publisher) -> Mapping[str, str]:
    """What is known of an entry, by key of `columns`; empty when it is not known or is not in the form asked.

    Beside what the entry and its `autres` say: a layer on the environment has that theme, its title is a keyword, the
    format is that of its file, one resource goes with each format, the numbers of a producer who publishes are those of
    the publisher, whose contact stands for one that is not told or is a person's. `deductions` tells of all that.
    """
    told = {key: value.strip() for key, value in donnee.autres.items() if isinstance(value, str)}
    kind = kinds().get(donnee.couche)
    theme = ENVIRONMENT if kind is not None and kind.environmental else ""
    scale, name = _ground(donnee, ville)
    formats = words_of(told.get("formats") or PurePosixPath(donnee.fichier).suffix.lstrip("."))
    count = told.get("nombre_ressources", "")
    return {
        **told,
        "siren": donnee.siren,
        "theme": told.get("theme") or theme,
        "mots_cles": words_of(told.get("mots_cles") or (kind.title if kind else "")),
        "producteur_siret": _siret(donnee, told.get("producteur_siret", ""), ville, publisher),
        "date_publ": _day(told.get("date_publ", "")),
        "date_maj": _day(told.get("date_maj", "")),
        "formats": formats,
        "nombre_ressources": count if count.isdecimal() and int(count) else str(1 + formats.count(";")),
        "maille": next((one.value for one in Scale if slug(one) == slug(told.get("maille", ""))), scale),
        "territoire": told.get("territoire") or name,
        "contact": _of_a_service(told.get("contact", ""), donnee) or publisher.contact,
        "contact_service": _of_a_service(told.get("contact_service", ""), donnee),
        "adresse": donnee.adresse if is_page(donnee.adresse) else "",
        "periode_debut": donnee.millesime.start.isoformat() if donnee.millesime else "",
        "periode_fin": donnee.millesime.end.isoformat() if donnee.millesime else "",
    }


def _ground(donnee: Donnee, ville: Ville) -> tuple[str, str]:
    """The sort of territory and its name, from the extent or the level; empty when neither is told."""
    if donnee.etendue == "commune" or donnee.niveau is Niveau.COMMUNE:
        return Scale.COMMUNE, ville.nom
    if donnee.niveau not in _SCALES:
        return "", ""
    try:
        commune = commune_of(ville.commune)
    except Refused:
        return _SCALES[donnee.niveau], ""
    epci = commune.epci.nom if commune.epci else ""
    names = {Niveau.EPCI: epci, Niveau.DEPARTEMENT: commune.departement.nom, Niveau.REGION: commune.region.nom}
    return _SCALES[donnee.niveau], names[donnee.niveau]


def words_of(text: str) -> str:
    """Words between commas or semicolons, with semicolons alone: `arbres;espaces verts`."""
    return ";".join(word for one in text.replace(",", ";").split(";") if (word := one.strip()))


def _of_a_service(address: str, donnee: Donnee) -> str:
    """An e-mail that may be published; empty for a person's, and for what is no e-mail."""
    if EMAIL.fullmatch(address) is None:
        return ""
    producer = donnee.producteur
    body = donnee.nature not in (None, Nature.HABITANT) and donnee.tenue_par == producer
    lends = names_a_body(producer) or producer.isupper() or body
    return "" if is_personal(address, donnee.service_referent, *([producer] if lends else [])) else address


def _siret(donnee: Donnee, told: str, ville: Ville, publisher: Publisher) -> str:
    figures = "".join(told.split())
    if figures:
        return figures if is_siret(figures) else ""
    ours = {slug(name) for name in (publisher.body.name, ville.nom, *_called(ville.nom))}
    return publisher.body.siret if slug(donnee.producteur) in ours else ""


def _called(nom: str) -> tuple[str, ...]:
    return tuple(f"{word} {of(nom)}" for word in ("Commune", "Ville", "Mairie"))


def _day(text: str) -> str:
    found = day_of(text) if text else None
    return found[0].isoformat() if found and found[1] else ""
