"""Who answers about the data: a service, never a person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from coeurdeville.core.french import plain
from coeurdeville.core.problems import Kind, Problem

CONTACT_UNREADABLE = Kind(
    "contact-illisible",
    "Le contact « {address} » n’est ni une adresse électronique ni l’adresse d’une page.",
    "Écrire opendata@… ou l’adresse https://… d’un formulaire de contact.",
)
CONTACT_PERSONAL = Kind(
    "contact-personnel",
    "Le contact « {address} » semble être l’adresse d’une personne : « {words} » ne désigne pas un service.",
    "Donner l’adresse d’un service (opendata@…, espaces-verts@…) ou celle d’un formulaire : une donnée ouverte reste "
    "en ligne après le départ de la personne.",
)
ROLE_PERSONAL = Kind(
    "contact-sans-fonction",
    "Le contact « {role} » ne nomme pas de fonction.",
    "Écrire le nom d’un service ou d’une fonction : Service des espaces verts, Direction de l’environnement.",
)
FUNCTIONS = frozenset({
    "accueil", "administrateur", "administration", "agence", "arbres", "bureau", "cadastre", "cartographie",
    "cellule", "centre", "cimetieres", "climat", "collectivite", "commune", "communication", "communaute",
    "contact", "courrier", "data", "delegue", "dechets", "departement", "developpement", "direction",
    "documentation", "donnees", "dpo", "dsi", "dst", "durable", "eau", "environnement", "equipe", "espace",
    "espaces", "etablissement", "geomatique", "gestion", "guichet", "info", "information", "informations",
    "informatique", "infos", "inventaire", "mairie", "metropole", "mission", "mobilite", "nature", "numerique",
    "observatoire", "office", "open", "opendata", "parc", "parcs", "patrimoine", "paysage", "pole", "proprete",
    "protection", "publique", "publiques", "publics", "region", "registre", "responsable", "risques",
    "secretariat", "service", "services", "sig", "support", "syndicat", "technique", "techniques", "transition",
    "urbain", "urbanisme", "verte", "vertes", "verts", "vie", "ville", "voirie", "webmaster",
})  # fmt: skip
"""Words, plain, by which a service and its mailbox are called."""
_LINKS = frozenset({"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur"})
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PAGE = re.compile(r"https?://[^\s/@]+\.[^\s/@]+(/\S*)?")


@dataclass(frozen=True)
class Contact:
    """A service, and how to reach it."""

    role: str
    """`Service des espaces verts`."""
    address: str
    """E-mail of the service, or address of a page of contact."""

    @property
    def is_email(self) -> bool:
        """Whether the address is a mailbox."""
        return "://" not in self.address

    def problems(self, known: Collection[str] = ()) -> Iterator[Problem]:
        """That it cannot be reached, or that it is a person.

        Every word before the @ must be one of a function, of the role, or of the `known` names (the organisation's,
        the commune's): anything else may be somebody's name.
        """
        role = _words(self.role)
        if not FUNCTIONS & role:
            yield ROLE_PERSONAL(role=self.role)
        if not (_EMAIL if self.is_email else _PAGE).fullmatch(self.address):
            yield CONTACT_UNREADABLE(address=self.address)
        elif self.is_email:
            said = role if FUNCTIONS & role else set()
            allowed = FUNCTIONS | _LINKS | said | {word for name in known for word in _words(name)}
            left = sorted(word for word in _words(self.address.partition("@")[0]) if not _made_of(word, allowed))
            if left:
                yield CONTACT_PERSONAL(address=self.address, words=" ".join(left))


def is_page(text: str) -> bool:
    """Whether a text is the address of a page, with its https://."""
    return bool(_PAGE.fullmatch(text))


def names_a_function(text: str) -> bool:
    """Whether a text has a word by which services are called: a body or a service, rather than somebody."""
    return bool(FUNCTIONS & _words(text))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", plain(text)))


def _made_of(word: str, allowed: Collection[str]) -> bool:
    """Whether a word is one of `allowed`, or several of three letters or more end to end: `espacesverts`."""
    reached = {0}
    for end in range(3, len(word) + 1):
        if any(end - start > 2 and word[start:end] in allowed for start in reached):
            reached.add(end)
    return word in allowed or len(word) in reached
