"""The files of an edition that are made for its readers, with what each holds; the others are for the site itself."""

from __future__ import annotations

from coeurdeville.core.french import NBSP
from coeurdeville.reports.editions.edition import Edition

WHOLE = {
    "diagnostic.pdf": "Le diagnostic, à imprimer",
    "diagnostic.html": "Le diagnostic en un seul fichier, à lire hors ligne",
    "indicateurs.xlsx": "Tous les chiffres, pour un tableur",
    "indicateurs.csv": "Tous les chiffres, une ligne par valeur",
    "diagnostic.gpkg": "Les cartes, pour QGIS, avec leurs styles",
    "diagnostic.json": "Tout le diagnostic, pour un programme",
}
"""Name -> what the file holds, of the whole diagnostic."""


def offered(edition: Edition) -> dict[str, str]:
    """Name -> what it holds, of the files that there are; a layer that several maps show is there once."""
    titles = {page.key: page.label for page in edition.report.services}
    layers = {
        layer.data or layer.file: f"{titles[one.service]}{NBSP}: {layer.words}"
        for one in edition.maps
        for layer in reversed(one.layers)
    }
    return {name: what for name, what in {**WHOLE, **layers}.items() if name in edition.files}
