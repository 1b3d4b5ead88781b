"""The admission rules of a schema to the Socle commun des données locales, checked on the folder of its kit.

What they ask is written in https://scdl.opendatafrance.net/docs/CONTRIBUTING.html: a Table Schema with its metadata
and its version, papers, and examples that prove it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from coeurdeville.core.french import listing, quoted, slug
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.schemas.descriptor import load_schema
from coeurdeville.schemas.in_french import example_text
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.proposing.examples import examples_problems
from coeurdeville.schemas.proposing.follow_up import FILE, read_follow_up
from coeurdeville.schemas.proposing.proposal import TO_DESCRIBE
from coeurdeville.schemas.samples import accepted

SCHEMA, VALID, INVALID, READ_ME, CHANGELOG = (
    "schema.json", "exemple-valide.csv", "exemple-invalide.csv", "README.md", "CHANGELOG.md",
)  # fmt: skip
METADATA = ("$schema", "name", "title", "description", "homepage", "path", "countryCode", "created", "lastModified",
            "version", "contributors", "licenses", "keywords", "sources")  # fmt: skip
SEMVER = r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?"
ABSENT = Kind(
    "admission-fichier-absent",
    "Le dossier du schéma n’a pas de fichier « {file} ».",
    "L’ajouter : il est demandé pour l’admission.",
)
METADATA_MISSING = Kind(
    "admission-metadonnees",
    "Le schéma ne donne pas : {names}.",
    "Ajouter ces métadonnées dans schema.json.",
)
METADATA_WRONG = Kind(
    "admission-metadonnee-fautive",
    "La métadonnée « {name} » du schéma est fautive : {fault}.",
    "La corriger dans schema.json.",
)
FIELDS_BARE = Kind(
    "admission-champs-incomplets",
    "Des champs n’ont pas de {what} : {names}.",
    "Compléter ces champs dans schema.json.",
)
EXAMPLES_WRONG = Kind(
    "admission-exemple-de-champ",
    "L’exemple de ces champs n’est pas accepté par leurs propres règles : {names}.",
    "Corriger l’exemple, ou la règle.",
)
VERSION_UNSAID = Kind(
    "admission-version-non-dite",
    "« {file} » ne parle pas de la version {version}.",
    "Y écrire le numéro de la version et ce qui y change.",
)
TO_WRITE = Kind(
    "admission-descriptions-a-ecrire",
    "Des descriptions sont encore des brouillons : {names}.",
    "Écrire ce que contient chaque colonne, pour qui ne connaît pas les fichiers.",
    Level.WARNING,
)
NOWHERE = Kind(
    "admission-adresse-a-donner",
    "L’adresse du schéma ({address}) ne mène nulle part.",
    "Publier le dossier, puis écrire sa vraie adresse dans « homepage », « path » et « resources ».",
    Level.WARNING,
)


def admission(folder: Path) -> Iterator[Problem]:
    """Everything that the rules find wrong with the kit, the errors and what is still to be written."""
    present = {name for name in (SCHEMA, VALID, INVALID, READ_ME, CHANGELOG) if (folder / name).is_file()}
    yield from (ABSENT(file=name) for name in (SCHEMA, VALID, INVALID, READ_ME, CHANGELOG) if name not in present)
    if (folder / FILE).is_file():
        yield from read_follow_up((folder / FILE).read_text(encoding="utf-8")).problems
    if SCHEMA not in present:
        return
    try:
        found = load_schema(folder / SCHEMA)
    except Refused as refusal:
        yield from refusal.problems
        return
    yield from found.problems
    yield from _metadata(found.schema)
    yield from _fields(found.schema)
    examples = [folder / name if name in present else None for name in (VALID, INVALID)]
    yield from examples_problems(found.schema, *examples)
    for name in sorted(present & {READ_ME, CHANGELOG}):
        text = (folder / name).read_text(encoding="utf-8", errors="replace")
        if found.schema.version and found.schema.version not in text:
            yield VERSION_UNSAID(file=name, version=found.schema.version)


def _metadata(schema: TableSchema) -> Iterator[Problem]:
    told = schema.descriptor
    missing = [name for name in METADATA if not told.get(name)]
    if missing:
        yield METADATA_MISSING(names=quoted(missing, len(METADATA)), count=len(missing))
    for name, fault in _faults(told):
        if told.get(name):
            yield METADATA_WRONG(name=name, fault=fault)
    if (urlsplit(str(told.get("path", ""))).hostname or "").endswith((".example", "example.org", "example.com")):
        yield NOWHERE(address=told["path"])


def _faults(told: Any) -> Iterator[tuple[str, str]]:
    version = str(told.get("version", ""))
    if not re.fullmatch(SEMVER, version):
        yield "version", "elle s’écrit en trois nombres, comme 1.0.0"
    elif version not in str(told.get("path", "")):
        yield "path", f"l’adresse ne contient pas la version {version} : elle changerait avec elle"
    if str(told.get("name", "")) != slug(str(told.get("name", ""))):
        yield "name", "il s’écrit en minuscules sans accent, avec des tirets"
    yield from ((name, "l’adresse ne commence pas par https://") for name in ("homepage", "path")
                if not str(told.get(name, "")).startswith("https://"))  # fmt: skip
    days = {name: _day(told.get(name)) for name in ("created", "lastModified")}
    yield from ((name, "la date ne s’écrit pas 2026-11-23") for name, day in days.items() if day is None)
    if days["created"] and days["lastModified"] and days["created"] > days["lastModified"]:
        yield "lastModified", "elle vient avant la date de création"


def _fields(schema: TableSchema) -> Iterator[Problem]:
    wanted = {"titre": lambda one: one.title, "description": lambda one: one.description, "exemple": example_text}
    for what, of in wanted.items():
        names = [one.name for one in schema.fields if not of(one)]
        if names:
            yield FIELDS_BARE(what=what, names=quoted(names, 20), count=len(names))
    wrong = [one.name for one in schema.fields if example_text(one) and not accepted(one, [example_text(one)])]
    if wrong:
        yield EXAMPLES_WRONG(names=quoted(wrong, 20), count=len(wrong))
    drafts = [one.name for one in schema.fields if one.description.startswith(TO_DESCRIBE)]
    if drafts:
        yield TO_WRITE(names=listing(drafts), count=len(drafts))


def _day(written: Any) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None
