"""The answers of an entry as a form shows them: texts by key, and what keeps one from being read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import UNKNOWN, licence
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.core.registry import pick
from coeurdeville.inventory.codes import faults_of, is_coded, lines_of
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.entree_toml import read_entree
from coeurdeville.inventory.vocabulaire import Acteur, Niveau
from coeurdeville.schemas.mapping.toml_table import KEY_MISSING, Table

REPONSES = (
    "titre", "couche", "description", "mots_cles", "qualite", "donnees_personnelles",
    "producteur", "detenteur", "siren", "acteur", "nature", "niveau", "service_referent", "systeme",
    "acces", "adresse", "contact", "licence",
    "millesime", "rythme", "etendue", "derive_de", "fichier",
)  # fmt: skip
"""Answers that hold in one text; histories and columns are told apart."""
TABLES = ("lecture", "colonnes", "unites", "constantes")
"""Tables of answers, each under `table.name`: `colonnes.hauteur_totale`, `lecture.projection`."""
UNKNOWNS = {
    "acteur": str(Acteur.NON_RENSEIGNE),
    "niveau": str(Niveau.NON_RENSEIGNE),
    "licence": UNKNOWN.key,
    "rythme": str(Frequency.UNKNOWN),
}
"""What an answer says when nobody knows."""
WEB = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
ADDRESS_WRONG = Kind(
    "adresse-non-http",
    "L’adresse ne commence pas par https:// ou http://.",
    "Écrire l’adresse complète de la page où la donnée est décrite ou publiée, ou la laisser vide.",
)
YES_NO = {"oui": True, "non": False}
READERS: Mapping[str, Callable[[str], str]] = {
    "licence": lambda text: licence(text).key,
    "rythme": lambda text: str(pick(text, {str(one): one for one in Frequency}, "Le rythme")),
}
"""Answers that may be written in several ways, and how each is read."""


def answers_of(entry: Mapping[str, Any]) -> dict[str, str]:
    """Every answer of an entry read from TOML, empty when there is none; what cannot be read is given as written."""
    told = {key: _text(key, entry.get(key)) for key in REPONSES}
    tables = {table: entry[table] for table in TABLES if isinstance(entry.get(table), Mapping)}
    mapped = {f"{table}.{name}": str(one) for table, within in tables.items() for name, one in within.items()}
    return {**told, **mapped, **lines_of(entry)}


def donnee_of(entry: Mapping[str, Any]) -> Donnee:
    """An entry read from TOML; what cannot be read in it is left at its default."""
    return read_entree(Table(entry, "", []))


def faults(answers: Mapping[str, str], labels: Mapping[str, str]) -> dict[str, tuple[Problem, ...]]:
    """Key -> what keeps an answer from being read, in the words of the file's own reader; labels name the answers."""
    found = {key: tuple(_faults(key, text, labels.get(key, key))) for key, text in answers.items()}
    return {key: problems for key, problems in found.items() if problems}


def value_of(key: str, text: str) -> Any:
    """An answer as the file writes it; None: the question is left out."""
    if key == "donnees_personnelles":
        return YES_NO.get(text, text or None)
    if key == "derive_de":
        return [one.strip() for one in text.split(",") if one.strip()]
    if key == "lecture.projection" and text.isascii() and text.isdigit():
        return int(text)
    return "" if text == UNKNOWNS.get(key) and key in ("niveau", "rythme") else text.replace("\r\n", "\n")


def _text(key: str, value: object) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = "" if value is None else str(value).strip()
    if not text:
        return UNKNOWNS.get(key, "")
    try:
        return READERS[key](text) if key in READERS else text
    except Refused:
        return text


def _faults(key: str, text: str, label: str) -> list[Problem]:
    if is_coded(key):
        return list(faults_of(key, text))
    if key == "adresse" and text.strip() and not WEB.match(text.strip()):
        return [ADDRESS_WRONG()]
    value, problems = value_of(key, text.strip()), list[Problem]()
    table, _, name = key.partition(".")
    if value not in ("", None, []) and (table in TABLES or key in REPONSES):
        read_entree(Table({table: {name: value}} if name else {key: value}, label, problems))
    return [one for one in problems if one.code != KEY_MISSING.code]
