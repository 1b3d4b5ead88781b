"""Where a body publishes, and what is known of a commune and of its intercommunal body together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coeurdeville.core.french import NBSP, plural
from coeurdeville.inventory.observatoire.organisme import Organisme
from coeurdeville.territories.commune import Commune


@dataclass(frozen=True)
class Presence:
    """Where a body was seen publishing. An empty address is a place where it was not seen."""

    portail: str = ""
    jeux_portail: int | None = None
    datagouv: str = ""
    jeux_datagouv: int | None = None

    def __str__(self) -> str:
        """`portail (18 jeux), data.gouv.fr (nombre inconnu)`."""
        places = (("portail", self.portail, self.jeux_portail), ("data.gouv.fr", self.datagouv, self.jeux_datagouv))
        return ", ".join(f"{name} ({_jeux(count)})" for name, address, count in places if address)


@dataclass(frozen=True)
class Etat:
    """What was seen of a commune: what it publishes itself, and what its intercommunal body publishes."""

    commune: Commune
    elle_meme: Presence | None
    """None: not seen, which does not prove that it publishes nothing."""
    epci: Presence | None

    @property
    def libelle(self) -> str:
        """What users read, in a few words."""
        if self.elle_meme is not None:
            return "publie elle-même" if self.epci is None else "publie elle-même, son intercommunalité aussi"
        return "non vue" if self.epci is None else "par son intercommunalité seule"


def presence_of(lines: Iterable[Organisme]) -> Presence | None:
    """Where the body of these lines publishes; None when none of them gives an address.

    The same datasets may be on several lines: the largest count of a place is kept, never a sum.
    """
    said = [one for one in lines if one.publie]
    if not said:
        return None
    return Presence(
        portail=next((one.portail for one in said if one.portail), ""),
        jeux_portail=max((one.jeux_portail for one in said if one.jeux_portail is not None), default=None),
        datagouv=next((one.datagouv for one in said if one.datagouv), ""),
        jeux_datagouv=max((one.jeux_datagouv for one in said if one.jeux_datagouv is not None), default=None),
    )


def _jeux(count: int | None) -> str:
    return f"nombre{NBSP}inconnu" if count is None else plural(count, "jeu", "jeux")
