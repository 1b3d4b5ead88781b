"""A mapping as TOML writes it, in the entry of a town folder as in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat, Lecture
from coeurdeville.schemas.mapping.toml_table import Table
from coeurdeville.schemas.mapping.units import METRES


def read_mapping(table: Table) -> Correspondance:
    """The mapping that some keys of a table write; the other keys are left in it."""
    reading = table.table("lecture")
    lecture = Lecture(
        reading.text("feuille"), reading.text("x"), reading.text("y"), reading.take("projection", int) or None
    )
    reading.close()
    states = []
    for state in table.tables("etats"):
        column, gone = state.text("colonne", required=True), state.texts("disparus")
        states.extend([Etat(column, gone)] if column else [])
        state.close()
    return Correspondance(
        lecture,
        colonnes=table.table("colonnes").all_texts(),
        a_confirmer=table.tables_of_texts("a_confirmer"),
        unites=table.table("unites").all_texts(METRES),
        valeurs=table.tables_of_texts("valeurs"),
        constantes=table.table("constantes").all_texts(),
        etats=tuple(states),
    )


def mapping_table(mapping: Correspondance) -> dict[str, Any]:
    """The keys that write a mapping; what is empty is not written."""
    reading = {key: value for key, value in vars(mapping.lecture).items() if value}
    states = [
        {"colonne": one.colonne, **({"disparus": list(one.disparus)} if one.disparus else {})} for one in mapping.etats
    ]
    parts = {
        "lecture": reading,
        "colonnes": dict(mapping.colonnes),
        "a_confirmer": {key: _inline(value) for key, value in mapping.a_confirmer.items()},
        "unites": dict(mapping.unites),
        "constantes": dict(mapping.constantes),
        "valeurs": {key: dict(value) for key, value in mapping.valeurs.items()},
        "etats": states,
    }
    return {key: value for key, value in parts.items() if value}


def _inline(values: Mapping[str, str]) -> Any:
    import tomlkit

    table = tomlkit.inline_table()
    table.update(values)
    return table
