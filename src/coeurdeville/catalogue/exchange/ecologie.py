"""`collections`: the elements of a thematic collection of ecologie.data.gouv.fr, in JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from coeurdeville.catalogue.exchange.availability import availability_of, collapsed, status_text
from coeurdeville.catalogue.exchange.contract import Exchange, Exported, Imported, Publisher
from coeurdeville.catalogue.exchange.discretion import discreet
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_reading import read_entries
from coeurdeville.catalogue.exchange.json_reading import every_object, load_json
from coeurdeville.catalogue.exchange.losses import NOTHING_WRITTEN, in_part, losses
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.json_text import json_text
from coeurdeville.core.french import day, of, spaced
from coeurdeville.core.problems import Refused
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.layers.catalogue import kinds

FORM = "la collection d’ecologie.data.gouv.fr"
SITE, OURS = "ecospheres", "coeurdeville"
"""Keys of `extras`: that of the site, and ours, which lets an entry be known again."""
HELD = frozenset({"id", "couche", "titre", "adresse", "statuts"})
WRITTEN = HELD | {"description", "qualite", "motif"}
"""Keys whose texts may be read in the file: the description, or else the quality, and the reason of the status."""
DATASET = re.compile(r"https?://(?:www\.)?data\.gouv\.fr/(?:[a-z]{2}/)?datasets/([0-9a-f]{24})/?")
HOME = "https://www.data.gouv.fr"


def write(ville: Ville, publisher: Publisher) -> Exported:
    """A draft of a collection, its elements within: what the site takes at `/api/2/topics/`."""
    if not ville.donnees:
        raise Refused([NOTHING_WRITTEN(form=FORM)])
    discretion = discreet(ville.donnees, FORM, WRITTEN)
    content = {
        "name": f"Inventaire des données {of(ville.nom)}",
        "description": spaced(f"Inventaire au {day(publisher.today)}, donné par : {publisher.body.name}."),
        "tags": ["ecospheres", "univers-ecospheres"],
        "private": True,
        "extras": {SITE: {}},
        "elements": [_element(one) for one in discretion.donnees],
    }
    history = [one.id for one in ville.donnees if len(one.statuts) > 1]
    said = in_part(history, "l’histoire des statuts n’y est pas, seul le dernier compte")
    lost = losses(ville.donnees, FORM, HELD, {"description"})
    notes = (*discretion.problems, *collapsed(ville.donnees), *said, *lost)
    return Exported(json_text(content).encode(), len(ville.donnees), notes)


def _element(donnee: Donnee) -> dict[str, Any]:
    kind, dataset = kinds().get(donnee.couche), DATASET.fullmatch(donnee.adresse)
    where = f"/datasets/{dataset[1]}" if dataset else donnee.adresse
    place = {"availability": availability_of(donnee, on_portal=bool(dataset)), "uri": where or None}
    ours = {"id": donnee.id, "couche": donnee.couche, "adresse": donnee.adresse}
    if donnee.statut:
        status = donnee.statut
        ours |= {"statut": str(status.ouverture), "date": status.date.isoformat(), "motif": status.motif}
    return {
        "title": donnee.titre or donnee.id,
        "description": str(donnee.autres.get("description", "")) or donnee.qualite,
        "element": {"class": "Dataset", "id": dataset[1]} if dataset else None,
        "extras": {
            SITE: {**place, **({"group": kind.title} if kind else {})},
            OURS: {key: text for key, text in ours.items() if text},
        },
    }


def read_collection(path: Path, today: date) -> Imported:
    """One entry for each element, whether they come alone, in a collection or in a page of the site's answers."""
    found = [one for one in every_object(load_json(path)) if _is_element(one)]
    doubts = Doubts()
    rows = [_row(one, f"élément {rank}") for rank, one in enumerate(found, start=1)]
    return Imported(read_entries(rows, today, doubts), doubts.problems())


def _is_element(one: Mapping[str, Any]) -> bool:
    extras = one.get("extras")
    return isinstance(extras, dict) and isinstance(extras.get(SITE), dict) and "title" in one


def _row(one: Mapping[str, Any], place: str) -> Row:
    site, ours = one["extras"][SITE], one["extras"].get(OURS)
    ours = ours if isinstance(ours, dict) else {}
    status, reason = status_text(str(site.get("availability") or ""))
    cells = {
        "titre": one.get("title"),
        "description": one.get("description"),
        "adresse": _address(site.get("uri")),
        "couche": site.get("group"),
        "statut": status,
        "motif": reason,
        **{key: ours.get(key) for key in ("id", "couche", "adresse", "statut", "motif") if OURS in one["extras"]},
        "date_statut": ours.get("date"),
    }
    return Row(place, {key: text for key, value in cells.items() if (text := str(value or "").strip())})


def _address(uri: Any) -> str:
    text = str(uri or "").strip()
    return f"{HOME}{text}" if text.startswith("/") else text


NAMES = frozenset({"elements", "element", "extras", "availability", "ecospheres", "title", "description", "data"})
COLLECTIONS = Exchange("collections", FORM, NAMES, write, read_collection)
