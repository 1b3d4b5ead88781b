"""The candidates to a common schema as a CSV file: one line for each, with every term of the score."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from coeurdeville.core.formulas import harmless
from coeurdeville.deployability.standardisation import Candidate, Ranks

COLUMNS = ("rang", "donnee", "titre", "note", "indispensable_a", "ameliore", "communes", "habitants",
           "communes_ou_pas_encore_lue", "schema", "nom_du_schema", "absence", "rang_poids_egaux",
           "rang_par_habitants")  # fmt: skip


def write_csv(found: Iterable[tuple[Candidate, Ranks]], target: TextIO) -> None:
    """Write every candidate. Lists are separated by ` | `."""
    written = csv.writer(target, lineterminator="\r\n")
    written.writerow(COLUMNS)
    for one, place in found:
        written.writerow([harmless(cell) for cell in _cells(one, place)])


def _cells(one: Candidate, place: Ranks) -> Iterator[str]:
    yield from (str(place.score), one.layer.slug, one.layer.title, f"{one.score:.1f}")
    yield " | ".join(service.slug for service in one.needed_by)
    yield " | ".join(service.slug for service in one.improves)
    yield from (str(one.towns), str(one.inhabitants), str(one.unread), str(one.standard.agreed), one.standard.name)
    yield from (f"{one.absence:.1f}", str(place.equal), str(place.by_people))
