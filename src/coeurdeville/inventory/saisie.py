"""The answers of an entry as a form asks them: texts by key, written back where they changed and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

import tomlkit

from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import UNKNOWN, licence
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.core.registry import pick
from coeurdeville.inventory.codes import LINES, data_of, faults_of, is_coded, lines_of
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.edition import edit_entry, entry_named
from coeurdeville.inventory.entree_toml import read_entree
from coeurdeville.inventory.retouche import append
from coeurdeville.inventory.texte import read_texte, write_texte
from coeurdeville.inventory.ville import FICHIER, Ville, add_donnee, open_ville
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
CONFIRMER = "confirmer."
"""Before the name of a column of the layer: `oui` or `non` to the column of the file that was proposed."""
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


def answer(ville: Ville, name: str, answers: Mapping[str, str]) -> Ville:
    """The town after some answers of an entry are given; the others stay as they are written.

    Raises
    ------
    Refused
        `nom-inconnu` with the nearest entry.
    """

    def write(entry: Any) -> None:
        for key, text in answers.items():
            if key.startswith(CONFIRMER):
                _settle(entry, key.removeprefix(CONFIRMER), text.strip())
            elif is_coded(key):
                _tell_codes(entry, key, text)
            elif "." in key:
                table, _, within = key.partition(".")
                _map(entry, table, within, text.strip())
            else:
                _write(entry, key, text.strip())

    return edit_entry(ville, name, write)


def new_entry(ville: Ville, couche: str, titre: str) -> tuple[Ville, str]:
    """The town with one more entry, without file, and its identifier: the layer's name, numbered when it is taken."""
    taken = {one.id for one in (*ville.donnees, *ville.ecartees)}
    name = next(one for rank in count(1) if (one := couche if rank == 1 else f"{couche}-{rank}") not in taken)
    return add_donnee(ville, Donnee(name, couche, titre)), name


def remove_entry(ville: Ville, name: str, *, with_file: bool) -> Ville:
    """The town without an entry, and without its file when it is asked and no other entry reads it."""
    donnee = entry_named(ville, name)
    document = tomlkit.parse(read_texte(ville.dossier / FICHIER))
    rows = document["donnees"]
    del rows[next(rank for rank, row in enumerate(rows) if row.get("id") == donnee.id)]
    write_texte(ville.dossier / FICHIER, document)
    left = open_ville(ville.dossier)
    if (
        with_file
        and donnee.fichier
        and not any(one.fichier == donnee.fichier for one in (*left.donnees, *left.ecartees))
    ):
        (ville.dossier / donnee.fichier).unlink(missing_ok=True)
    return left


def put_back(ville: Ville, entry: Mapping[str, Any]) -> Ville:
    """The town with an entry that had been removed, as it was written; nothing when one bears its identifier."""
    if any(one.id == entry.get("id") for one in (*ville.donnees, *ville.ecartees)):
        return ville
    document = tomlkit.parse(read_texte(ville.dossier / FICHIER))
    append(document.setdefault("donnees", tomlkit.aot()), entry)
    write_texte(ville.dossier / FICHIER, document)
    return open_ville(ville.dossier)


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
    value, problems = _value(key, text.strip()), list[Problem]()
    table, _, name = key.partition(".")
    if value not in ("", None, []) and (table in TABLES or key in REPONSES):
        read_entree(Table({table: {name: value}} if name else {key: value}, label, problems))
    return [one for one in problems if one.code != KEY_MISSING.code]


def _value(key: str, text: str) -> Any:
    """An answer as the file writes it; None: the question is left out."""
    if key == "donnees_personnelles":
        return YES_NO.get(text, text or None)
    if key == "derive_de":
        return [one.strip() for one in text.split(",") if one.strip()]
    if key == "lecture.projection" and text.isascii() and text.isdigit():
        return int(text)
    return "" if text == UNKNOWNS.get(key) and key in ("niveau", "rythme") else text.replace("\r\n", "\n")


def _write(entry: Any, key: str, text: str) -> None:
    """A question that the file leaves open stays visible there; one that it does not ask is not asked."""
    value = _value(key, text)
    if value not in ("", None, []):
        entry[key] = value
    elif key in entry:
        if value is None or not isinstance(entry[key], str):
            del entry[key]
        else:
            entry[key] = ""


def _map(entry: Any, table: str, name: str, text: str) -> None:
    """An answer of a table; a column that is told is no longer to be confirmed."""
    if text:
        entry.setdefault(table, tomlkit.table())[name] = _value(f"{table}.{name}", text)
    else:
        entry.get(table, {}).pop(name, None)
    if table == "colonnes":
        entry.get("a_confirmer", {}).pop(name, None)
    _drop_empty(entry, table, "a_confirmer")


def _tell_codes(entry: Any, key: str, text: str) -> None:
    """The dictionary of codes of a column, or the columns of states; nothing: they are told no longer."""
    table, _, name = key.partition(".")
    data = data_of(key, text)
    if key == LINES:
        entry.pop(table, None)
        if data:
            rows = entry[table] = tomlkit.aot()
            for one in data:
                append(rows, one)
    elif data:
        entry.setdefault(table, tomlkit.table())[name] = data
    else:
        entry.get(table, {}).pop(name, None)
        _drop_empty(entry, table)


def _settle(entry: Any, name: str, text: str) -> None:
    """What is said of the column that was proposed; nothing: it is asked again."""
    proposed = entry.get("a_confirmer", {}).get(name)
    if proposed is None or text not in YES_NO:
        return
    if YES_NO[text]:
        _map(entry, "colonnes", name, str(proposed.get("colonne", "")))
    else:
        entry["a_confirmer"].pop(name)
        _drop_empty(entry, "a_confirmer")


def _drop_empty(entry: Any, *tables: str) -> None:
    for table in tables:
        if table in entry and not entry[table]:
            del entry[table]
