"""The spreading of services through time: states of projects and adoptions on any day, from the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from coeurdeville.programme.adoptions.stades import Situee, stade
from coeurdeville.programme.cas_usage.lecture import lisibles
from coeurdeville.programme.etats.noms import etat
from coeurdeville.programme.horloge import PARIS
from coeurdeville.programme.models import Adoption, Evenement, Experimentation

if TYPE_CHECKING:
    from coeurdeville.programme.etats.objet import Objet
    from coeurdeville.programme.etats.passage import Etat

ANNOUNCED: Final = ("decide", "archive")
"""States of a call whose laureates are public."""
UNDER_WAY: Final = ("experimentation", "adoption")


@dataclass(frozen=True)
class Fait:
    """What a town was doing with a service, and since when."""

    sorte: str
    """`experimentation` or `adoption`."""
    numero: int
    commune: str
    nom: str
    titre: str
    """The service, as the card or the project calls it."""
    service: str
    """Slug of the registry; empty when it is in none."""
    slug: str
    """Of the card; empty for a project without a card."""
    code: str
    """Its state."""
    depuis: datetime

    @property
    def etat(self) -> Etat:
        """With its words and badge."""
        return etat(self.sorte, self.code)


@dataclass(frozen=True)
class Diffusion:
    """Every project and adoption on a day."""

    au: date
    faits: Sequence[Fait]

    @property
    def decompte(self) -> Mapping[tuple[str, str], int]:
        """Kind and state -> how many."""
        return Counter((one.sorte, one.code) for one in self.faits)

    def villes(self) -> Mapping[str, Sequence[Fait]]:
        """Insee code -> what the town was doing, towns by name."""
        return _grouped(self.faits, lambda one: one.commune, lambda one: one.nom.casefold())

    def situees(self) -> Mapping[str, Situee]:
        """Insee code -> the town and its furthest stage."""
        return {code: Situee(facts[0].nom, stade({(one.sorte, one.code) for one in facts}))
                for code, facts in self.villes().items()}  # fmt: skip

    def services(self) -> Mapping[str, Sequence[Fait]]:
        """Title of the service -> who was doing it, by title."""
        return _grouped(self.faits, lambda one: one.titre, lambda one: one.titre.casefold())


def diffusion(au: date) -> Diffusion:
    """What was under way at the end of a day, in Paris. Four queries.

    Public facts only: projects of calls whose decisions are announced, adoptions.
    """
    objects, read = _objects(), lisibles()
    states = _states(_end_of(au))
    facts = [_fact(objects[key], code, since, read) for key, (code, since) in states.items() if key in objects]
    return Diffusion(au, sorted(facts, key=lambda one: (one.nom.casefold(), one.titre.casefold())))


def par_mois(jusqu_au: date) -> Sequence[tuple[date, Mapping[tuple[str, str], int]]]:
    """Last day of each month since the first fact -> how many in each state then. Three queries, however many."""
    objects = _objects()
    events = [one for one in _events(_end_of(jusqu_au)) if one[0] in objects]
    if not events:
        return []
    return list(_months(events, jusqu_au))


def _months(
    events: Sequence[tuple[tuple[str, int], str, datetime]], until: date
) -> Iterator[tuple[date, Mapping[tuple[str, str], int]]]:
    states, rank = dict[tuple[str, int], str](), 0
    for last in _ends(events[0][2].astimezone(PARIS).date(), until):
        while rank < len(events) and events[rank][2] <= _end_of(last):
            key, code, _ = events[rank]
            states[key] = code
            rank += 1
        yield last, Counter((key[0], code) for key, code in states.items())


def _ends(first: date, until: date) -> Iterator[date]:
    """Last day of each month, the last one cut at `until`."""
    month = first.replace(day=1)
    while month <= until:
        following = (month + timedelta(days=32)).replace(day=1)
        yield min(following - timedelta(days=1), until)
        month = following


def _states(until: datetime) -> Mapping[tuple[str, int], tuple[str, datetime]]:
    """Kind and number -> last state before an instant, and when it was entered."""
    return {key: (code, since) for key, code, since in _events(until)}


def _events(until: datetime) -> Sequence[tuple[tuple[str, int], str, datetime]]:
    found = Evenement.objects.filter(objet__in=UNDER_WAY, date__lte=until).order_by("date", "pk")
    return [
        ((sort, number), code, when)
        for sort, number, code, when in found.values_list("objet", "numero", "vers", "date")
    ]


def _objects() -> Mapping[tuple[str, int], Objet]:
    projects = Experimentation.objects.filter(candidature__appel__etat__in=ANNOUNCED).select_related("cas_usage")
    adoptions = Adoption.objects.select_related("cas__experimentation")
    return {
        **{("experimentation", one.pk): one for one in projects},
        **{("adoption", one.pk): one for one in adoptions},
    }


def _fact(one: Objet, code: str, since: datetime, read: Collection[int]) -> Fait:
    """`read`: the cards that anybody may read."""
    assert isinstance(one, Adoption | Experimentation)
    project = one.cas.experimentation if isinstance(one, Adoption) else one
    card = one.cas if isinstance(one, Adoption) else getattr(one, "cas_usage", None)
    slug = card.slug if card is not None and card.pk in read else ""
    title = card.titre if card is not None else project.titre
    return Fait(one.sorte, one.pk, one.commune, one.nom, title, project.service, slug, code, since)


def _end_of(jour: date) -> datetime:
    """Last instant of a day in Paris."""
    return datetime.combine(jour, time.max, PARIS)


def _grouped(
    facts: Sequence[Fait], key: Callable[[Fait], str], order: Callable[[Fait], str]
) -> Mapping[str, Sequence[Fait]]:
    found: dict[str, list[Fait]] = {}
    for one in sorted(facts, key=order):
        found.setdefault(key(one), []).append(one)
    return found
