"""A verdict for programs; `json_report` tells each key."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from coeurdeville.core.problems import Problem
from coeurdeville.schemas.findings import Finding
from coeurdeville.schemas.legible import LONG, legible
from coeurdeville.schemas.reporting.conformity import Conformity

FORMAT = "coeurdeville-conformite"
VERSION = 1
"""Changes when a key is removed, renamed or takes another meaning; a new key changes nothing."""
PLACES = 20
"""Places of a finding that are given with their value; `lignes` has the rank of every one."""

Json = dict[str, Any]


def json_report(conformity: Conformity) -> bytes:
    """The document, on one line, in UTF-8. A key is never left out: what is not known is `null`.

    Keys
    ----
    format, version_du_format, version_du_logiciel, date
        What wrote the document, and when (`2026-11-23`).
    fichier
        `nom`, `lignes` (rows read, the header apart), `colonnes` (the header as it is written).
    schema
        `nom`, `titre`, `version`, `adresse`.
    conforme, phrase
        The verdict, and the sentence that says it.
    erreurs, avertissements, lignes_a_corriger
        Errors and doubtful places, each cell counted; rows that hold an error.
    nombre_par_code
        Code -> errors.
    constats
        One object for each thing that is wrong: `code` (that of frictionless 5, or the name of a rule), `regle` (the
        constraint that is not kept), `niveau` (`erreur`, `avertissement`, `remarque`), `champ`, `colonne` (rank from
        1), `nombre`, `message`, `remede`, `lignes` (rank in the file of every place, the header being a row),
        `exemples` (the first places, each `ligne` and `valeur`).
    lecture
        How the file was read (encoding, separator), in a sentence; empty when there is nothing to say of it.
    remarques, fautes_du_schema
        What was met in finding the schema and in reading the file; what is wrong with the schema. Each has `code`,
        `niveau`, `message`, `remede`.
    """
    verdict, schema = conformity.verdict, conformity.schema
    document = {
        "format": FORMAT,
        "version_du_format": VERSION,
        "version_du_logiciel": version("coeurdeville"),
        "date": conformity.day.isoformat(),
        "fichier": {"nom": verdict.name, "lignes": verdict.rows, "colonnes": list(verdict.labels)},
        "schema": {
            "nom": schema.name or None,
            "titre": schema.title or None,
            "version": schema.version or None,
            "adresse": conformity.address or None,
        },
        "conforme": verdict.valid,
        "phrase": conformity.sentence,
        "erreurs": verdict.count,
        "avertissements": conformity.doubtful,
        "lignes_a_corriger": conformity.faulty_rows,
        "nombre_par_code": _by_code(conformity),
        "constats": [_finding(one) for one in verdict.findings],
        "lecture": conformity.verdict.reading,
        "remarques": _problems(conformity.notes),
        "fautes_du_schema": _problems(conformity.faults),
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode(
        errors="replace"
    )


def _by_code(conformity: Conformity) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in conformity.errors:
        found[one.code] = found.get(one.code, 0) + one.count
    return found


def _finding(one: Finding) -> Json:
    problem = one.problem
    return {
        "code": problem.code,
        "regle": one.rule or None,
        "niveau": str(problem.level),
        "champ": one.field or None,
        "colonne": one.column or None,
        "nombre": max(1, len(one)),
        "message": problem.message,
        "remede": problem.cure,
        "lignes": one.rows.tolist(),
        "exemples": [
            {"ligne": int(row), "valeur": legible(one.cells[at], LONG) if len(one.cells) else None}
            for at, row in enumerate(one.rows[:PLACES])
        ],
    }


def _problems(problems: Iterable[Problem]) -> list[Json]:
    return [
        {"code": one.code, "niveau": str(one.level), "message": one.message, "remede": one.cure} for one in problems
    ]
