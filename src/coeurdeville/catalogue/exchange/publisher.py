"""Who publishes an inventory: what is given of it, and what its commune tells."""

from __future__ import annotations

import re
from datetime import date

from coeurdeville.catalogue.exchange.contract import Publisher
from coeurdeville.catalogue.exchange.person_words import is_personal
from coeurdeville.catalogue.exchange.publication import EMAIL
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.core.french import of
from coeurdeville.core.problems import Kind, Refused, refuse_errors
from coeurdeville.inventory.ville import Ville
from coeurdeville.territories.communes import commune_of

CONTACT_FORM = Kind(
    "echange-contact-sans-courriel",
    "« {contact} » n’est pas une adresse électronique.",
    "Donner celle d’un service : espaces-verts@…",
)


CONTACT_PERSON = Kind(
    "echange-contact-personnel",
    "« {contact} » semble être l’adresse d’une personne : elle n’est pas publiée sans son accord.",
    "Donner celle d’un service : espaces-verts@…",
)


def publisher_of(ville: Ville, today: date, *, name: str = "", siret: str = "", contact: str = "") -> Publisher:
    """The publisher of a town's inventory: the commune, unless another name is given.

    The SIREN is that of the commune when nothing else is told. It never gives a SIRET, which names one of its offices.

    Raises
    ------
    Refused
        `siret-de-producteur-faux`, `siret-d-un-autre`, `echange-contact-sans-courriel`, `echange-contact-personnel`.
    """
    figures = re.sub(r"[\s\u00a0\u202f]", "", siret)
    body = Organisation(name or f"Commune {of(ville.nom)}", siren="" if name else _siren(ville), siret=figures)
    wrong = [CONTACT_FORM(contact=contact)] if contact and not EMAIL.fullmatch(contact) else []
    if contact and is_personal(contact, "", body.name, ville.nom):
        wrong.append(CONTACT_PERSON(contact=contact))
    refuse_errors([*body.problems(), *wrong])
    return Publisher(body, today, contact)


def _siren(ville: Ville) -> str:
    """That of the commune; empty for a fictional one, and where none is known."""
    try:
        return commune_of(ville.commune).siren or ""
    except Refused:
        return ""
