"""A schema as its pages show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from coeurdeville.core.french import capital, day, plural, spaced
from coeurdeville.espaces.conformites import Verifiee
from coeurdeville.schemas.catalogue import own_schemas, schema
from coeurdeville.schemas.in_french import content_words, example_text, key_words, rules
from coeurdeville.schemas.layer_mapping import layer_mapping
from coeurdeville.schemas.mapping.units import length_unit
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.proposing.follow_up import FILE, FollowUp, Step, read_follow_up
from coeurdeville.web.public.addresses import town_path
from coeurdeville.web.public.links import layer_address, service_address

STATUSES = {
    None: "proposé par ce projet",
    Step.INVESTIGATION: "proposé par ce projet, en investigation",
    Step.CONCERTATION: "en concertation",
    Step.CONSTRUCTION: "en construction",
    Step.PUBLICATION: "publié sur schema.data.gouv.fr",
    Step.REFUSAL: "refusé par le Socle commun",
}
"""Where a schema is on the way to the Socle commun des données locales, in words."""


@dataclass(frozen=True)
class Named:
    """Something that has a page."""

    title: str
    address: str


@dataclass(frozen=True)
class Card:
    """A schema in the list."""

    name: str
    title: str
    description: str
    version: str
    fields: str
    required: str
    status: str
    layer: Named | None
    towns: str
    """`2 villes conformes sur 3 vérifiées`; empty when none is known."""


@dataclass(frozen=True)
class FieldLine:
    """One field."""

    name: str
    title: str
    description: str
    content: str
    unit: str
    required: bool
    rules: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class TownLine:
    """The last check of a town's file."""

    name: str
    address: str
    title: str
    day: str
    said: str
    conform: bool


@dataclass(frozen=True)
class Sheet:
    """A schema on its page."""

    card: Card
    key: str
    fields: tuple[FieldLine, ...]
    services: tuple[Named, ...]
    """Those that ask for its layer."""
    steps: tuple[tuple[str, str, str], ...]
    """Step, day and note of its way to the Socle commun."""
    licence: str
    towns: tuple[TownLine, ...]


def cards(checked: Mapping[str, Sequence[Verifiee]]) -> list[Card]:
    """Every schema of the project, by name; `checked` says the towns whose file was checked against each."""
    return [_card(name, checked.get(name, ())) for name in own_schemas()]


def sheet_of(name: str, checked: Sequence[Verifiee]) -> Sheet:
    """The page of a schema of the project."""
    described = schema(name).schema
    followed = _followed(name)
    licences = described.descriptor.get("licenses") or [{}]
    return Sheet(
        _card(name, checked),
        key_words(described),
        tuple(map(_field, described.fields)),
        _services(name),
        tuple((capital(one.step), day(one.day), one.note) for one in followed.lines),
        str(licences[0].get("title", "")),
        tuple(map(_town, checked)),
    )


def _card(name: str, checked: Sequence[Verifiee]) -> Card:
    described = schema(name).schema
    conform = sum(one.conforme for one in checked)
    said = f"{plural(conform, 'fichier conforme', 'fichiers conformes')} sur {plural(len(checked), 'vérifié')}"
    required = sum(one.required for one in described.fields)
    return Card(
        name, described.title, spaced(str(described.descriptor.get("description") or "")), described.version,
        plural(len(described.fields), "champ"), plural(required, "obligatoire"), _status(name), _layer(name),
        said if checked else "",
    )  # fmt: skip


def _status(name: str) -> str:
    return STATUSES[_followed(name).step]


@cache
def _followed(name: str) -> FollowUp:
    path = own_schemas()[name] / FILE
    return read_follow_up(path.read_text("utf-8")) if path.is_file() else FollowUp((), ())


def _layer(name: str) -> Named | None:
    from coeurdeville.layers.catalogue import layer

    tied = layer_mapping(name)
    return Named(layer(tied.layer).title, layer_address(tied.layer)) if tied else None


def _services(name: str) -> tuple[Named, ...]:
    from coeurdeville.layers.catalogue import layer
    from coeurdeville.services.catalogue import all_services

    tied = layer_mapping(name)
    if tied is None:
        return ()
    kind = layer(tied.layer)
    return tuple(Named(one.title, service_address(one.slug)) for one in all_services().values()
                 if kind in one.layers.values())  # fmt: skip


def _field(one: Field) -> FieldLine:
    return FieldLine(
        one.name, one.title, spaced(one.description), capital(content_words(one)), length_unit(one), one.required,
        tuple(map(spaced, list(rules(one))[1:])), example_text(one),
    )  # fmt: skip


def _town(one: Verifiee) -> TownLine:
    said = "toutes les lignes sont conformes" if one.conforme else (
        f"{plural(one.conformes, 'ligne conforme', 'lignes conformes')} sur {plural(one.lignes, 'ligne')}"
    )  # fmt: skip
    return TownLine(one.nom, town_path(one.commune, one.nom), one.titre, day(one.jour), said, one.conforme)
