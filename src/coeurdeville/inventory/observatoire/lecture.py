"""Reading an export of the observatoire, under the names that its columns bore from one edition to another."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.observatoire.organisme import Organisme
from coeurdeville.readers.delimiter import find_delimiter
from coeurdeville.readers.encoding import to_utf8

NOT_OBSERVATOIRE = Kind(
    "observatoire-illisible",
    "« {name} » n’est pas un fichier des organismes de l’observatoire : il y manque {missing}.",
    "Donner le fichier CSV des organismes, téléchargé sur data.gouv.fr, sans en changer les colonnes.",
)
EDITION_UNKNOWN = Kind(
    "observatoire-sans-date",
    "« {name} » ne dit pas de quand il date : les parts qui en sont tirées ne seront pas datées.",
    "Ajouter --edition, avec une année ou une date : --edition 2021.",
    Level.WARNING,
)
SIREN_DOUBTFUL = Kind(
    "siren-douteux",
    "Dans « {name} », des organismes n’ont pas de SIREN de neuf chiffres ; ils ne sont rattachés à aucune commune.",
    "Corriger ces SIREN dans le fichier, ou le signaler à l’observatoire.",
    Level.WARNING,
)
COUNT_UNREADABLE = Kind(
    "nombre-de-jeux-illisible",
    "Dans « {name} », des nombres de jeux de données ne se lisent pas ; ils sont tenus pour inconnus.",
    "Écrire un nombre entier, ou laisser la case vide.",
    Level.WARNING,
)
NAMES = {
    "portail": ("url_ptf", "url_website"),
    "jeux_portail": ("nb_ptf",),
    "datagouv": ("url_datagouv",),
    "jeux_datagouv": ("nb_datagouv",),
    "id_datagouv": ("id_datagouv",),
    "departement": ("depcode", "dep_code"),
}
"""What is read of a line -> the names that its column bore; hyphens and underscores are alike."""
NEEDED = ("siren", "nom", "type")
STAMP = re.compile(r"(?<!\d)(?:20)?(2\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")


@dataclass(frozen=True)
class Observatoire:
    """An export as it is: every line, in its order, whatever its faults."""

    organismes: tuple[Organisme, ...]
    edition: Vintage | None
    """When it was true; None when neither the user nor the name of the file says it."""
    fichier: str
    problems: tuple[Problem, ...] = ()

    @property
    def date(self) -> str:
        """What a share cites: `16/12/2021`, `2022`, or that it is not known."""
        return "date inconnue" if self.edition is None else str(self.edition)


def read_observatoire(path: Path, edition: Vintage | None = None) -> Observatoire:
    """The bodies of an export.

    Parameters
    ----------
    edition
        When it was true; None: read in the name of the file (`…211216…` is 16/12/2021).

    Raises
    ------
    Refused
        `observatoire-illisible` when a column that tells who is who is absent.
    """
    text = to_utf8(path.read_bytes(), path.name)
    words = text.data.decode()
    rows = csv.DictReader(StringIO(words), delimiter=find_delimiter(words[:20_000]))
    columns = {re.sub(r"\W+", "_", (name or "").strip().lower()): name for name in rows.fieldnames or ()}
    if missing := [f"« {name} »" for name in NEEDED if name not in columns]:
        raise Refused([NOT_OBSERVATOIRE(name=path.name, missing=listing(missing))])
    faults: list[str] = []
    found = tuple(_organisme(row, columns, rank, faults) for rank, row in enumerate(rows, 2))
    when = edition or _edition(path.stem)
    return Observatoire(found, when, path.name, (*text.notes, *_problems(found, faults, when, path.name)))


def _organisme(row: Mapping[str, str], columns: Mapping[str, str], rank: int, faults: list[str]) -> Organisme:
    def cell(field: str) -> str:
        name = next((columns[name] for name in NAMES.get(field, (field,)) if name in columns), "")
        return " ".join((row.get(name) or "").split()) if name else ""

    def count(field: str) -> int | None:
        text = cell(field)
        if text and not text.isdigit():
            faults.append(f"ligne {rank} : « {text} »")
        return int(text) if text.isdigit() else None

    return Organisme(
        siren=_siren(cell("siren")), nom=cell("nom"), type=cell("type"), departement=cell("departement"),
        portail=_address(cell("portail")), jeux_portail=count("jeux_portail"), datagouv=_address(cell("datagouv")),
        id_datagouv=cell("id_datagouv"), jeux_datagouv=count("jeux_datagouv"), ligne=rank,
    )  # fmt: skip


def _siren(text: str) -> str:
    bare = re.sub(r"\D", "", text)
    return bare if len(bare) == 9 else text


def _address(text: str) -> str:
    return text if text.startswith(("http://", "https://")) else ""


def _edition(stem: str) -> Vintage | None:
    for found in STAMP.finditer(stem):
        try:
            when = date(2000 + int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
        return Vintage(when, when)
    year = YEAR.search(stem)
    return Vintage.parse(year[0]) if year else None


def _problems(found: tuple[Organisme, ...], faults: list[str], edition: Vintage | None, name: str) -> Iterator[Problem]:
    if edition is None:
        yield EDITION_UNKNOWN(name=name)
    if wrong := [f"ligne {one.ligne} : {one.nom} « {one.siren} »" for one in found if len(one.siren) != 9]:
        yield SIREN_DOUBTFUL(name=name, examples=wrong)
    if faults:
        yield COUNT_UNREADABLE(name=name, examples=faults)
