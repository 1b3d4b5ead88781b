"""Shares of communes that publish, by population band; each with its denominator, its date and what is unknown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from coeurdeville.inventory.observatoire.denominateurs import denominateurs
from coeurdeville.inventory.observatoire.lecture import Observatoire
from coeurdeville.inventory.observatoire.obligation import Obligation, obligation
from coeurdeville.inventory.observatoire.organisme import COLLECTIVITES
from coeurdeville.inventory.observatoire.presence import Etat
from coeurdeville.territories.commune import Commune

AIM = 0.5
"""Share aimed at, of the bodies bound by law."""
ALL = "toutes"
BANDS = (
    ("moins de 20 000 habitants", 0, 19_999),
    ("de 20 000 à 50 000 habitants", 20_000, 50_000),
    ("plus de 50 000 habitants", 50_001, 10**9),
)
"""Name, least and greatest municipal population, both within."""
BOUND = frozenset({Obligation.SOUMISE, Obligation.PRESUMEE})


@dataclass(frozen=True)
class Part:
    """A share that can be cited: who is counted among whom, when."""

    compte: str
    """Who is counted: `vues publier elles-mêmes`."""
    parmi: str
    """Among whom: `communes présumées soumises`."""
    bande: str
    numerateur: int
    denominateur: int
    date: str
    """When those counted were seen."""
    inconnus: int = 0
    """Communes that could not be counted, on either side."""

    @property
    def taux(self) -> float | None:
        """Between 0 and 1; None when there is nobody to count among."""
        return self.numerateur / self.denominateur if self.denominateur else None

    @property
    def manque(self) -> int:
        """How many more are needed to reach half; 0 when it is reached."""
        return max(0, ceil(self.denominateur * AIM) - self.numerateur)


def shares(
    etats: Iterable[Etat], date: str, agents: Mapping[str, float] | None = None, unseen: Collection[Commune] = ()
) -> tuple[Part, ...]:
    """The shares of these communes: all, then by band.

    Parameters
    ----------
    date
        When the states were seen: `16/12/2021`.
    agents
        Insee code -> staff in full-time equivalents, where it is known.
    unseen
        Communes of the perimeter on which the source says nothing: counted as unknown.
    """
    known = tuple(etats)
    staff = agents or {}
    made = list(_of_band(ALL, known, date, staff, len(unseen)))
    for name, least, most in BANDS:
        within = [one for one in known if _is_within(one.commune, least, most)]
        made += _of_band(name, within, date, staff, sum(_is_within(one, least, most) for one in unseen))
    return tuple(made)


def _is_within(commune: Commune, least: int, most: int) -> bool:
    return commune.population is not None and least <= commune.population <= most


def _of_band(
    bande: str, etats: Collection[Etat], date: str, agents: Mapping[str, float], unseen: int
) -> Iterator[Part]:
    duties = {one.commune.code: obligation(one.commune.population, agents.get(one.commune.code)) for one in etats}
    bound = [one for one in etats if duties[one.commune.code] in BOUND]
    unknown = sum(duty is Obligation.INCONNUE for duty in duties.values())
    sure = all(duties[one.commune.code] is Obligation.SOUMISE for one in bound) and bool(bound)
    among = "communes soumises" if sure else "communes présumées soumises"
    yield _part("vues publier elles-mêmes", among, bande, bound, _itself, date, unseen + unknown)
    yield _part("vues publier elles-mêmes", "communes", bande, etats, _itself, date, unseen)
    yield _part("vues publier, elles ou leur intercommunalité", "communes", bande, etats, _either, date, unseen)


def _part(
    compte: str, parmi: str, bande: str, etats: Collection[Etat], counts: Callable[[Etat], bool], date: str,
    unknown: int,
) -> Part:  # fmt: skip
    return Part(compte, parmi, bande, sum(counts(one) for one in etats), len(etats), date, unknown)


def _itself(etat: Etat) -> bool:
    return etat.elle_meme is not None


def _either(etat: Etat) -> bool:
    return etat.elle_meme is not None or etat.epci is not None


def national_shares(observatoire: Observatoire) -> tuple[Part, ...]:
    """The local authorities seen by an export, among each number of bodies bound by law that circulates.

    A body seen publishing may not be bound, and the two dates differ: these shares tell how far apart they stand.
    """
    seen = {one.siren for one in observatoire.organismes if one.type in COLLECTIVITES and one.publie}
    return tuple(
        Part("collectivités vues", str(one), ALL, len(seen), one.nombre, observatoire.date) for one in denominateurs()
    )
