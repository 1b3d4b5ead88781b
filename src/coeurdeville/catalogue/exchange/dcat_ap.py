"""`dcat`: the inventory as portals exchange catalogues, DCAT-AP in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urldefrag

from coeurdeville.catalogue.contact import is_page
from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.dcat_nodes import CONTEXT, Node, agent, day, eu, french, period, place, theme
from coeurdeville.catalogue.exchange.access_rights import blurred, right_of
from coeurdeville.catalogue.exchange.contract import Exchange, Exported, Imported, Publisher
from coeurdeville.catalogue.exchange.dcat_reading import datasets_in, row_of
from coeurdeville.catalogue.exchange.deductions import deductions
from coeurdeville.catalogue.exchange.discretion import INHABITANT, discreet
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_reading import read_entries
from coeurdeville.catalogue.exchange.json_reading import load_json
from coeurdeville.catalogue.exchange.losses import NOTHING_WRITTEN, in_part, left_out, losses
from coeurdeville.catalogue.exchange.publication import facts_of
from coeurdeville.catalogue.json_text import json_text
from coeurdeville.catalogue.licence_terms import terms_of
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.vocabularies import EU_FREQUENCIES, eu_themes
from coeurdeville.core.french import of, slug
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.problems import Refused
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.territories.communes import commune_of

FORM = "le catalogue DCAT-AP"
HELD = frozenset({
    "id", "titre", "producteur", "detenteur", "siren", "adresse", "millesime", "rythme", "licence", "statuts",
    "derive_de",
})  # fmt: skip
KEPT = frozenset({"description", "mots_cles", "date_publ", "date_maj"})


def write(ville: Ville, publisher: Publisher) -> Exported:
    """A catalogue of every entry whose data exist, open or not: the access rights say which."""
    absent = [one.id for one in ville.donnees if one.ouverture is Ouverture.ABSENTE]
    said = discreet([one for one in ville.donnees if one.ouverture is not Ouverture.ABSENTE], FORM, HELD | KEPT)
    present = said.donnees
    if not present:
        raise Refused([NOTHING_WRITTEN(form=FORM), *left_out(absent, "le catalogue ne liste que ce qui existe")])
    unplaced = [one.id for one in present if one.licence.key != "inconnue" and not _distribution(one)]
    history = [one.id for one in present if len(one.statuts) > 1]
    facts = {one.id: facts_of(one, ville, publisher) for one in present}
    catalogue = {
        "@type": "dcat:Catalog",
        "dct:title": french(f"Inventaire des données {of(ville.nom)}"),
        "dct:description": french(f"Données {of(ville.nom)}, ouvertes ou non."),
        "dct:publisher": agent(publisher.body),
        "dct:modified": day(publisher.today),
        "dcat:dataset": [_dataset(one, ville, facts[one.id]) for one in present],
    }
    text = json.dumps(catalogue)
    context = {name: uri for name, uri in CONTEXT.items() if f'"{name}:' in text}
    notes = (
        *said.problems,
        *deductions(FORM, present, facts, {*KEPT, "theme"}),
        *left_out(absent, "le catalogue ne liste que ce qui existe"),
        *in_part(unplaced, "la licence n’y est pas, faute d’adresse ou parce qu’elle n’est pas ouverte"),
        *in_part(history, "l’histoire des statuts n’y est pas, seul le dernier compte"),
        *blurred(present),
        *losses(present, FORM, HELD, KEPT),
    )
    return Exported(json_text({"@context": context, **catalogue}).encode(), len(present), notes)


def _dataset(donnee: Donnee, ville: Ville, known: Mapping[str, str]) -> Node:
    right, status = right_of(donnee.ouverture), donnee.statut
    distribution, told = _distribution(donnee), donnee.rythme is not Frequency.UNKNOWN
    node: Node = {
        "@id": _name(donnee),
        "@type": "dcat:Dataset",
        "dct:identifier": donnee.id,
        "dct:title": french(donnee.titre or donnee.id),
        "dct:description": french(known.get("description") or donnee.titre or donnee.id),
        "dct:creator": _agent(donnee.producteur) if donnee.producteur else None,
        "dct:rightsHolder": _holder(donnee),
        "dcat:keyword": [french(one) for one in known["mots_cles"].split(";") if one],
        "dcat:theme": [theme(*one) for one in eu_themes(known["theme"]).items()],
        "dct:spatial": _place(donnee, ville),
        "dct:temporal": period(donnee.millesime) if donnee.millesime else None,
        "dct:accrualPeriodicity": eu("frequency", EU_FREQUENCIES[donnee.rythme]) if told else None,
        "dct:issued": _day(known["date_publ"]),
        "dct:modified": _day(known["date_maj"]),
        "dct:accessRights": eu("access-right", right) if right else None,
        "dcat:landingPage": _page(donnee),
        "dct:source": [{"@id": _blank(one), "dct:identifier": one} for one in donnee.derive_de],
        "dcat:distribution": [distribution] if distribution else None,
        "dct:provenance": {"@type": "dct:ProvenanceStatement", "dct:date": day(status.date)} if status else None,
    }
    return {key: one for key, one in node.items() if one}


def _place(donnee: Donnee, ville: Ville) -> Node | None:
    """The commune, of data that cover it and when it exists under this code."""
    if donnee.etendue != "commune":
        return None
    try:
        return place(Coverage.of(commune_of(ville.commune)))
    except Refused:
        return None


def _holder(donnee: Donnee) -> Node | None:
    named = donnee.detenteur or (donnee.producteur if donnee.siren else "") or donnee.siren
    return _agent(named, donnee.siren) if named else None


def _agent(name: str, siren: str = "") -> Node:
    """An organisation, or an inhabitant who is not named."""
    if name == INHABITANT:
        return {"@type": ["foaf:Agent", "foaf:Person"], "foaf:name": french(name)}
    return agent(Organisation(name, siren=siren))


def _page(donnee: Donnee) -> Node | None:
    return {"@id": donnee.adresse, "@type": "foaf:Document"} if is_page(donnee.adresse) else None


def _distribution(donnee: Donnee) -> Node | None:
    """Where an open dataset is had, which alone may bear a licence; None without a page or an open licence."""
    if not (is_page(donnee.adresse) and donnee.licence.open):
        return None
    terms = terms_of(donnee.licence)
    licence = {"@id": terms.address, "@type": "dct:LicenseDocument", "dct:title": donnee.licence.title}
    return {"@type": "dcat:Distribution", "dcat:accessURL": {"@id": donnee.adresse}, "dct:license": licence}


def _day(text: str) -> Node | None:
    return day(date.fromisoformat(text)) if text else None


def _name(donnee: Donnee) -> str:
    page = donnee.adresse
    return f"{urldefrag(page).url}#{quote(donnee.id)}" if is_page(page) else _blank(donnee.id)


def _blank(identifier: str) -> str:
    return f"_:{slug(identifier) or 'donnee'}"


def read_dcat(path: Path, today: date) -> Imported:
    """One entry for each dataset of a document, however its nodes are nested or named."""
    nodes: list[Mapping[str, Any]] = list(datasets_in(load_json(path)))
    doubts = Doubts()
    rows = [row_of(one, f"jeu {rank}") for rank, one in enumerate(nodes, start=1)]
    return Imported(read_entries(rows, today, doubts), doubts.problems())


NAMES = frozenset({
    "id", "type", "context", "graph", "value", "language", "dcat-dataset", "dct-title", "dct-description",
    "dct-identifier", "dct-publisher", "dcat-keyword", "dcat-theme", "dcat-distribution", "dcat-landingpage",
    "dct-accrualperiodicity", "dct-modified", "dct-issued", "dct-creator", "dct-accessrights",
})  # fmt: skip
DCAT = Exchange("dcat", FORM, NAMES, write, read_dcat)
