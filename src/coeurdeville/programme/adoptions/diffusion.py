"""The spreading of services through time: states of projects and adoptions on any day, from the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from coeurdeville.core.french import plain
from coeurdeville.programme.adoptions.renoncements import ABANDONNEE
from coeurdeville.programme.adoptions.stades import Situee, stade
from coeurdeville.programme.cas_usage.lecture import lisibles
from coeurdeville.programme.cas_usage.textes import public
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
    raison: str = ""
    """Why the town gave up an adoption, in its own words."""

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
        return _grouped(self.faits, lambda one: one.commune, lambda one: plain(one.nom))

    def situees(self) -> Mapping[str, Situee]:
        """Insee code -> the town and its furthest stage."""
        return {code: Situee(facts[0].nom, stade({(one.sorte, one.code) for one in facts}))
                for code, facts in self.villes().items()}  # fmt: skip

    def services(self) -> Mapping[str, Sequence[Fait]]:
        """Title of the service -> who was doing it, by title."""
        return _grouped(self.faits, lambda one: one.titre, lambda one: plain(one.titre))


def diffusion(au: date) -> Diffusion:
    """What was under way at the end of a day, in Paris. Four queries.

    Public facts only: projects of calls whose decisions are announced, adoptions.
    """
    objects, read = objets(), lisibles()
    states = {one.cle: one for one in evenements(fin_de(au))}
    facts = [_fact(objects[key], event, read) for key, event in states.items() if key in objects]
    return Diffusion(au, sorted(facts, key=lambda one: (plain(one.nom), plain(one.titre))))


@dataclass(frozen=True)
class Passe:
    """A project or an adoption entered a state."""

    cle: tuple[str, int]
    """Kind and number."""
    code: str
    quand: datetime
    motif: str


def evenements(jusqu_a: datetime) -> Sequence[Passe]:
    """Every state that was entered until an instant, the oldest first. One query."""
    found = Evenement.objects.filter(objet__in=UNDER_WAY, date__lte=jusqu_a).order_by("date", "pk")
    rows = found.values_list("objet", "numero", "vers", "date", "motif")
    return [Passe((sort, number), code, when, why) for sort, number, code, when, why in rows]


def objets() -> Mapping[tuple[str, int], Objet]:
    """Kind and number -> project or adoption of which anybody may know. Two queries."""
    projects = Experimentation.objects.filter(candidature__appel__etat__in=ANNOUNCED).select_related("cas_usage")
    adoptions = Adoption.objects.select_related("cas__experimentation")
    return {
        **{("experimentation", one.pk): one for one in projects},
        **{("adoption", one.pk): one for one in adoptions},
    }


def _fact(one: Objet, last: Passe, read: Collection[int]) -> Fait:
    """`read`: the cards that anybody may read."""
    assert isinstance(one, Adoption | Experimentation)
    project = one.cas.experimentation if isinstance(one, Adoption) else one
    card = one.cas if isinstance(one, Adoption) else getattr(one, "cas_usage", None)
    slug = card.slug if card is not None and card.pk in read else ""
    title = card.titre if card is not None else project.titre
    why = public(last.motif) if (one.sorte, last.code) == ("adoption", ABANDONNEE) else ""
    return Fait(one.sorte, one.pk, one.commune, one.nom, title, project.service, slug, last.code, last.quand, why)


def fin_de(jour: date) -> datetime:
    """Last instant of a day in Paris."""
    return datetime.combine(jour, time.max, PARIS)


def _grouped(
    facts: Sequence[Fait], key: Callable[[Fait], str], order: Callable[[Fait], str]
) -> Mapping[str, Sequence[Fait]]:
    found: dict[str, list[Fait]] = {}
    for one in sorted(facts, key=order):
        found.setdefault(key(one), []).append(one)
    return found
