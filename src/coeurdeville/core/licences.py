"""Licences of data, and the licence of what is computed from several of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from coeurdeville.core.french import listing, plain
from coeurdeville.core.problems import Kind, Refused

LICENCE_UNKNOWN = Kind(
    "licence-inconnue",
    "La licence « {text} » n’est pas connue.",
    "Écrire l’une de : {known}.",
)


@dataclass(frozen=True)
class Licence:
    """What a licence asks of those who publish a result drawn from the data."""

    key: str
    title: str
    open: bool = True
    share_alike: bool = False
    """The result must be published under the same licence."""
    names: tuple[str, ...] = ()
    """Other ways of writing it, as found in catalogues."""


LOV2 = Licence("lov2", "Licence Ouverte 2.0", names=("licence ouverte", "lo 2.0", "etalab", "etalab-2.0", "fr-lo"))
ODBL = Licence("odbl", "ODbL 1.0", share_alike=True, names=("odbl 1.0", "odc-odbl", "odbl-1.0"))
UNKNOWN = Licence("inconnue", "licence à confirmer", open=False, names=("", "notspecified"))
CLOSED = Licence("non-publiable", "non publiable en données ouvertes", open=False)
LICENCES = {
    licence.key: licence
    for licence in (
        LOV2,
        ODBL,
        Licence("cc0", "CC0 1.0", names=("cc0 1.0", "cc0_1_0", "cc0-1.0", "domaine public")),
        Licence("cc-by", "CC BY 4.0", names=("cc-by 4.0", "cc_by_4_0", "cc-by-4.0")),
        Licence("cc-by-sa", "CC BY-SA 4.0", share_alike=True, names=("cc-by-sa 4.0", "cc-by-sa-4.0")),
        Licence("cc-by-nc", "CC BY-NC 4.0", open=False, names=("cc-by-nc 4.0", "cc_by_nc_4_0", "cc-by-nc-4.0")),
        Licence("interne", "usage interne de la collectivité", open=False, names=("non ouverte",)),
        UNKNOWN,
        CLOSED,
    )
}
_BY_NAME = {
    plain(name): licence for licence in LICENCES.values() for name in (licence.key, licence.title, *licence.names)
}


def licence(text: str) -> Licence:
    """The licence written as its key, its title or a usual name; empty: to be confirmed.

    Raises
    ------
    Refused
        `licence-inconnue`, with the keys that can be written.
    """
    found = _BY_NAME.get(plain(text).strip())
    if found is None:
        raise Refused([LICENCE_UNKNOWN(text=text, known=", ".join(LICENCES))])
    return found


@dataclass(frozen=True)
class Combined:
    """The licence under which a result may be published, and the sentence that says why."""

    licence: Licence
    reason: str


def combine(licences: Collection[Licence]) -> Combined:
    """The licence of what is computed from data under `licences`.

    A closed or non-commercial input makes the result not publishable as open data; an unconfirmed
    one leaves it to be confirmed; share-alike passes on (ODbL makes a derived database ODbL); two
    different share-alike licences cannot be satisfied together; else Licence Ouverte 2.0.
    """
    closed = sorted({one.title for one in licences if not one.open and one is not UNKNOWN})
    if closed:
        return Combined(CLOSED, f"une donnée au moins n’est pas ouverte ({listing(closed)})")
    if UNKNOWN in licences:
        return Combined(UNKNOWN, "la licence d’une donnée au moins n’est pas confirmée")
    alike = {one.key: one for one in licences if one.share_alike}
    if len(alike) > 1:
        titles = sorted(one.title for one in alike.values())
        return Combined(CLOSED, f"{listing(titles)} demandent chacune leur propre partage à l’identique")
    if alike:
        (only,) = alike.values()
        return Combined(only, f"une donnée au moins est sous {only.title}, qui se transmet aux résultats")
    return Combined(LOV2, "toutes les données sont ouvertes sans partage à l’identique")
