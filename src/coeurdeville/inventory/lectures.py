"""Which files of a town make their layer: each is read once, and what came of it is remembered with its fingerprint."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from coeurdeville.core.problems import Refused
from coeurdeville.core.writing import written_aside
from coeurdeville.inventory.chargement import load_donnee
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.offre import fingerprint_of
from coeurdeville.inventory.ville import Ville
from coeurdeville.layers.catalogue import kinds
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.outline import Outline
from coeurdeville.territories.territory import Territory


def unread(ville: Ville, territory: Territory, memory: Path) -> dict[str, str]:
    """Identifier of each entry whose file makes no layer -> why, in French; read again when anything changed.

    Parameters
    ----------
    memory
        JSON file where the outcome of each reading is kept by fingerprint; a file that cannot be read is made anew.
    """
    known = _recall(memory)
    found = {}
    for donnee in ville.donnees:
        kind = kinds().get(donnee.couche)
        if donnee.fichier and isinstance(kind, type) and issubclass(kind, TableLayer) and kind is not Outline:
            mark = fingerprint_of(ville, donnee, territory)
            found[donnee.id] = mark, known[mark] if mark in known else _why_not(ville, donnee, territory)
    now = dict(found.values())
    if now != known:
        with written_aside(memory) as file:
            file.write(json.dumps(now, ensure_ascii=False).encode())
    return {name: why for name, (_, why) in found.items() if why}


def _why_not(ville: Ville, donnee: Donnee, territory: Territory) -> str:
    """What keeps a file from making its layer; empty when it makes one."""
    try:
        load_donnee(ville, donnee, territory)
    except Refused as refused:
        return refused.problems[0].message.rstrip(".")
    return ""


def _recall(memory: Path) -> Mapping[str, str]:
    try:
        told = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(mark): str(why) for mark, why in told.items()} if isinstance(told, dict) else {}
