"""The matrix as a CSV file: one line for each service in each commune, written as it is worked out."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TextIO

from coeurdeville.core.formulas import harmless
from coeurdeville.core.french import plain, spaced
from coeurdeville.deployability.ceiling import ceiling
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.verdict import Verdict, Why
from coeurdeville.deployability.words import shortly
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.described import Described
from coeurdeville.territories.commune import Commune

PLACE = ("code_insee", "commune", "departement", "region", "epci", "population")
SERVICE = ("service", "titre", "theme", "calcule_ou_decrit")
CELL = ("etat", "preuve", "prevision", "avec_les_fichiers_de_la_ville", "bloque_par", "manque", "incertain",
        "remplace", "fournisseurs", "chiffres_perdus", "confiance_au_mieux", "raisons")  # fmt: skip
COLUMNS = (*PLACE, *SERVICE, *CELL)


def write_csv(matrix: Matrix, communes: Mapping[str, Commune], today: date, target: TextIO) -> int:
    """Write every cell and return how many. The words of a verdict are worked out once, however many towns share it.

    Fields are separated by semicolons, as in `indicateurs.csv`, which a French spreadsheet opens by itself; lists by
    ` | `. Communes that the mapping does not hold (fictional ones) have their code only.
    """
    written = csv.writer(target, delimiter=";", lineterminator="\r\n")
    written.writerow(COLUMNS)
    shared: dict[int, tuple[str, ...]] = {}
    served = {one.slug: _service(one) for one in matrix.services}
    count = 0
    for row in matrix.rows():
        place = _place(row[0].commune, communes)
        for cell in row:
            verdict = cell.verdict
            if id(verdict) not in shared:
                shared[id(verdict)] = tuple(map(harmless, _verdict(verdict, today)))
            proof = "" if cell.proof is None else cell.proof.day.isoformat()
            written.writerow((*place, *served[cell.service.slug], str(cell.state), proof, *shared[id(verdict)]))
            count += 1
    return count


def _place(code: str, communes: Mapping[str, Commune]) -> tuple[str, ...]:
    one = communes.get(code)
    if one is None:
        return (code, "", "", "", "", "")
    epci = "" if one.epci is None else one.epci.siren
    people = "" if one.population is None else str(one.population)
    return (code, one.nom, one.departement.code, one.region.code, epci, people)


def _service(service: AnyService) -> tuple[str, ...]:
    sort = "decrit" if isinstance(service, Described) else "calcule"
    return (service.slug, service.title, service.theme.label, sort)


def _verdict(verdict: Verdict, today: date) -> Iterator[str]:
    best = ceiling(verdict, today)
    yield str(verdict.state)
    yield plain(str(verdict.now))
    yield " | ".join(one.slug for one in verdict.blocking)
    for why in (Why.ABSENT, Why.DOUBTED, Why.STANDS_IN):
        yield " | ".join(one.layer.slug for one in verdict.of(why))
    yield " | ".join(f"{one.layer.slug}={one.provider.key}" for one in verdict.reasons if one.provider)
    yield " | ".join(verdict.lost)
    yield "" if best is None else best.grade
    yield spaced(" ; ".join(shortly(one for one in verdict.reasons if one.why in (Why.ABSENT, Why.DOUBTED))))
