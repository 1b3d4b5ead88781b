"""The form of a call, as its steps and fields; the one that a new call starts from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel


class Sorte(StrEnum):
    """What a field takes. Codes are stored in the form of each call."""

    TEXTE = "texte"
    """One line: str."""
    PARAGRAPHE = "paragraphe"
    """Several: str."""
    NOMBRE = "nombre"
    """float, between `minimum` and `maximum`."""
    CHOIX = "choix"
    """A key of `options`."""
    OUI_NON = "oui_non"
    """bool."""
    THEME = "theme"
    """One of the themes of the call."""
    PROBLEME = "probleme"
    """Id of a problem of the collection, or `autre`."""
    SERVICE = "service"
    """Slug of a service, or `autre`."""
    DONNEES = "donnees"
    """Layers and entries of the inventory: `[{couche, entree, role}]`, role `indispensable` or `utile`."""
    PIECES = "pieces"
    """The files joined; they are kept apart, and the answer holds nothing."""


@dataclass(frozen=True)
class Champ:
    """One question."""

    cle: str
    sorte: Sorte
    titre: str
    aide: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    minimum: float | None = None
    maximum: float | None = None
    limite: int = 5000
    """Characters that a text may have."""
    facultatif: bool = False
    identifie: bool = False
    """Whether the answer tells who the town is: hidden from reviewers when the call is anonymous."""
    critere: str = ""
    """Key of the criterion that it informs."""


@dataclass(frozen=True)
class Etape:
    """Questions asked on one page."""

    cle: str
    titre: str
    champs: tuple[Champ, ...]
    aide: str = ""


@dataclass(frozen=True)
class Formulaire:
    """The steps of a form, in order."""

    etapes: tuple[Etape, ...]

    def __iter__(self) -> Iterator[Champ]:
        """Every field, in order."""
        return (champ for etape in self.etapes for champ in etape.champs)

    def champ(self, cle: str) -> Champ | None:
        """A field by its key."""
        return next((one for one in self if one.cle == cle), None)

    def etape(self, cle: str) -> Etape | None:
        """A step by its key."""
        return next((one for one in self.etapes if one.cle == cle), None)


def formulaire(appel: Appel) -> Formulaire:
    """The form of a call."""
    return lire(appel.formulaire)


def lire(steps: Sequence[Mapping[str, Any]]) -> Formulaire:
    """A form from what a call keeps of it."""
    return Formulaire(tuple(_etape(one) for one in steps))


def ecrire(form: Formulaire) -> list[dict[str, Any]]:
    """What a call keeps of a form; `lire` gives it back."""
    return [asdict(one) for one in form.etapes]


def cles(appel: Appel) -> Mapping[Sorte, str]:
    """Sort -> key of the first question of that sort in the form of a call: what the programme reads, it reads by it.

    Whatever a question was before it was edited, or in which form it was born.
    """
    found = dict[Sorte, str]()
    for step in appel.formulaire:
        for one in step["champs"]:
            found.setdefault(Sorte(one["sorte"]), one["cle"])
    return found


def de_base() -> Formulaire:
    """The form that a new call starts from."""
    return lire(_contents()["etapes"])


def criteres_de_base() -> list[dict[str, Any]]:
    """The four elements that weigh: `{cle, titre, question, poids}`."""
    return list(_contents()["criteres"])


def _etape(values: Mapping[str, Any]) -> Etape:
    fields = tuple(Champ(**{**one, "sorte": Sorte(one["sorte"])}) for one in values["champs"])
    return Etape(values["cle"], values["titre"], fields, values.get("aide", ""))


@cache
def _contents() -> dict[str, Any]:
    text = files("coeurdeville.programme.appels").joinpath("formulaire.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
