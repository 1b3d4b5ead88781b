"""The open package of a repaired file, from what `[publication]` of its mapping says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from coeurdeville.catalogue.contact import Contact
from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.dataset import Dataset, LeftOut
from coeurdeville.catalogue.opening import write_package
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.schema_reference import SchemaReference
from coeurdeville.catalogue.vocabularies import Scale
from coeurdeville.core.french import slug
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import licence
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.schemas.mapping.mapping_file import MappingFile
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.repair.repair import Repaired
from coeurdeville.territories.territory import Territory

FOLDER = "paquet"
NOT_WRITTEN = Kind(
    "paquet-non-ecrit",
    "Le paquet à publier n’est pas écrit : il faut dire {lacking} sous [publication] dans la correspondance.",
    "Écrire ces lignes, puis relancer ; le fichier conforme, lui, est écrit.",
    Level.NOTE,
)
FREQUENCY_UNKNOWN = Kind(
    "frequence-inconnue", "La fréquence « {text} » n’est pas connue.", "Écrire l’une de : {known}."
)
NEEDED = ("titre", "description", "producteur", "licence", "millesime", "mots_cles", "service", "contact", "page")


def write_dataset(
    folder: Path, table: Path, schema: TableSchema, given: MappingFile, repaired: Repaired, territory: Territory | None
) -> Iterator[Problem]:
    """The package, beside the other files; what keeps it from being written, or is worth knowing of it, is given.

    Raises
    ------
    Refused
        What is said of the dataset is wrong, all at once.
    """
    said = given.publication
    lacking = [*(key for key in NEEDED if not said.get(key)), *(["--commune"] if territory is None else [])]
    if lacking or territory is None:
        yield NOT_WRITTEN(lacking=", ".join(lacking))
        return
    dataset = _dataset(said, schema, repaired, territory)
    paths = write_package(folder / FOLDER, dataset, table.read_bytes(), schema)
    yield from (one for one in dataset.problems() if one.level is not Level.ERROR)
    click.echo(f"  {folder / FOLDER} : {len(paths)} fichiers à publier")


def _dataset(said: Mapping[str, str], schema: TableSchema, repaired: Repaired, territory: Territory) -> Dataset:
    body, today = Organisation(said["producteur"], siret=said.get("siret", "")), date.today()
    vintage = Vintage.parse(said["millesime"])
    assert vintage is not None
    return Dataset(
        id=slug(said["titre"])[:60].strip("-"),
        title=said["titre"],
        description=said["description"],
        publisher=body,
        producer=body,
        licence=licence(said["licence"]),
        frequency=_frequency(said.get("frequence", "")),
        coverage=Coverage(Scale.COMMUNE, territory.code, territory.name),
        vintage=vintage,
        issued=today,
        modified=today,
        keywords=tuple(word.strip() for word in said["mots_cles"].split(",") if word.strip()),
        theme=said.get("theme") or "Environnement",
        contact=Contact(said["service"], said["contact"]),
        page=said["page"],
        schema=SchemaReference.of(schema),
        rows=len(repaired.table),
        columns=tuple(map(str, repaired.table.columns)),
        left_out=tuple(LeftOut(one.column, one.why) for one in repaired.personal if one.whole and not one.ground),
        method=said.get("methode", ""),
    )


def _frequency(text: str) -> Frequency:
    """One of the closed list, accents and case apart; unknown when it is not said."""
    known = {slug(one.value): one for one in Frequency}
    if text and slug(text) not in known:
        raise Refused([FREQUENCY_UNKNOWN(text=text, known=", ".join(Frequency))])
    return known.get(slug(text), Frequency.UNKNOWN)
