"""`catalogue.csv`: the line of this dataset in the catalogue of the collectivité (`scdl/catalogue` 0.1.3)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from coeurdeville.catalogue.dataset import Dataset
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.catalogue.resource import Resource
from coeurdeville.core.formulas import harmless
from coeurdeville.core.french import plain


def scdl_catalogue(dataset: Dataset, resources: Sequence[Resource]) -> str:
    """A header and one line, to be put under those of the other datasets. Both SIRET must be known."""
    file = io.StringIO()
    cells = _cells(dataset, resources)
    csv.writer(file, lineterminator="\r\n").writerows([cells, map(harmless, cells.values())])
    return file.getvalue()


def _cells(dataset: Dataset, resources: Sequence[Resource]) -> dict[str, str]:
    return {
        "COLL_NOM": dataset.publisher.name,
        "COLL_SIRET": dataset.publisher.siret,
        "ID": dataset.id,
        "TITRE": dataset.title,
        "DESCRIPTION": dataset.description,
        "THEME": dataset.theme,
        "PRODUCTEUR_NOM": dataset.producer.name,
        "PRODUCTEUR_SIRET": dataset.producer.siret,
        "COUV_SPAT_MAILLE": dataset.coverage.scale,
        "COUV_SPAT_NOM": dataset.coverage.name,
        "COUV_TEMP_DEBUT": dataset.vintage.start.isoformat(),
        "COUV_TEMP_FIN": dataset.vintage.end.isoformat(),
        "DATE_PUBL": dataset.issued.isoformat(),
        "FREQ_MAJ": dataset.frequency,
        "DATE_MAJ": dataset.modified.isoformat(),
        "MOTS_CLES": ";".join(plain(one).replace(";", " ") for one in dataset.keywords),
        "LICENCE": terms_of(dataset.licence).scdl,
        "NOMBRE_RESSOURCES": str(len(resources)),
        "FORMAT_RESSOURCES": ";".join(one.format.extension for one in resources),
        "URL": dataset.page,
    }
