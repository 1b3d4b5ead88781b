"""Risks recorded for a commune, from the API Géorisques (base Gaspar)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from coeurdeville.core.french import agree, listing, plural
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.core.provenance import Origin
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.recorded_risks import RecordedRisks
from coeurdeville.net.net import Net
from coeurdeville.sources.contract.declaration import RECORDED
from coeurdeville.sources.contract.making import UNSAID
from coeurdeville.sources.contract.source import source
from coeurdeville.sources.geojson import require
from coeurdeville.sources.paging import every
from coeurdeville.territories.coverage import Coverage
from coeurdeville.territories.territory import Territory

SEARCH = "https://www.georisques.gouv.fr/api/v1/gaspar/risques"
MOST = 100
"""Communes of an answer: one is asked for."""
MAIN = 2
"""Digits that name a main risk."""
NO_RISK = Kind(
    "aucun-risque-recense",
    "Géorisques ne recense aucun risque pour {name} ({code}), ou ne connaît pas ce code.",
    "Vérifier le code Insee sur georisques.gouv.fr : une réponse vide ne prouve pas qu’il n’y a pas de risque.",
)
OTHER_COMMUNE = Kind(
    "autre-commune",
    "La réponse porte sur {others}, pas sur {name} ({code}).",
    "Vérifier le code Insee ; pour Paris, Lyon et Marseille, demander la commune et non un arrondissement.",
)


@source(
    title="Risques recensés par Géorisques",
    publisher="Ministère chargé de l’environnement et BRGM",
    holder=Acteur.PUBLIC_NATIONAL,
    licence="inconnue",
    page="https://www.georisques.gouv.fr/doc-api",
    covers="France métropolitaine et départements d’outre-mer",
    coverage=Coverage(),
    partition="commune",
    access="https://www.georisques.gouv.fr/api/v1/gaspar/risques, par code Insee, sans clé",
    vintage="état de la base au jour de la demande",
    rhythm="en continu",
    failures=(
        "L’API rend parfois des réponses vides ou en erreur (500).",
        "Un risque recensé vaut pour la commune, sans dire où : ce n’est pas une carte.",
        "La licence n’a pas été lue : elle est à confirmer auprès du producteur.",
    ),
    state=RECORDED,
)
def georisques_risques(territory: Territory, net: Net) -> RecordedRisks:
    """Each risk once, main risks and details. A line without number or name is left out and counted.

    Raises
    ------
    Refused
        `aucun-risque-recense` when the answer is empty; `autre-commune` when it is about another.
    """
    pages = count(1)

    def next_page(_: int) -> tuple[list[dict[str, Any]], int]:
        page = net.json(SEARCH, {"code_insee": territory.code, "page": next(pages)}, take=page_of)
        return page["data"], page["results"]

    return risks_of(every(next_page, MOST), territory)


def risks_of(communes: list[dict[str, Any]], territory: Territory) -> RecordedRisks:
    """The layer of one commune, out of those of an answer."""
    import pandas as pd

    own = [one for one in communes if one["code_insee"] == territory.code]
    if communes and not own:
        others = [f"{one.get('libelle_commune', 'une autre commune')} ({one['code_insee']})" for one in communes]
        raise Refused([OTHER_COMMUNE(others=listing(others), name=territory.name, code=territory.code)])
    told = [risk for one in own for risk in one["risques_detail"]]
    frame = pd.DataFrame([_row(risk) for risk in told if _is_named(risk)]).drop_duplicates()
    if frame.empty:
        raise Refused([NO_RISK(name=territory.name, code=territory.code)])
    unnamed = sum(not _is_named(risk) for risk in told)
    said = (f"{plural(unnamed, 'risque')} sans numéro ou sans nom, non {agree(unnamed, 'pris')}.",) if unnamed else ()
    origin = Origin("", licence=UNSAID, read=len(told), kept=len(frame), assumptions=said)
    return RecordedRisks(frame.sort_values("number").reset_index(drop=True), origin=origin)


def page_of(content: Any) -> dict[str, Any]:
    """What is taken of a page: communes and their risks, no other field."""
    held = require(content, results=int, data=list)
    return {"results": held["results"], "data": [_commune(one) for one in held["data"]]}


def _commune(content: Any) -> dict[str, Any]:
    held = require(content, code_insee=str, risques_detail=list)
    risks = [_taken(one, "num_risque", "libelle_risque_long", "zone_sismicite") for one in held["risques_detail"]]
    return {**_taken(held, "code_insee", "libelle_commune"), "risques_detail": risks}


def _taken(content: Any, *names: str) -> dict[str, Any]:
    held: Mapping[str, Any] = require(content)
    return {name: held[name] for name in names if held.get(name) not in (None, "")}


def _is_named(risk: Mapping[str, Any]) -> bool:
    return "num_risque" in risk and "libelle_risque_long" in risk


def _row(risk: Mapping[str, Any]) -> dict[str, str | None]:
    number, zone = str(risk["num_risque"]), risk.get("zone_sismicite")
    return {
        "number": number,
        "name": str(risk["libelle_risque_long"]),
        "main": number[:MAIN],
        "seismic_zone": None if zone is None else str(zone),
    }
