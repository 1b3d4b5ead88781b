"""Who works with whom on data, written down: lines are added, or taken away when they no longer hold."""

from __future__ import annotations

from coeurdeville.inventory.donnee import Cooperation
from coeurdeville.inventory.ecriture import cooperation_row
from coeurdeville.inventory.edition import edit_entry
from coeurdeville.inventory.retouche import add_row
from coeurdeville.inventory.ville import Ville


def add_cooperation(ville: Ville, name: str, cooperation: Cooperation) -> Ville:
    """The town with one more line at the end of those of an entry.

    Raises
    ------
    Refused
        `nom-inconnu` with the nearest entry.
    """
    return edit_entry(ville, name, lambda entry: add_row(entry, "cooperations", cooperation_row(cooperation)))
