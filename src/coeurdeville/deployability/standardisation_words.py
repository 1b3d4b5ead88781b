"""A candidate to a common schema, in plain French, with each term of its score."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import listing, number, plural, spaced
from coeurdeville.deployability.standardisation import ABSENCE, IMPROVEMENT, Candidate, Ranks
from coeurdeville.deployability.standards import Agreed

FORMULA = (
    f"Note = services qui demandent la donnée (1 s’ils ne peuvent s’en passer, {number(IMPROVEMENT, 1)} si elle les "
    "améliore) × communes à qui personne ne la donne à coup sûr, que le logiciel sache la lire ou non × absence de "
    "schéma (" + " ; ".join(f"{number(ABSENCE[agreed], 1)} : {agreed.label}" for agreed in Agreed) + ")"
)


def of_candidate(one: Candidate) -> Iterator[str]:
    """The score with its terms, the services, the schema; apart, the communes where only our code lacks."""
    services = f"({len(one.needed_by)} + {number(IMPROVEMENT, 1)} × {len(one.improves)})"
    terms = f"{services} × {number(one.towns)} × {number(one.absence, 1)}"
    yield spaced(f"note {number(one.score)} = {terms} ; "
                 f"{plural(one.towns, 'commune')}, {plural(one.inhabitants, 'habitant')}")  # fmt: skip
    if one.unread:
        where = plural(one.unread, "commune")
        yield spaced(f"hors de la note : dans {where}, la donnée existe et n’est pas encore lue par le logiciel")
    if one.needed_by:
        yield spaced(f"indispensable à : {listing([service.title for service in one.needed_by])}")
    if one.improves:
        yield spaced(f"améliore : {listing([service.title for service in one.improves])}")
    yield spaced(f"{one.standard.agreed.label} « {one.standard.name} »" if one.standard.name else
                 one.standard.agreed.label)  # fmt: skip


def of_ranks(place: Ranks) -> str:
    """Where it would stand with other weights."""
    return spaced(f"rang à poids égaux : {place.equal} ; rang par habitants : {place.by_people}")
