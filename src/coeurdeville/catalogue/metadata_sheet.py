"""`fiche-metadonnees.md`: what must be known of the data before they are used."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.markdown import code, listed, page, table, told
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.table import OpenTable
from coeurdeville.core.french import day, listing, number, plural
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.types.catalogue import field_types

SHOWN = 12
"""Values of a closed list that are named."""


def metadata_sheet(dataset: Dataset, content: OpenTable) -> str:
    """Producer, licence, frequency, coverage, method, columns, limits."""
    return page(
        f"# {told(dataset.title)}",
        told(dataset.description),
        table(("Rubrique", "Valeur"), _headings(dataset)),
        "## Méthode",
        told(dataset.method) or "La méthode n’a pas été décrite par le producteur.",
        *_sources(dataset),
        "## Colonnes",
        table(("Colonne", "Contenu", "Type", "Obligatoire", "Valeurs"), map(_column, content.fields)),
        "## Limites",
        listed(map(told, dataset.limits)) or "Aucune limite n’a été signalée par le producteur.",
    )


def _headings(dataset: Dataset) -> Iterator[tuple[str, str]]:
    yield "Identifiant", code(dataset.id)
    yield "Producteur", _body(dataset.producer)
    yield "Publié par", _body(dataset.publisher)
    yield "Contact", told(f"{dataset.contact.role}, {dataset.contact.address}")
    yield "Licence", told(dataset.licence.title)
    yield "Fréquence de mise à jour", dataset.frequency
    yield "Couverture", told(f"{dataset.coverage.name} ({dataset.coverage.scale.lower()})")
    yield "Commune", code(dataset.coverage.commune)
    yield "Période décrite", _period(dataset)
    yield "Première publication", day(dataset.issued)
    yield "Dernière mise à jour", day(dataset.modified)
    yield "Thème", told(dataset.theme)
    yield "Mots-clés", told(", ".join(dataset.keywords))
    yield "Schéma", told(f"{dataset.schema} {dataset.schema.address}")
    yield "Taille", f"{plural(dataset.rows, 'ligne')}, {plural(len(dataset.columns), 'colonne')}"
    yield "Page", told(dataset.page)


def _body(body: Organisation) -> str:
    known = (("SIRET", body.siret), ("SIREN", body.siren))
    said = next((f" ({name} {figures})" for name, figures in known if figures), "")
    return told(f"{body.name}{said}")


def _period(dataset: Dataset) -> str:
    start, end = dataset.vintage.start, dataset.vintage.end
    return day(start) if start == end else f"du {day(start)} au {day(end)}"


def _sources(dataset: Dataset) -> Iterator[str]:
    if dataset.sources:
        yield "## Sources"
        yield listed(told(f"{one.cite()} {one.page}") for one in dataset.sources)


def _column(field: Field) -> tuple[str, ...]:
    said = told(field.description) or told(field.title) or "non décrit"
    kind = field_types()[field.type].said
    return code(field.name), said, told(kind), "oui" if field.required else "non", _values(field)


def _values(field: Field) -> str:
    wanted = field.constraints.get("enum", ())
    shown = [code(str(one)) for one in wanted[:SHOWN]]
    if len(wanted) > SHOWN:
        return listing([*shown, f"{number(len(wanted) - SHOWN)} autres"])
    return listing(shown, "ou") or "libres"
