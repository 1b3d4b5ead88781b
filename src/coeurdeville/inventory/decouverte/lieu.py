"""Whom to look for: a town and its intercommunal body, by their SIREN and by the names they go by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from coeurdeville.core.french import slug
from coeurdeville.inventory.observatoire.presence import Etat, Presence
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Nature, Niveau
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.noms import bare_key
from coeurdeville.territories.referentiel import Referentiel

INTERCOMMUNAL = frozenset({"communaute", "agglomeration", "agglo", "metropole", "intercommunalite", "ca", "cc", "cu"})
"""Words by which a name says that it is that of an intercommunal body."""
JOINING = frozenset({"de", "des", "du", "d", "la", "le", "les", "l", "et"})
SORTS = INTERCOMMUNAL | JOINING | {"ville", "mairie", "commune", "communes", "urbaine"}
"""Words of a name that say what a body is, or join; none of them tells it from another."""
PREFIX = re.compile(
    r"^(?:CA|CC|CU|Métropole|Communauté (?:urbaine|d’agglomération|de communes)) "
    r"(?:d[eu] |d’|des )?(?:la |le |les |l’)?"
)


@dataclass(frozen=True)
class Corps:
    """A body that may publish: what it is, and how it is found."""

    nom: str
    siren: str
    """Empty: not known; then it can only be found by name, to be confirmed."""
    nature: Nature
    niveau: Niveau
    zone: str
    """Its ground as data.gouv.fr names it: `fr:commune:02691`."""
    homonymes: bool = False
    """Whether other communes bear its name: then the name alone tells nothing."""
    page: str = ""
    """Last word of the address where the observatoire saw it on data.gouv.fr; empty: not seen there."""

    @property
    def cherche(self) -> str:
        """What is typed in a search: the name without what says its sort."""
        return PREFIX.sub("", self.nom).strip() or self.nom

    def porte(self, name: str) -> bool:
        """Whether this is its name: the same words, those that say what a body is apart.

        `Redon Agglomération` is not a name of the commune of Redon.
        """
        words = slug(name).split("-")
        shared = not INTERCOMMUNAL.isdisjoint(words)
        if self.nature is Nature.COMMUNE and shared:
            return False
        own = _proper(self.nom)
        if self.nature is not Nature.COMMUNE and not shared and len(own) < 2:
            return False
        return _proper(name) == own


def corps_of(commune: Commune, known: Referentiel, seen: Etat | None = None) -> tuple[Corps, ...]:
    """The commune, then its intercommunal body if it is in one; `seen`: where the observatoire saw them."""
    own = Corps(
        commune.nom, commune.siren or "", Nature.COMMUNE, Niveau.COMMUNE, f"fr:commune:{commune.code}",
        homonymes=any(one.code != commune.code for one in known.where("cle", bare_key(commune.nom))),
        page=_page(seen.elle_meme if seen else None),
    )  # fmt: skip
    if commune.epci is None:
        return (own,)
    epci, page = commune.epci, _page(seen.epci if seen else None)
    zone = f"fr:epci:{epci.siren}"
    return (own, Corps(epci.nom, epci.siren, Nature.INTERCOMMUNALITE, Niveau.EPCI, zone, page=page))


def _page(presence: Presence | None) -> str:
    """`534fffaea3a7292c64a780fb` of `https://www.data.gouv.fr/fr/organizations/534fffaea3a7292c64a780fb/#…`."""
    return urlsplit(presence.datagouv).path.rstrip("/").rpartition("/")[2] if presence else ""


def corps_of_ville(ville: Ville) -> tuple[Corps, ...]:
    """The commune of a folder, for a fictional town: it has no SIREN and no intercommunal body."""
    return (Corps(ville.nom, "", Nature.COMMUNE, Niveau.COMMUNE, f"fr:commune:{ville.commune}"),)


def _proper(name: str) -> frozenset[str]:
    words = frozenset(slug(name).split("-"))
    return words - SORTS or words
