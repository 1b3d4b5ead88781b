"""The table of competences, `inventory/competences.toml`, read and checked whole: whose business data usually are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.inventory.demandes.fondement import Concession
from coeurdeville.inventory.demandes.nature_epci import NatureEpci
from coeurdeville.inventory.vocabulaire import Nature
from coeurdeville.schemas.mapping.toml_table import Table
from coeurdeville.schemas.mapping.toml_text import load_toml

FILE = Path(__file__).parents[1] / "competences.toml"
TO_CHECK = "a-verifier"
HOLDERS: Mapping[str, Nature | None] = {
    "commune": Nature.COMMUNE,
    "epci": Nature.INTERCOMMUNALITE,
    "syndicat": Nature.SYNDICAT,
    "region": Nature.REGION,
    "etat": Nature.ETAT,
    "association": Nature.ASSOCIATION,
    TO_CHECK: None,
}
"""Word of the table -> what the holder is."""
SHORT = tuple(str(one) for one in NatureEpci if one is not NatureEpci.GRAND_PARIS)

HOLDER_UNKNOWN = Kind(
    "competence-mal-ecrite", "{where} : « {word} » n’est pas un mot de la table.", "Écrire l’un de : {known}."
)


@dataclass(frozen=True)
class Competence:
    """A public business, and who usually has it."""

    cle: str
    titre: str
    detenteurs: Mapping[str, str]
    """Short name of a nature of intercommunal body -> word of `HOLDERS`."""
    surs: tuple[str, ...]
    """Natures for which the law gives it, without a usual option."""
    concession: Concession
    pourquoi: str
    """The usual reason, as the end of a sentence."""
    cas: Mapping[str, str]
    """Short name of a nature -> the reason there, as the end of a sentence, where it is not the general one."""
    regions_a_part: tuple[str, ...]
    """Codes of the regions where the holder must be found first."""
    base: str
    """What sets it, to be checked."""
    lu_le: date
    mention: str


@cache
def competences() -> Mapping[str, Competence]:
    """Key -> competence, in the order of the table; `Refused` holds every mistake of it."""
    return MappingProxyType(read_competences(FILE.read_text(encoding="utf-8")))


def read_competences(text: str, file: str = FILE.name) -> dict[str, Competence]:
    """Key -> competence of a table written as `competences.toml`; raises as `competences`."""
    problems: list[Problem] = []
    document = Table(load_toml(text, file), file, problems)
    inner = document.table("competences")
    found = {key: _competence(key, inner.table(key)) for key in list(inner.left)}
    document.close()
    if problems:
        raise Refused(problems)
    return found


def _competence(key: str, table: Table) -> Competence:
    told = table.table("detenteurs")
    holders = {name: told.text(name, required=True) for name in SHORT}
    told.close()
    cases = list(_cases(table))
    made = Competence(
        key,
        table.text("titre", required=True),
        holders,
        table.texts("surs"),
        table.code("concession", Concession, Concession.NON),
        table.text("pourquoi", required=True),
        {name: why for name, why in cases if name in SHORT},
        table.texts("regions_a_part"),
        table.text("base", required=True),
        table.take("lu_le", date, required=True) or date.min,
        table.text("mention"),
    )
    table.close()
    wrong = [(one, tuple(HOLDERS)) for one in holders.values() if one and one not in HOLDERS]
    wrong += [(one, SHORT) for one in (*made.surs, *(name for name, _ in cases)) if one not in SHORT]
    table.problems.extend(HOLDER_UNKNOWN(where=table.where, word=one, known=", ".join(known)) for one, known in wrong)
    return made


def _cases(table: Table) -> Iterator[tuple[str, str]]:
    """Short names of natures, each with the reason that it has."""
    for one in table.tables("cas"):
        why, names = one.text("pourquoi", required=True), one.texts("natures")
        one.close()
        yield from ((name, why) for name in names)
