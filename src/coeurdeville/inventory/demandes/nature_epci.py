"""What an intercommunal body is, read from its name as the official list writes it."""

from __future__ import annotations

from enum import StrEnum

from coeurdeville.core.french import plain
from coeurdeville.territories.commune import Epci


class NatureEpci(StrEnum):
    """The natures of intercommunal bodies; their competences are not the same."""

    METRO = "METRO"
    GRAND_PARIS = "MGP"
    """The metropole of Greater Paris, whose competences are laid down apart."""
    CU = "CU"
    CA = "CA"
    CC = "CC"


TITLES = {
    NatureEpci.CU: "Communauté urbaine",
    NatureEpci.CA: "Communauté d’agglomération",
    NatureEpci.CC: "Communauté de communes",
}


def nature_of(epci: Epci | None) -> NatureEpci | None:
    """`CA de Châlons` is a CA, `Bordeaux Métropole` a metropole; None without a body, or when its name does not say."""
    if epci is None:
        return None
    first = epci.nom.split(" ", maxsplit=1)[0]
    short = next((one for one in TITLES if first == one), None)
    if short is not None:
        return short
    name = plain(epci.nom)
    if "metropole" not in name:
        return None
    return NatureEpci.GRAND_PARIS if name == "metropole du grand paris" else NatureEpci.METRO


def full_name(epci: Epci) -> str:
    """`Communauté d’agglomération de Châlons`: the name as a letter writes it."""
    nature = nature_of(epci)
    title = TITLES.get(nature) if nature else None
    return epci.nom if title is None else f"{title}{epci.nom[2:]}"


def full_title(nature: NatureEpci) -> str:
    """`communauté d’agglomération`: what such a body is called."""
    return TITLES.get(nature, "Métropole").lower()
