"""The form of filters: a list of choices for each thing that can be chosen, sent by GET, so that it can be shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from coeurdeville.core.french import capital, plain
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.selection import REGION, SIZES
from coeurdeville.deployability.verdict import CellState
from coeurdeville.espaces.villes import FICTIVE
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.territories.commune import Commune
from coeurdeville.web.public.words import printed

Choice = tuple[str, str]
"""What the address writes, what is read."""


@dataclass(frozen=True)
class Group:
    """Choices that stand together; without title, they stand alone."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Field:
    """One list."""

    name: str
    title: str
    every: str
    """What is read when nothing is chosen."""
    groups: tuple[Group, ...]
    chosen: str

    @property
    def words(self) -> str:
        """What is read of the choice; empty when nothing is chosen."""
        every = (choice for group in self.groups for choice in group.choices)
        return next((words for value, words in every if value == self.chosen), "")


def fields(matrix: Matrix, communes: Mapping[str, Commune], texts: Mapping[str, str]) -> tuple[Field, ...]:
    """The lists of a matrix, with what `texts` chooses."""
    themes = Group("", tuple((one.value, one.label) for one in Theme))
    sizes = Group("", tuple((key, capital(printed(words))) for key, (words, _, _) in SIZES.items()))
    states = Group("", tuple((str(one), capital(one.label)) for one in CellState))
    made = (
        ("theme", "Thème", "Tous", (themes,)),
        ("service", "Service", "Tous", tuple(_services(matrix))),
        ("ou", "Région ou département", "Toute la France", tuple(_places(matrix, communes))),
        ("taille", "Taille des communes", "Toutes", (sizes,)),
        ("etat", "Une case au moins", "Dans tout état", (states,)),
    )
    return tuple(Field(name, title, every, groups, texts.get(name, "")) for name, title, every, groups in made)


def place_codes(form: Iterable[Field]) -> frozenset[str]:
    """Every code of place that can be chosen."""
    groups = (group for field in form if field.name == "ou" for group in field.groups)
    return frozenset(value for group in groups for value, _ in group.choices)


def _services(matrix: Matrix) -> Iterable[Group]:
    for theme, those in groupby(matrix.services, key=lambda one: one.theme):
        yield Group(theme.label, tuple((one.slug, one.title) for one in those))


def _places(matrix: Matrix, communes: Mapping[str, Commune]) -> Iterable[Group]:
    """Each région that has a commune, then its départements; fictional towns are of none."""
    found = {(one.region, one.departement) for code in matrix.communes if (one := communes.get(code))}
    real = sorted((pair for pair in found if pair[1].code != FICTIVE), key=lambda one: (plain(one[0].nom), one[1].code))
    for region, those in groupby(real, key=lambda one: one[0]):
        inside = [departement for _, departement in those]
        whole = (f"{REGION}{region.code}", f"Toute la région {region.nom}")
        yield Group(region.nom, (whole, *((one.code, f"{one.nom} ({one.code})") for one in inside)))
