"""What each field takes: the value made plain, or everything that is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from coeurdeville.core.french import bounds, listing, number
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.inventory.problemes.recueil import fiches
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.appels.formulaire import Champ, Sorte
from coeurdeville.programme.candidatures.valeurs import AUTRE
from coeurdeville.services.catalogue import all_services

ROLES: Final = {"indispensable": "indispensable", "utile": "utile"}
"""What data are to the service: stored code, word."""

WRONG_SORT = Kind(
    "candidature-reponse-illisible", "« {titre} » attend {attendu}.", "Corriger la réponse ; elle est gardée à l’écran."
)
TOO_LONG = Kind(
    "candidature-reponse-trop-longue",
    "« {titre} » compte {nombre} caractères, pour {limite} au plus.",
    "Raccourcir le texte : rien n’en a été coupé.",
)
OUTSIDE = Kind(
    "candidature-nombre-hors-bornes",
    "« {titre} » vaut {valeur}, hors des bornes : {bornes}.",
    "Écrire un nombre dans ces bornes.",
)
NOT_LISTED = Kind(
    "candidature-choix-inconnu", "« {titre} » : « {valeur} » n’est pas dans la liste.", "Choisir une réponse proposée."
)
DATA_UNKNOWN = Kind(
    "candidature-donnee-inconnue", "« {titre} » : {faute}.", "Cocher les données dans la liste, chacune une fois."
)
NOTHING_TO_WRITE = Kind(
    "candidature-pieces-a-part", "« {titre} » ne s’écrit pas.", "Joindre les fichiers sur la page des pièces."
)


def verifiee(champ: Champ, valeur: Any, themes: list[str]) -> Any:
    """The value as it is kept: None when nothing is answered.

    Parameters
    ----------
    themes
        Those of the call.

    Raises
    ------
    Refused
        Everything that is wrong with it.
    """
    plain = _plain(valeur)
    if plain is None:
        return None
    problems = list(_CHECKS[champ.sorte](champ, plain, themes))
    if problems:
        raise Refused(problems)
    return float(plain) if champ.sorte is Sorte.NOMBRE else plain


def _plain(valeur: Any) -> Any:
    """Texts without what surrounds them and with one sort of line end; what says nothing is None."""
    if isinstance(valeur, str):
        valeur = valeur.replace("\r\n", "\n").strip()
    return None if valeur is None or valeur in ("", []) else valeur


def _text(champ: Champ, valeur: Any, _themes: list[str]) -> Iterator[Problem]:
    if not isinstance(valeur, str):
        yield WRONG_SORT(titre=champ.titre, attendu="un texte")
        return
    if champ.sorte is Sorte.TEXTE and "\n" in valeur:
        yield WRONG_SORT(titre=champ.titre, attendu="une seule ligne")
    if len(valeur) > champ.limite:
        yield TOO_LONG(titre=champ.titre, nombre=number(len(valeur)), limite=number(champ.limite))


def _number(champ: Champ, valeur: Any, _themes: list[str]) -> Iterator[Problem]:
    if isinstance(valeur, bool) or not isinstance(valeur, int | float) or not math.isfinite(valeur):
        yield WRONG_SORT(titre=champ.titre, attendu="un nombre")
        return
    low = -math.inf if champ.minimum is None else champ.minimum
    high = math.inf if champ.maximum is None else champ.maximum
    if not low <= valeur <= high:
        yield OUTSIDE(
            titre=champ.titre, valeur=number(valeur, 0 if float(valeur).is_integer() else 2), bornes=bounds(low, high)
        )


def _yes_no(champ: Champ, valeur: Any, _themes: list[str]) -> Iterator[Problem]:
    if not isinstance(valeur, bool):
        yield WRONG_SORT(titre=champ.titre, attendu="oui ou non")


def _listed(known: Callable[[Champ, list[str]], Any]) -> Callable[[Champ, Any, list[str]], Iterator[Problem]]:
    def check(champ: Champ, valeur: Any, themes: list[str]) -> Iterator[Problem]:
        if not isinstance(valeur, str) or valeur not in known(champ, themes):
            yield NOT_LISTED(titre=champ.titre, valeur=valeur)

    return check


def _data(champ: Champ, valeur: Any, _themes: list[str]) -> Iterator[Problem]:
    rows = valeur if isinstance(valeur, list) else [valeur]
    faults = list(dict.fromkeys(fault for row in rows for fault in _faults(row)))
    told = [(row.get("couche"), row.get("entree")) for row in rows if isinstance(row, Mapping)]
    if len({*map(str, told)}) < len(told):
        faults.append("une donnée y est deux fois")
    if faults:
        yield DATA_UNKNOWN(titre=champ.titre, faute=listing(faults))


def _faults(row: Any) -> Iterator[str]:
    if not isinstance(row, Mapping) or set(row) != {"couche", "entree", "role"}:
        yield "une ligne n’a pas sa couche, son entrée et son rôle"
        return
    if row["couche"] not in kinds():
        yield f"la couche « {row['couche']} » n’existe pas"
    if row["role"] not in ROLES:
        yield f"le rôle « {row['role']} » n’existe pas"
    if not isinstance(row["entree"], str) or len(row["entree"]) > 200:
        yield "une entrée de l’inventaire est illisible"


def _nothing(champ: Champ, _valeur: Any, _themes: list[str]) -> Iterator[Problem]:
    yield NOTHING_TO_WRITE(titre=champ.titre)


_CHECKS: Final[Mapping[Sorte, Callable[[Champ, Any, list[str]], Iterator[Problem]]]] = {
    Sorte.TEXTE: _text,
    Sorte.PARAGRAPHE: _text,
    Sorte.NOMBRE: _number,
    Sorte.CHOIX: _listed(lambda champ, _: champ.options),
    Sorte.OUI_NON: _yes_no,
    Sorte.THEME: _listed(lambda _, themes: themes),
    Sorte.PROBLEME: _listed(lambda *_: {*fiches(), AUTRE}),
    Sorte.SERVICE: _listed(lambda *_: {*all_services(), AUTRE}),
    Sorte.DONNEES: _data,
    Sorte.PIECES: _nothing,
}
