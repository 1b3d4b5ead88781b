"""The rules of a schema on a table: what each finds, and why some are not run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coeurdeville.core.french import quoted
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.schemas.findings import Finding, Ints
from coeurdeville.schemas.model import CustomCheck, TableSchema
from coeurdeville.schemas.rules.catalogue import rules
from coeurdeville.schemas.rules.contract import Rule, named
from coeurdeville.schemas.rules.usual import usual

if TYPE_CHECKING:
    import polars as pl

UNKNOWN = Kind(
    "regle-inconnue",
    "Le schéma demande la vérification « {name} », qui n’est pas connue : elle n’est pas faite.",
    "Vérifier son nom auprès de qui tient le schéma.",
    Level.WARNING,
)
UNUSABLE = Kind(
    "regle-mal-ecrite",
    "Le schéma demande la vérification « {name} » sans dire comme il faut ce qu’elle regarde : elle n’est pas faite.",
    "Signaler la faute à qui tient le schéma.",
    Level.WARNING,
)
NOT_IN_SCHEMA = Kind(
    "regle-hors-schema",
    "La vérification « {name} » nomme {columns}, qui n’est pas dans le schéma : elle n’est pas faite.",
    "Signaler la faute à qui tient le schéma.",
    Level.WARNING,
)
NOT_IN_FILE = Kind(
    "regle-sans-colonne",
    "La vérification « {name} » n’est pas faite : {columns} n’est pas dans le fichier.",
    "Rien à faire si cette information n’est pas connue.",
    Level.NOTE,
)


@dataclass(frozen=True)
class Rules:
    """The rules that can be run on a file, the columns they look at, and what is to say of the others."""

    schema: TableSchema
    runnable: tuple[tuple[Rule, CustomCheck], ...]
    columns: Mapping[str, int]
    """Field -> place from 0 in the file."""
    notes: tuple[Problem, ...]

    @property
    def wanted(self) -> tuple[str, ...]:
        """Fields whose texts are wanted, among those of the file."""
        names = dict.fromkeys(name for _, use in self.runnable for name in named(use.params))
        return tuple(name for name in names if name in self.columns)

    def check(self, texts: pl.DataFrame, rows: Ints) -> Iterator[Finding]:
        """What is wrong in some rows, given the texts of the wanted fields (null: no value) and the rows' ranks."""
        import polars as pl

        frame = usual(texts, self.schema)
        for rule, use in self.runnable:
            absent = [pl.lit(None, pl.String).alias(name) for name in named(use.params) if name not in frame.columns]
            for column, mask, words in rule.check(frame.with_columns(absent), use.params):
                if mask.any():
                    yield self._finding(rule, texts, column, mask, words, rows)

    def _finding(
        self, rule: Rule, texts: pl.DataFrame, column: str, mask: pl.Series, words: dict[str, str], rows: Ints
    ) -> Finding:
        cells = texts[column].filter(mask).fill_null("").to_list() if column else ()
        place = self.columns[column] + 1 if column else 0
        return Finding(rule.kind, rows[mask.to_numpy()], cells, column, place, rule.name, words)


def rules_of(schema: TableSchema, columns: Mapping[str, int]) -> Rules:
    """The rules of a schema that a file allows to run; `columns`: field -> place from 0 in the file."""
    runnable, notes = [], []
    for use in schema.custom_checks:
        rule = rules().get(use.name)
        note = UNKNOWN(name=use.name) if rule is None else _obstacle(rule, use, schema.names, columns)
        if rule is None or note is not None:
            notes.append(note)
        else:
            runnable.append((rule, use))
    return Rules(schema, tuple(runnable), columns, tuple(dict.fromkeys(one for one in notes if one)))


def _obstacle(rule: Rule, use: CustomCheck, known: Sequence[str], columns: Mapping[str, int]) -> Problem | None:
    """Why a rule is not run; None when it is."""
    if not rule.usable(use.params):
        return UNUSABLE(name=use.name)
    wanted = named(use.params)
    beyond = [name for name in wanted if name not in known]
    if beyond:
        return NOT_IN_SCHEMA(name=use.name, columns=quoted(beyond))
    lacking = [name for name in wanted if name not in columns]
    if not lacking or (rule.absent_is_empty and len(lacking) < len(wanted)):
        return None
    return NOT_IN_FILE(name=use.name, columns=quoted(lacking))
