"""French names of the large groups of living things, for files that name them in Latin."""

from __future__ import annotations

FRENCH = {
    "Animalia": "Animaux",
    "Plantae": "Plantes",
    "Fungi": "Champignons",
    "Aves": "Oiseaux",
    "Mammalia": "Mammifères",
    "Insecta": "Insectes",
    "Arachnida": "Araignées et acariens",
    "Amphibia": "Amphibiens",
    "Reptilia": "Reptiles",
    "Squamata": "Lézards et serpents",
    "Actinopterygii": "Poissons",
    "Gastropoda": "Escargots et limaces",
    "Bivalvia": "Coquillages à deux valves",
    "Malacostraca": "Crustacés",
    "Magnoliopsida": "Plantes à fleurs",
    "Liliopsida": "Graminées, orchidées et lis",
    "Pinopsida": "Conifères",
    "Polypodiopsida": "Fougères",
    "Bryopsida": "Mousses",
    "Agaricomycetes": "Champignons à chapeau",
    "Lecanoromycetes": "Lichens",
}
"""Kingdoms and classes as GBIF names them."""


def group_name(name: str) -> str:
    """`Oiseaux` for `Aves`; a name that the table does not have is given back."""
    return FRENCH.get(name, name)
