"""The columns of the schema: what each contains, whether the file has it, its errors."""

from __future__ import annotations

from collections import Counter

from coeurdeville.core.french import NBSP, agree, capital, number, plural, quoted
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.exhibits import Column, Table
from coeurdeville.reports.html_pieces import table
from coeurdeville.reports.palette import Status
from coeurdeville.schemas.in_french import content_words
from coeurdeville.schemas.legible import legible
from coeurdeville.schemas.model import Field
from coeurdeville.schemas.reporting.conformity import UNEVEN, Conformity

HEADS = (
    Column("Colonne"),
    Column("Contenu"),
    Column("Dans le fichier", shows="badge"),
    Column("Erreurs", numeric=True),
)
BEYOND = 20
"""Names of columns out of the schema that are given."""


def columns(conformity: Conformity) -> str:
    """A table of the schema, where it comes from, and the columns that it does not have."""
    fields, labels = conformity.schema.fields, conformity.verdict.labels
    present = sum(one.name in labels for one in fields)
    said = f"Le schéma prévoit {plural(len(fields), 'colonne')}{_share(present, len(fields))} {_beyond(conformity)}"
    return (
        f"<section><h2>Les colonnes du schéma</h2><p>{said.rstrip()}</p>"
        f"{_source(conformity)}{_table(conformity)}</section>"
    )


def _share(present: int, fields: int) -> str:
    """How many columns the file has, after how many there are."""
    if fields < 2:
        return "."
    if present == fields:
        return ", toutes présentes dans le fichier."
    if not present:
        return ", dont aucune n’est dans le fichier."
    return f", dont {number(present)} {agree(present, 'présente')} dans le fichier."


def _source(conformity: Conformity) -> str:
    """Where the schema is published, as a link when it is one."""
    address = conformity.address
    if not address:
        return ""
    said = escaped(legible(address, 300))
    linked = f'<a href="{escaped(address)}">{said}</a>' if address.startswith(("https://", "http://")) else said
    return f'<p class="small">Schéma {escaped(conformity.schema_title)}{NBSP}: {linked}</p>'


def _beyond(conformity: Conformity) -> str:
    known = set(conformity.schema.names)
    beyond = list(dict.fromkeys(legible(one) for one in conformity.verdict.labels if one and one not in known))
    if not beyond:
        return ""
    said = escaped(quoted(beyond[:BEYOND], BEYOND))
    rest = f" et {plural(len(beyond) - BEYOND, 'autre')}" if beyond[BEYOND:] else ""
    return f"Hors du schéma{NBSP}: {said}{rest}."


def _table(conformity: Conformity) -> str:
    fields, labels = conformity.schema.fields, frozenset(conformity.verdict.labels)
    if not fields:
        return ""
    errors: Counter[str] = Counter()
    for one in conformity.verdict.errors:
        errors[one.field] += 0 if one.kind in UNEVEN else max(1, len(one))
    rows = tuple(
        (legible(one.name).strip() or "sans nom", _content(one), _state(one, labels)[1], number(errors[one.name]))
        for one in fields
    )
    badges = tuple(_state(one, labels)[0] for one in fields)
    return table(Table("Ce que contient chaque colonne", HEADS, rows, badges=badges), kind="fields")


def _content(field: Field) -> str:
    return f"{capital(content_words(field))}, {'obligatoire' if field.required else 'facultatif'}"


def _state(field: Field, labels: frozenset[str]) -> tuple[Status, str]:
    if field.name in labels:
        return "ok", "présente"
    return ("wrong", "manque") if field.required else ("missing", "absente")
