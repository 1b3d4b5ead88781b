"""`scdl`: the catalogue of what a collectivité publishes (`scdl/catalogue` 0.1.3), in CSV."""

from __future__ import annotations

from collections.abc import Mapping
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
from coeurdeville.catalogue.exchange.list_words import licence_of
from coeurdeville.catalogue.exchange.losses import in_part, left_out, losses
from coeurdeville.catalogue.exchange.publication import facts_of
from coeurdeville.catalogue.exchange.rows import Row, rows_of
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.core.french import plain
from coeurdeville.core.licences import UNKNOWN, Licence
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.readers.read import read

FORM = "le catalogue du SCDL"
KEYS = {
    "COLL_NOM": "coll_nom", "COLL_SIRET": "coll_siret", "ID": "id", "TITRE": "titre", "DESCRIPTION": "description",
    "THEME": "theme", "PRODUCTEUR_NOM": "producteur", "PRODUCTEUR_SIRET": "producteur_siret",
    "COUV_SPAT_MAILLE": "maille", "COUV_SPAT_NOM": "territoire", "COUV_TEMP_DEBUT": "periode_debut",
    "COUV_TEMP_FIN": "periode_fin", "DATE_PUBL": "date_publ", "FREQ_MAJ": "rythme", "DATE_MAJ": "date_maj",
    "MOTS_CLES": "mots_cles", "LICENCE": "licence", "NOMBRE_RESSOURCES": "nombre_ressources",
    "FORMAT_RESSOURCES": "formats", "URL": "adresse",
}  # fmt: skip
"""Column -> key of what an inventory says."""
REQUIRED = {
    "COLL_NOM": "le nom de qui publie", "COLL_SIRET": "le SIRET de qui publie", "ID": "un identifiant",
    "TITRE": "un titre", "DESCRIPTION": "une description", "THEME": "un thème",
    "PRODUCTEUR_NOM": "le nom du producteur", "PRODUCTEUR_SIRET": "le SIRET du producteur",
    "COUV_SPAT_MAILLE": "la maille du territoire couvert", "COUV_SPAT_NOM": "le nom du territoire couvert",
    "COUV_TEMP_DEBUT": "un millésime", "DATE_PUBL": "la date de première publication",
    "DATE_MAJ": "la date de dernière mise à jour", "MOTS_CLES": "des mots-clés", "LICENCE": "une licence confirmée",
    "FORMAT_RESSOURCES": "les formats", "URL": "l’adresse d’une page",
}  # fmt: skip
OTHER, CREATIVE = "Spécifique ou autre", "Creative Commons-CC"
LICENCES = (OTHER, CREATIVE, "Licence Ouverte-LO", "Open Database License-ODBL")
HELD = frozenset({"id", "titre", "producteur", "millesime", "rythme", "licence", "adresse", "statuts"})
KEPT = frozenset({*KEYS.values(), "licence_lu"})


def write(ville: Ville, publisher: Publisher) -> Exported:
    """The open entries, one a row; those that are not open have no place in it."""
    said = discreet([one for one in ville.donnees if one.ouverture is Ouverture.OUVERTE], FORM, HELD | KEPT)
    opened = said.donnees
    others = [one.id for one in ville.donnees if one.ouverture is not Ouverture.OUVERTE]
    facts = {one.id: facts_of(one, ville, publisher) for one in opened}
    rows = {one.id: _cells(one, facts[one.id], publisher) for one in opened}
    history = [one.id for one in opened if len(one.statuts) > 1]
    unread = {one.id: unreadable(one, facts[one.id]) for one in opened}
    notes = (
        *said.problems,
        *deductions(FORM, opened, facts, KEYS.values()),
        *left_out(others, "le catalogue ne liste que ce qui est déjà ouvert"),
        *in_part(history, "l’histoire des statuts n’y est pas, seul le dernier compte"),
        *losses(opened, FORM, HELD, KEPT),
    )
    columns = {
        name: {column: text for column, key in KEYS.items() if (text := texts.get(key))}
        for name, texts in unread.items()
    }
    return written(FORM, rows, REQUIRED, notes, columns)


def _cells(donnee: Donnee, known: Mapping[str, str], publisher: Publisher) -> dict[str, str]:
    values = {
        **known,
        "coll_nom": publisher.body.name, "coll_siret": publisher.body.siret, "id": donnee.id, "titre": donnee.titre,
        "producteur": donnee.producteur, "rythme": donnee.rythme.value,
        "licence": _licence(donnee.licence, known.get("licence_lu", "")),
        "formats": plain(known["formats"]), "mots_cles": plain(known["mots_cles"]),
    }  # fmt: skip
    return {column: values.get(key, "") for column, key in KEYS.items()}


def _licence(licence: Licence, as_read: str) -> str:
    """The word of the schema; of a licence to be confirmed, the one that was read in such a catalogue, if any."""
    if licence is UNKNOWN:
        return as_read if as_read in LICENCES else ""
    if licence.open:
        return terms_of(licence).scdl
    return CREATIVE if licence.key.startswith("cc-") else OTHER


def read_scdl(path: Path, today: date) -> Imported:
    """One entry for each row, open since the day of its publication on the word of who publishes it."""
    features = read(path)
    doubts = Doubts()
    rows = [_opened(row) for row in rows_of(features, {bare(name): key for name, key in KEYS.items()})]
    entries = read_entries(rows, today, doubts)
    return Imported(entries, (*features.notes, *doubts.problems()))


def _opened(row: Row) -> Row:
    """The row with the status that its being there states; a licence that the schema words too broadly stays a text."""
    cells = dict(row.cells)
    extra = dict(row.extra)
    for key in ("coll_nom", "coll_siret", "nombre_ressources"):
        if key in cells:
            extra[key] = cells[key]
    if licence_of(cells.get("licence", "")) is None and cells.get("licence") in (OTHER, CREATIVE):
        extra["licence_lu"] = cells.pop("licence")
    status = {"statut": str(Ouverture.OUVERTE), "auteur": cells.get("coll_nom", ""), "preuve": cells.get("adresse", ""),
              "date_statut": cells.get("date_publ", "")}  # fmt: skip
    return replace(row, cells={**cells, **{key: text for key, text in status.items() if text}}, extra=extra)


SCDL = Exchange("scdl", FORM, frozenset(map(bare, KEYS)), write, read_scdl)
