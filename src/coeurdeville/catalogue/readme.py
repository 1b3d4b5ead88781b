"""`LISEZMOI.md`: what the package is, how to read it, how to cite it, what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.catalogue.markdown import code, listed, page, table, told
from coeurdeville.catalogue.resource import GEOJSON, Resource
from coeurdeville.catalogue.table import OpenTable
from coeurdeville.core.french import NBSP, agree, day, plural

PAPERS = {
    "schema.json": "le schéma des colonnes (Table Schema) auquel le CSV est conforme",
    "datapackage.json": "la description pour un programme (Data Package 1)",
    "catalogue.csv": "la ligne à ajouter au catalogue de la collectivité (schéma « scdl/catalogue » 0.1.3)",
    "dcat.jsonld": "la description qu’échangent les portails (DCAT-AP, en JSON-LD)",
    "fiche-metadonnees.md": "la fiche à lire avant d’utiliser les données",
    "LISEZMOI.md": "ce fichier",
}
"""Every file of a package but its data, in the order in which they are told."""


def readme(dataset: Dataset, content: OpenTable, resources: Sequence[Resource], unplaced: int) -> str:
    """In French; `unplaced` rows have no geometry."""
    return page(
        f"# {told(dataset.title)}",
        told(dataset.description),
        f"{plural(dataset.rows, 'ligne')}, {agree(dataset.rows, 'conforme')} au schéma {told(str(dataset.schema))}.",
        "## Les fichiers",
        table(("Fichier", "Contenu"), _files(dataset, resources)),
        "## Comment les lire",
        listed(_reading(content, resources, unplaced)),
        "## Comment les citer",
        told(citation(dataset)),
        "## Licence",
        told(f"{dataset.licence.title}{NBSP}: {terms_of(dataset.licence).address}"),
        "## Ce qui a été laissé de côté",
        _left_out(dataset),
        "## Contact",
        told(f"{dataset.contact.role}, {dataset.contact.address}"),
    )


def has_catalogue_line(dataset: Dataset) -> bool:
    """Whether `catalogue.csv` can be written: it asks for the SIRET of who publishes and of who produces."""
    return bool(dataset.publisher.siret and dataset.producer.siret)


def citation(dataset: Dataset) -> str:
    """Producer, title, date of the last update, licence and address: what an open licence asks to name."""
    named = f"{dataset.producer.name}, « {dataset.title} », mis à jour le {day(dataset.modified)}"
    return f"{named}, {dataset.licence.title}, {dataset.page}".replace("« ", f"«{NBSP}").replace(" »", f"{NBSP}»")


def _files(dataset: Dataset, resources: Sequence[Resource]) -> Iterator[tuple[str, str]]:
    for one in resources:
        where = ", en longitude et latitude" if one.format is GEOJSON else ""
        yield code(one.name), f"les données, en {one.format.title}{where}"
    for name, said in PAPERS.items():
        if name != "catalogue.csv" or has_catalogue_line(dataset):
            yield code(name), said.replace("« ", f"«{NBSP}").replace(" »", f"{NBSP}»")


def _reading(content: OpenTable, resources: Sequence[Resource], unplaced: int) -> Iterator[str]:
    yield (
        "Le CSV est en UTF-8 sans marque, séparé par des virgules, avec des guillemets doubles où il en faut. La "
        "première ligne nomme les colonnes. Une cellule vide veut dire que la valeur n’est pas connue, jamais zéro."
    )
    yield f"Les nombres, les dates et les listes de valeurs s’écrivent comme le dit {code('schema.json')}."
    if any(one.format is GEOJSON for one in resources):
        yield f"Le GeoJSON est en degrés (WGS84), à six décimales, soit environ dix centimètres. {_unplaced(unplaced)}"
    yield (
        "Un texte qu’un tableur pourrait prendre pour une formule (il commence par =, +, - ou @) est précédé d’une "
        "apostrophe, à retirer pour retrouver le texte d’origine. Les nombres et les numéros de téléphone restent tels "
        f"quels. Cellules concernées ici{NBSP}: {content.disarmed or 'aucune'}."
    )


def _unplaced(count: int) -> str:
    if not count:
        return "Toutes les lignes y sont placées."
    return f"{plural(count, 'ligne')} sans coordonnées y {agree(count, 'figure', 'figurent')} sans géométrie."


def _left_out(dataset: Dataset) -> str:
    return (
        listed(f"{code(one.column)}{NBSP}: {told(one.why)}" for one in dataset.left_out)
        or "Rien n’a été retiré du fichier d’origine pour l’ouvrir."
    )
