"""Whether the data of a service will last and meet a standard: what a machine can check, and what it cannot, said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.utils.timezone import localdate

from coeurdeville.core.french import day, number, spaced
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.deployability.standards import Agreed, standard_of
from coeurdeville.espaces.inventaires import inventaires
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.catalogue import DataKind, kinds

if TYPE_CHECKING:
    from coeurdeville.programme.models import DonneeUtile, Evaluation

OK, PARTIAL, MISSING, WRONG = "ok", "partial", "missing", "wrong"
TOLERANCE: Final = 2
"""Times its rhythm after which data were not kept up."""
DAYS: Final = {
    Frequency.CONTINUAL: 31, Frequency.HOURLY: 31, Frequency.DAILY: 31, Frequency.WEEKLY: 31, Frequency.MONTHLY: 31,
    Frequency.EVERY_TWO_MONTHS: 62, Frequency.QUARTERLY: 92, Frequency.TWICE_A_YEAR: 183, Frequency.YEARLY: 366,
    Frequency.EVERY_TWO_YEARS: 731, Frequency.EVERY_THREE_YEARS: 1096, Frequency.EVERY_FIVE_YEARS: 1827,
}  # fmt: skip
"""Rhythm -> days that it leaves between two updates; at least a month, since what is dated is often a month."""


@dataclass(frozen=True)
class Point:
    """One thing that was looked at."""

    cle: str
    titre: str
    etat: str
    """Badge of the site: `ok`, `partial`, `missing` or `wrong`."""
    dit: str


def verifier_tout(evaluation: Evaluation) -> int:
    """Check each data set of an evaluation again, keep the verdict with its day; give how many."""
    listed = list(evaluation.donnees.all())
    for one in listed:
        one.verdict = verdict(one, evaluation.commune, localdate())
        one.save(update_fields=["verdict"])
    return len(listed)


def verdict(utile: DonneeUtile, commune: str, today: date) -> dict[str, Any]:
    """What is found of a data set today: `{le, entree, points}`."""
    found = _entry(utile, commune)
    listed = [asdict(one) for one in points(utile, found, today)]
    return {"le": today.isoformat(), "entree": found.id if found else "", "points": listed}


def points(utile: DonneeUtile, entree: Donnee | None, today: date) -> Iterator[Point]:
    """What the entry of an inventory says, None when it has none; then what no machine can check."""
    yield from _of_entry(entree, today)
    yield from _of_schema(entree, kinds()[utile.couche])
    yield _upkeep(utile)


def durable(verdict: dict[str, Any]) -> bool:
    """Whether everything that a machine looked at is well."""
    checked = [one for one in verdict.get("points", ()) if one["cle"] != "entretien"]
    return bool(checked) and all(one["etat"] == OK for one in checked)


def _entry(utile: DonneeUtile, commune: str) -> Donnee | None:
    """The entry that is named, else the first one of the layer."""
    inventory = inventaires().get(commune)
    told = inventory.told.get(kinds()[utile.couche], ()) if inventory else ()
    if utile.entree:
        return next((one for one in told if one.id == utile.entree), None)
    return told[0] if told else None


def _of_entry(found: Donnee | None, today: date) -> Iterator[Point]:
    if found is None:
        said = "l’inventaire de la ville n’a pas cette donnée, ou plus sous ce nom"
        yield Point("inventaire", "Inventaire", MISSING, said)
        return
    yield _openness(found)
    yield _licence(found)
    yield _freshness(found, today)


def _openness(found: Donnee) -> Point:
    since = f", constaté le {day(found.statut.date)}" if found.statut else ""
    states = {Ouverture.OUVERTE: OK, Ouverture.NON_RENSEIGNE: MISSING, Ouverture.ABSENTE: WRONG}
    return Point(
        "ouverture", "Ouverture", states.get(found.ouverture, PARTIAL), spaced(f"{found.ouverture.libelle}{since}")
    )


def _licence(found: Donnee) -> Point:
    unknown = found.licence is UNKNOWN
    return Point(
        "licence", "Licence", OK if found.licence.open else MISSING if unknown else PARTIAL, found.licence.title
    )


def _freshness(found: Donnee, today: date) -> Point:
    """Its date against its rhythm; both are needed to tell."""
    if found.millesime is None or found.rythme is Frequency.UNKNOWN:
        lacking = "date" if found.millesime is None else "rythme de mise à jour"
        known = "" if found.millesime is None else f"datée de {found.millesime} ; "
        return Point("date", "Date et rythme", MISSING, spaced(f"{known}{lacking} à préciser"))
    said = f"datée de {found.millesime}, mise à jour {str(found.rythme).lower()}"
    limit = DAYS.get(found.rythme)
    if limit is None:
        return Point("date", "Date et rythme", PARTIAL, spaced(f"{said} : rien ne dit quand elle le sera"))
    late = (today - found.millesime.end).days > TOLERANCE * limit
    return Point("date", "Date et rythme", WRONG if late else OK, spaced(f"{said}{' : en retard' if late else ''}"))


def _of_schema(found: Donnee | None, kind: DataKind) -> Iterator[Point]:
    standard = standard_of(kind)
    states = {Agreed.BASE: OK, Agreed.NATIONAL: OK, Agreed.DRAFT: PARTIAL, Agreed.NONE: MISSING}
    name = f" ({standard.name})" if standard.name else ""
    yield Point("schema", "Schéma", states[standard.agreed], f"{standard.agreed.label}{name}")
    if found is not None:
        yield _conformity(found, standard.agreed)


def _conformity(found: Donnee, agreed: Agreed) -> Point:
    """As the last check kept in the inventory says."""
    last = max(found.conformites, key=lambda one: one.date, default=None)
    if last is None:
        said = "rien à vérifier sans schéma" if agreed is Agreed.NONE else "le fichier n’a pas été vérifié"
        return Point("conformite", "Conformité", MISSING, said)
    whole = last.lignes > 0 and last.conformes == last.lignes
    said = f"{number(last.conformes)} lignes conformes sur {number(last.lignes)}, {last.schema}, le {day(last.date)}"
    return Point("conformite", "Conformité", OK if whole else PARTIAL if last.conformes else WRONG, spaced(said))


def _upkeep(utile: DonneeUtile) -> Point:
    """No machine can tell who will keep it up: the town says it."""
    if not utile.perenne.strip():
        return Point("entretien", "Entretien", MISSING, "personne ne l’a dit")
    return Point("entretien", "Entretien", PARTIAL, spaced("dit par la ville ; une machine ne peut pas le vérifier"))
