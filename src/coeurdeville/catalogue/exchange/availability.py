"""The four words of ecologie.data.gouv.fr for what our ten statuses say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from coeurdeville.catalogue.contact import is_page
from coeurdeville.core.french import listing, number
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Ouverture

AVAILABLE, URL_AVAILABLE, MISSING, NOT_AVAILABLE = "available", "url available", "missing", "not available"
STATUS_BLURRED = Kind(
    "echange-statut-simplifie",
    "Statuts dont la collection ne sait dire que « {word} », et dans combien de données : {statuses}.",
    "Le vrai statut y est gardé à part, pour qui relira ce fichier ici.",
    Level.NOTE,
)
_SEEN = {
    AVAILABLE: (str(Ouverture.OUVERTE), ""),
    URL_AVAILABLE: ("", "une adresse est donnée par une collection, sans dire si la donnée est ouverte"),
    MISSING: ("", "non trouvée par qui a fait la collection"),
}


def availability_of(donnee: Donnee, *, on_portal: bool) -> str:
    """The word of an entry.

    `not available` is what nobody has looked for: a status to be given. What has a page and can be had there, freely or
    not, has an address; all the rest was looked for and cannot be had, `missing`.
    """
    if donnee.ouverture is Ouverture.NON_RENSEIGNE:
        return NOT_AVAILABLE
    if donnee.ouverture is Ouverture.OUVERTE and on_portal:
        return AVAILABLE
    reachable = donnee.ouverture in (Ouverture.OUVERTE, Ouverture.LIMITEE)
    return URL_AVAILABLE if reachable and is_page(donnee.adresse) else MISSING


def status_text(word: str) -> tuple[str, str]:
    """Code of the status that a word states, and its reason; both empty when it states nothing."""
    return _SEEN.get(word, ("", ""))


def collapsed(donnees: Sequence[Donnee]) -> Iterator[Problem]:
    """The statuses that lose their sense in the word of the site, with their counts."""
    words = {MISSING: "non trouvée", URL_AVAILABLE: "une adresse existe"}
    seen = Counter((availability_of(one, on_portal=False), one.ouverture) for one in donnees)
    for word, said in words.items():
        clear = {Ouverture.NON_RENSEIGNE, *([Ouverture.OUVERTE] if word == URL_AVAILABLE else [])}
        counts = {one: seen[word, one] for one in Ouverture if one not in clear and seen[word, one]}
        if counts:
            statuses = listing([f"« {one.libelle} » ({number(count)})" for one, count in counts.items()])
            yield STATUS_BLURRED(word=said, statuses=statuses, count=sum(counts.values()))
