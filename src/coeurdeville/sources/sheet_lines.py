"""The sheet of a source, line by line, as it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import listing, plural
from coeurdeville.sources.contract.sheet import Sheet
from coeurdeville.territories.coverage import COM, DROM, METROPOLE, Coverage

ZONES = {METROPOLE: "métropole", DROM: "départements d’outre-mer", COM: "autres terres d’outre-mer"}


def lines_of(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Label and text of each line; what the sheet does not say has none."""
    yield "Nom à écrire", sheet.slug
    yield "Couche", f"{sheet.layer.title} ({sheet.layer.slug})"
    yield "Producteur", f"{sheet.publisher}, {sheet.holder.libelle}"
    yield "Licence", sheet.licence.title
    yield "Page", sheet.page
    yield "Accès", sheet.access
    yield "Emprise", sheet.covers
    yield "Communes couvertes", of_coverage(sheet.coverage)
    yield "Demandée pour", sheet.partition.label
    yield "Millésime", sheet.vintage
    yield "Rythme", sheet.rhythm
    for known in sheet.failures:
        yield "Panne ou piège", known
    yield "État", sheet.state
    if sheet.checked:
        yield "Vérifié", sheet.checked


def of_coverage(rule: Coverage) -> str:
    """`métropole, sauf 973 ; 6 communes connues ; pour les autres, il manque la liste…`, plain spaces."""
    said = listing([ZONES[one] for one in rule.zones])
    said += f", départements {listing(rule.departements)}" if rule.departements else ""
    said += f", sauf {listing(rule.left_out)}" if rule.left_out else ""
    if rule.whole:
        return f"toutes : {said}"
    known = [plural(len(rule.communes), "commune connue")] if rule.communes else []
    known += [f"départements connus : {listing(rule.known_departements)}"] if rule.known_departements else []
    return " ; ".join([said, *known, f"pour {'les autres' if known else 'toutes'}, il manque {rule.lacking}"])
