"""Each answer of an entry as a field, its choices in French."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django import forms

from coeurdeville.core.french import capital, plain
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LICENCES
from coeurdeville.inventory.demandes.droit import articles_for
from coeurdeville.inventory.vocabulaire import Acteur, Forme, Nature, Niveau, Ouverture
from coeurdeville.layers.catalogue import awaited, kinds, layers
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.web.espace.dossier.mots import AIDES, LIBELLES

Choices = Sequence[Any]
T = TypeVar("T")
LONG = frozenset({"description", "qualite", "acces"})
A_PRECISER = ("", "à préciser")
CHOIX: Mapping[str, Choices] = {
    "donnees_personnelles": [("", "personne n’a regardé"), ("oui", "oui"), ("non", "non")],
    "acteur": [(str(one), capital(one.libelle)) for one in reversed(Acteur)],
    "nature": [A_PRECISER, *((str(one), one.libelle) for one in Nature)],
    "niveau": [(str(one), one.libelle) for one in reversed(Niveau)],
    "licence": [(one.key, one.title) for one in LICENCES.values()],
    "rythme": [(str(one), str(one)) for one in Frequency],
    "etendue": [
        ("", "à décider à la lecture"),
        ("commune", "toute la commune"),
        ("fichier", "le seul terrain du fichier"),
        ("partout", "partout"),
    ],
}
"""Answer -> values of the file with what users read."""
STATUTS: Choices = [
    ("", "ne rien ajouter"),
    *((str(one), one.libelle) for one in Ouverture if one is not Ouverture.NON_RENSEIGNE),
]
FORMES: Choices = [A_PRECISER, *((str(one), one.libelle) for one in Forme)]


def champ(key: str, valeur: str, fichiers: Sequence[str]) -> forms.Field:
    """The field of an answer that now has this value, which can always be kept."""
    told: dict[str, Any] = {
        "label": LIBELLES[key],
        "help_text": AIDES.get(key, ""),
        "required": key in ("titre", "couche"),
    }
    choices = _choices(key, fichiers)
    if choices is not None:
        return forms.ChoiceField(choices=_with(choices, valeur), **told)
    widget = forms.Textarea(attrs={"rows": 3}) if key in LONG or "\n" in valeur else forms.TextInput()
    return forms.CharField(widget=widget, max_length=5000, **told)


def _choices(key: str, fichiers: Sequence[str]) -> Choices | None:
    if key == "couche":
        return couches()
    if key == "fichier":
        return [("", "aucun"), *((one, one.removeprefix("fichiers/")) for one in fichiers)]
    return CHOIX.get(key)


def couches() -> Choices:
    """Every layer by its title, those that services read first."""
    return [
        ("", "choisir une couche"),
        ("Lues par les services", _titled((one.slug, one.title) for one in layers().values())),
        ("Attendues par les services", _titled((one.slug, one.title) for one in awaited().values())),
    ]


def fondements() -> Choices:
    """The articles that may close data."""
    found = {one.cle: one for ouverture in Ouverture for one in articles_for(ouverture)}
    return [("", "aucun"), *((one.cle, f"{one.reference}\u00a0: {one.dit}"[:140]) for one in found.values())]


def colonnes(couche: str) -> Mapping[str, Column]:
    """Columns of a layer that a file can fill, by key; none for a layer that is awaited."""
    kind = kinds().get(couche)
    if not isinstance(kind, type) or not issubclass(kind, TableLayer):
        return {}
    return {one.key: one for one in kind.columns}


def titrees(couche: str, told: Mapping[str, T]) -> list[tuple[str, T]]:
    """What is told of columns of a layer, by their titles."""
    known = colonnes(couche)
    return [(known[key].title if key in known else key, value) for key, value in told.items()]


def _titled(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: plain(pair[1]))


def _with(choices: Choices, valeur: str) -> Choices:
    """The choices, and the present value when it is none of them: it is shown as it is written."""
    known = [
        value for one in choices for value in ([two for two, _ in one[1]] if isinstance(one[1], list) else [one[0]])
    ]
    return choices if valeur in known else [*choices, (valeur, f"«\u00a0{valeur}\u00a0», tel qu’écrit")]
