"""A dataset from what a hand says of it, in the words of `[publication]` in a mapping file or of a form."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from coeurdeville.catalogue.contact import Contact
from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.dataset import Dataset, LeftOut
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.schema_reference import SchemaReference
from coeurdeville.catalogue.vocabularies import Scale
from coeurdeville.core.french import slug
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import licence
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.schemas.model import TableSchema
from coeurdeville.territories.territory import Territory

FREQUENCY_UNKNOWN = Kind(
    "frequence-inconnue", "La fréquence « {text} » n’est pas connue.", "Écrire l’une de : {known}."
)
NEEDED = ("titre", "description", "producteur", "licence", "millesime", "mots_cles", "service", "contact", "page")
"""What must be said; `siret`, `frequence`, `theme` and `methode` may be."""


def dataset_told(
    said: Mapping[str, str],
    schema: TableSchema,
    territory: Territory,
    *,
    rows: int,
    columns: Sequence[str],
    left_out: Collection[LeftOut] = (),
) -> Dataset:
    """The dataset of a conforming table, made and changed today; every key of `NEEDED` is in `said`.

    Raises
    ------
    Refused
        A licence, a frequency or a time that cannot be read; `Dataset.problems` says the rest.
    """
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
        rows=rows,
        columns=tuple(columns),
        left_out=tuple(left_out),
        method=said.get("methode", ""),
    )


def _frequency(text: str) -> Frequency:
    """One of the closed list, accents and case apart; unknown when it is not said."""
    known = {slug(one.value): one for one in Frequency}
    if text and slug(text) not in known:
        raise Refused([FREQUENCY_UNKNOWN(text=text, known=", ".join(Frequency))])
    return known.get(slug(text), Frequency.UNKNOWN)
