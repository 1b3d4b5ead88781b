"""Inhabitants by square or block."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import AREA, VectorLayer


class Population(VectorLayer):
    """People living in each cell of a partition: 200 m squares, blocks, quarters."""

    id, slug, title, geometry = "population", "population", "Population par carreau", AREA
    competence = "donnees-nationales"
    words = ("population par carreau", "carreaux", "filosofi")
    columns = (
        Column("people", "float", "Habitants", required=True, minimum=0, maximum=1_000_000,
               names=("ind", "habitants", "population", "pop", "nb_habitants", "nbhab")),
        Column("households", "float", "Ménages", minimum=0, maximum=1_000_000, names=("men", "menages")),
    )  # fmt: skip
