"""The files of a package, in memory."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.catalogue.data_csv import data_csv
from coeurdeville.catalogue.datapackage import datapackage
from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.dcat import dcat
from coeurdeville.catalogue.geojson import geojson, shapes_of
from coeurdeville.catalogue.geometry import placement_of
from coeurdeville.catalogue.json_text import json_text
from coeurdeville.catalogue.metadata_sheet import metadata_sheet
from coeurdeville.catalogue.readme import has_catalogue_line, readme
from coeurdeville.catalogue.resource import CSV, GEOJSON, resource_of
from coeurdeville.catalogue.scdl_catalogue import scdl_catalogue
from coeurdeville.catalogue.table import OpenTable
from coeurdeville.core.french import number
from coeurdeville.core.problems import Kind, Problem, refuse_errors
from coeurdeville.schemas.model import TableSchema

OTHER_TABLE = Kind(
    "description-d-un-autre-fichier",
    "La description du jeu ne dit pas ce qu’il y a dans le fichier : {what} ({told} au lieu de {found}).",
    "Reprendre la description d’après le fichier que l’on publie.",
)


def contents_of(dataset: Dataset, table: OpenTable, schema: TableSchema) -> dict[str, bytes]:
    """Name -> content.

    Raises
    ------
    Refused
        `description-d-un-autre-fichier`; `coordonnees-hors-du-globe`.
    """
    refuse_errors(_disagreements(dataset, table, schema))
    files, unplaced = {CSV: data_csv(table)}, 0
    placement = placement_of(schema)
    if placement is not None:
        shapes = shapes_of(table, placement)
        files[GEOJSON], unplaced = geojson(table, placement, shapes), shapes.count(None)
    resources = [resource_of(dataset.id, written, content) for written, content in files.items()]
    papers = {
        "schema.json": json_text(schema.descriptor),
        "datapackage.json": datapackage(dataset, schema, resources),
        "catalogue.csv": scdl_catalogue(dataset, resources) if has_catalogue_line(dataset) else "",
        "dcat.jsonld": dcat(dataset, resources),
        "fiche-metadonnees.md": metadata_sheet(dataset, table),
        "LISEZMOI.md": readme(dataset, table, resources, unplaced),
    }
    data = {resource.name: content for resource, content in zip(resources, files.values(), strict=True)}
    return data | {name: text.encode() for name, text in papers.items() if text}


def _disagreements(dataset: Dataset, table: OpenTable, schema: TableSchema) -> Iterator[Problem]:
    labels = tuple(table.frame.columns)
    for what, told, found in (
        ("le nombre de lignes", number(dataset.rows), number(len(table.frame))),
        ("les colonnes", ", ".join(dataset.columns), ", ".join(labels)),
        ("le schéma", dataset.schema.name, schema.name),
        ("la version du schéma", dataset.schema.version, schema.version),
    ):
        if told != found:
            yield OTHER_TABLE(what=what, told=told or "rien", found=found or "rien")
