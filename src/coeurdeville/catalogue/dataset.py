"""A dataset, and everything that must be said of it before it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coeurdeville.catalogue.contact import Contact, is_page
from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.licence_terms import licence_problems
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.schema_reference import SchemaReference
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import Licence
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage

ABSENT = Kind("metadonnee-absente", "Il manque {what} du jeu de données.", "{cure}")
TOO_LONG = Kind(
    "metadonnee-trop-longue",
    "{what} fait {length} caractères ; le SCDL en admet {most}.",
    "L’abréger, et dire le reste dans la description.",
)
IDENTIFIER_FORM = Kind(
    "identifiant-de-jeu",
    "« {id} » ne peut pas être l’identifiant d’un jeu de données.",
    "Écrire des minuscules sans accent, des chiffres et des tirets : arbres-redon-2026.",
)
PAGE_FORM = Kind(
    "page-du-jeu-illisible",
    "« {page} » n’est pas l’adresse d’une page.",
    "Donner celle du jeu sur le portail, avec https:// ; à défaut celle de la collectivité, à corriger après le dépôt.",
)
SIRET_ABSENT = Kind(
    "siret-absent",
    "Le SIRET de {name} n’est pas donné : la ligne de catalogue du SCDL, qui le demande, ne sera pas écrite.",
    "Le chercher sur annuaire-entreprises.data.gouv.fr.",
    Level.WARNING,
)
LEFT_OUT_YET_THERE = Kind(
    "colonne-ecartee-presente",
    "La colonne « {column} » est dite écartée, et elle est dans le fichier.",
    "L’ôter du fichier, ou ne pas la dire écartée.",
)
NAME_LENGTH = 140
"""Characters that `scdl/catalogue` allows for a name or a theme."""
_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_RESERVED = "catalogue"
"""Its file would have the name of the line of catalogue."""


@dataclass(frozen=True)
class LeftOut:
    """A column that is not opened."""

    column: str
    why: str
    """French, as it is published: `nom de l’agent qui a fait le relevé`."""


@dataclass(frozen=True)
class Dataset:
    """What is published with data: without it nobody can find them, judge them or cite them."""

    id: str
    """Lower case without accents, figures, hyphens; the name of the files."""
    title: str
    description: str
    publisher: Organisation
    """The collectivité that puts the data online."""
    producer: Organisation
    """Who made them; often the same."""
    licence: Licence
    frequency: Frequency
    coverage: Coverage
    vintage: Vintage
    """The time that the data describe."""
    issued: date
    """Day of the first publication."""
    modified: date
    """Day when the data last changed."""
    keywords: tuple[str, ...]
    theme: str
    contact: Contact
    page: str
    """Address of the dataset on the portal, or for lack of it of a page about it."""
    schema: SchemaReference
    rows: int
    """Rows of data, the header apart."""
    columns: tuple[str, ...]
    """Labels, in the order of the file."""
    left_out: tuple[LeftOut, ...] = ()
    sources: tuple[Origin, ...] = ()
    """What the data were made from, when it is not the producer's own survey."""
    method: str = ""
    """How the data were made, in French sentences."""
    limits: tuple[str, ...] = ()
    """What the data must not be used for, what they lack."""

    def problems(self) -> tuple[Problem, ...]:
        """Everything that stands in the way of publishing, and what is worth knowing, all at once."""
        names = (self.publisher.name, self.producer.name, self.coverage.name)
        organisations = dict.fromkeys((self.publisher, self.producer))
        return (
            *self._lacking(),
            *self._forms(),
            *(LEFT_OUT_YET_THERE(column=one.column) for one in self.left_out if one.column in self.columns),
            *licence_problems(self.licence, self.sources),
            *(one for body in organisations for one in body.problems()),
            *(SIRET_ABSENT(name=body.name) for body in organisations if body.name and not body.siret),
            *self.coverage.problems(),
            *self.contact.problems(names),
        )

    def _lacking(self) -> Iterator[Problem]:
        for what, held, cure in (
            ("le titre", self.title, "Nommer le jeu et son territoire : Arbres d’alignement de Redon."),
            ("la description", self.description, "Dire en deux ou trois phrases ce que contient le jeu."),
            ("le nom de qui publie", self.publisher.name, "Donner le nom officiel de la collectivité."),
            ("le nom du producteur", self.producer.name, "Donner le nom officiel de qui a produit les données."),
            ("le nom du territoire", self.coverage.name, "Donner le nom de la commune ou du territoire couvert."),
            ("le thème", self.theme, "Choisir un thème : Environnement, Risques, Urbanisme…"),
            ("les mots-clés", "".join(self.keywords), "En donner au moins un : arbres, espaces verts…"),
            ("le nom du schéma", self.schema.name, "Dire à quel schéma le fichier est conforme."),
            ("les colonnes", "".join(self.columns), "Donner les noms des colonnes du fichier."),
        ):
            if not held.strip():
                yield ABSENT(what=what, cure=cure)

    def _forms(self) -> Iterator[Problem]:
        if not _IDENTIFIER.fullmatch(self.id) or self.id == _RESERVED:
            yield IDENTIFIER_FORM(id=self.id)
        if not is_page(self.page):
            yield PAGE_FORM(page=self.page)
        for what, text in (
            ("Le nom de qui publie", self.publisher.name),
            ("Le nom du producteur", self.producer.name),
            ("Le nom du territoire", self.coverage.name),
            ("Le thème", self.theme),
        ):
            if len(text) > NAME_LENGTH:
                yield TOO_LONG(what=what, length=len(text), most=NAME_LENGTH)
