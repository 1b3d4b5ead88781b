"""`etalab`: what an administration holds, open or not, in the catalogue schema of Etalab (0.3.0), in CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from coeurdeville.catalogue.exchange.contract import Exchange, Exported, Imported, Publisher
from coeurdeville.catalogue.exchange.csv_catalogue import written
from coeurdeville.catalogue.exchange.deductions import deductions, unreadable
from coeurdeville.catalogue.exchange.discretion import discreet
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_reading import read_entries
from coeurdeville.catalogue.exchange.headers import bare
from coeurdeville.catalogue.exchange.losses import left_out, losses
from coeurdeville.catalogue.exchange.person_words import is_personal, names_a_body
from coeurdeville.catalogue.exchange.publication import facts_of
from coeurdeville.catalogue.exchange.rows import Row, rows_of
from coeurdeville.core.french import plural
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.readers.read import read

FORM = "le catalogue de données d’Etalab"
KEYS = {
    "titre": "titre", "description": "description", "mots_cles": "mots_cles", "nom_orga": "producteur",
    "siret_orga": "producteur_siret", "id_alt_orga": "id_alt_orga", "service": "service_referent", "si": "systeme",
    "contact_service": "contact_service", "contact_personne": "contact", "date_pub": "date_publ",
    "date_maj": "date_maj", "freq_maj": "rythme", "couv_geo": "territoire", "url": "adresse", "format": "formats",
    "licence": "licence",
}  # fmt: skip
"""Column -> key of what an inventory says."""
REQUIRED = {
    "titre": "un titre", "description": "une description", "mots_cles": "des mots-clés",
    "nom_orga": "le nom du producteur", "service": "un service référent",
    "contact_personne": "le courriel d’un service", "couv_geo": "le territoire couvert", "format": "les formats",
}  # fmt: skip
PERSON = Kind(
    "import-contact-personnel",
    "Des contacts semblent être des adresses de personnes : elles sont gardées dans ville.toml, et ne seront pas "
    "publiées par un export.",
    "Les remplacer par l’adresse d’un service.",
    Level.WARNING,
)
STATUS_LOST = Kind(
    "echange-statut-perdu",
    "Le catalogue de données d’Etalab ne garde pas le statut : rien n’y sépare des données ouvertes {count_words} dont "
    "le statut est autre.",
    "Ne pas présenter ce fichier comme une liste de données ouvertes ; --format scdl ne liste que celles-ci.",
    Level.WARNING,
)
HELD = frozenset({"id", "titre", "producteur", "service_referent", "systeme", "rythme", "licence", "adresse"})
BESIDE = ("id_alt_orga", "contact_service")
KEPT = frozenset({*KEYS.values(), "licence_lu", "rythme_lu"})


def write(ville: Ville, publisher: Publisher) -> Exported:
    """Every entry whose data exist, one a row. It has no identifiers: entries are known again by their titles."""
    absent = [one.id for one in ville.donnees if one.ouverture is Ouverture.ABSENTE]
    said = discreet([one for one in ville.donnees if one.ouverture is not Ouverture.ABSENTE], FORM, HELD | KEPT)
    present = said.donnees
    facts = {one.id: facts_of(one, ville, publisher) for one in present}
    rows = {one.id: _cells(one, facts[one.id]) for one in present}
    notes = (
        *said.problems,
        *_closed(present),
        *deductions(FORM, present, facts, KEYS.values()),
        *left_out(absent, "le catalogue ne liste que ce qui existe"),
        *losses(present, FORM, HELD, KEPT),
    )
    unread = {one.id: unreadable(one, facts[one.id]) for one in present}
    columns = {
        name: {column: text for column, key in KEYS.items() if (text := texts.get(key))}
        for name, texts in unread.items()
    }
    return written(FORM, rows, REQUIRED, notes, columns)


def _closed(donnees: Sequence[Donnee]) -> Iterator[Problem]:
    ids = [one.id for one in donnees if one.ouverture not in (Ouverture.OUVERTE, Ouverture.NON_RENSEIGNE)]
    if ids:
        yield STATUS_LOST(count_words=plural(len(ids), "donnée"), examples=ids)


def _cells(donnee: Donnee, known: Mapping[str, str]) -> dict[str, str]:
    values = {
        **known,
        "titre": donnee.titre,
        "mots_cles": known["mots_cles"].replace(";", ","),
        "producteur": donnee.producteur,
        "service_referent": donnee.service_referent,
        "systeme": donnee.systeme,
        "rythme": known.get("rythme_lu", "") if donnee.rythme is Frequency.UNKNOWN else donnee.rythme.value,
        "formats": known["formats"].replace(";", ","),
        "licence": known.get("licence_lu", "") if donnee.licence is UNKNOWN else donnee.licence.title,
    }
    return {column: values.get(key, "") for column, key in KEYS.items()}


def read_etalab(path: Path, today: date) -> Imported:
    """One entry for each row; the form does not say whether data are open."""
    features = read(path)
    doubts = Doubts()
    rows = [_beside(row) for row in rows_of(features, {bare(name): key for name, key in KEYS.items()})]
    for row in rows:
        contact, service = row.cells.get("contact", ""), row.cells.get("service_referent", "")
        producer = row.cells.get("producteur", "")
        if contact and is_personal(contact, service, *([producer] if names_a_body(producer) else [])):
            doubts.note(PERSON, row.place)
    return Imported(read_entries(rows, today, doubts), (*features.notes, *doubts.problems()))


def _beside(row: Row) -> Row:
    """The row, with what an inventory has no column for."""
    return replace(row, extra={**row.extra, **{key: row.cells[key] for key in BESIDE if key in row.cells}})


ETALAB = Exchange("etalab", FORM, frozenset(map(bare, KEYS)), write, read_etalab, identifies=False)
