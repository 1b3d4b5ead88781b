"""An answer as it is read: its words, not its codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from coeurdeville.core.french import number, spaced
from coeurdeville.inventory.problemes.recueil import fiches
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.appels.formulaire import Champ, Sorte
from coeurdeville.programme.candidatures.valeurs import AUTRE
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.declaration import THEME_LABELS, Theme


def dite(champ: Champ, valeur: Any) -> str:
    """The answer in words, a line each for data; empty when there is none."""
    if valeur is None:
        return ""
    return _WORDS[champ.sorte](champ, valeur) if champ.sorte in _WORDS else str(valeur)


def _theme(_champ: Champ, valeur: Any) -> str:
    return THEME_LABELS[Theme(valeur)] if valeur in set(Theme) else str(valeur)


def _problem(_champ: Champ, valeur: Any) -> str:
    return OTHER if valeur == AUTRE else _titled(fiches().get(valeur), "titre", valeur)


def _service(_champ: Champ, valeur: Any) -> str:
    return OTHER if valeur == AUTRE else _titled(all_services().get(valeur), "title", valeur)


def _titled(found: object, attribute: str, code: str) -> str:
    return str(getattr(found, attribute, code))


def _data(_champ: Champ, valeur: Any) -> str:
    return "\n".join(map(_line, valeur))


def _line(row: Mapping[str, str]) -> str:
    entry = f", « {row['entree']} » de l’inventaire" if row["entree"] else ""
    return spaced(f"{_titled(kinds().get(row['couche']), 'title', row['couche'])} ({row['role']}{entry})")


OTHER = "un autre"
_WORDS: Final[Mapping[Sorte, Callable[[Champ, Any], str]]] = {
    Sorte.CHOIX: lambda champ, valeur: str(champ.options.get(valeur, valeur)),
    Sorte.OUI_NON: lambda _, valeur: "oui" if valeur else "non",
    Sorte.NOMBRE: lambda _, valeur: number(valeur, 0 if float(valeur).is_integer() else 1),
    Sorte.THEME: _theme,
    Sorte.PROBLEME: _problem,
    Sorte.SERVICE: _service,
    Sorte.DONNEES: _data,
}
"""How each sort is said; a text is said as it is written."""
