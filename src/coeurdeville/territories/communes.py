"""Finds a commune of France from what a person types: its name, its code, a postal code, a former code."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from coeurdeville.core.french import slug
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.noms import bare_key, full_key, split_departement
from coeurdeville.territories.referentiel import Referentiel, read_referentiel
from coeurdeville.territories.reponses import LONGEST, also_postal, ambiguous, former, no_longer, unknown

CODE = re.compile(r"[0-9][0-9AB][0-9]{3}")


@dataclass(frozen=True)
class Matches:
    """The communes that answer to a text, most populated first, and what must be said of the way they were found."""

    communes: tuple[Commune, ...]
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Found:
    """The one commune that answers to a text, and what must be said of the way it was found."""

    commune: Commune
    notes: tuple[Problem, ...] = ()


def find(text: str, referentiel: Referentiel | None = None) -> Found:
    """The one commune that answers to `text`. Accents, case, hyphens, articles and `St` do not matter.

    A code is read as an Insee code first; when it is also the postal code of others a warning names them.
    A former code, or the name of a merged commune, gives the commune of today with a note. Homonyms are
    told apart by `La Rochelle (17)` or `La Rochelle, Charente-Maritime`.

    Raises
    ------
    Refused
        `commune-inconnue` with the nearest names, `commune-ambigue` with the candidates,
        `referentiel-absent` when the communes are not baked.
    """
    known = referentiel or read_referentiel()
    matches = search(text, known)
    match matches.communes:
        case ():
            raise Refused([unknown(text, known)])
        case (commune,):
            return Found(commune, matches.notes)
        case several:
            raise Refused([ambiguous(text, several)])


def search(text: str, referentiel: Referentiel | None = None) -> Matches:
    """Every commune that answers to `text`, none when nothing does: the choice to offer on a form."""
    known = referentiel or read_referentiel()
    typed = text.strip()[:LONGEST]
    code = typed.upper().zfill(5) if typed else ""
    return _by_code(code, known) if CODE.fullmatch(code) else _by_name(typed, known)


def longer_names(text: str, among: Collection[str], referentiel: Referentiel | None = None) -> tuple[Commune, ...]:
    """Communes of these Insee codes whose name goes on after the words of `text`, most populated first.

    `le puy` gives Le Puy-en-Velay. A text that is the whole name of no commune may stop inside a word: `chalo`.
    """
    known = referentiel or read_referentiel()
    name, departement = split_departement(text.strip()[:LONGEST]) or (text.strip()[:LONGEST], None)
    key = bare_key(name)
    if not key:
        return ()
    start = f"{key}-" if known.where("cle", key) else key
    return tuple(one for one in known.starting_with(start) if one.code in among and _is_in(one, departement))


def commune_of(code: str, referentiel: Referentiel | None = None) -> Commune:
    """The commune of today with exactly this Insee code: for a code already stored, not for a text that was typed.

    Raises
    ------
    Refused
        `commune-inconnue`; when the commune has merged since, the cure names the one of today.
    """
    known = referentiel or read_referentiel()
    found = known.where("code", code)
    if not found:
        raise Refused([no_longer(code, _today(code, known))])
    return found[0]


def _by_code(code: str, known: Referentiel) -> Matches:
    """A present code alone; else the communes of a postal code and the one of a former code together."""
    present, postal = known.where("code", code), known.served_by(code)
    if present:
        others = [commune for commune in postal if commune != present[0]]
        return Matches(present, (also_postal(present[0], others),) if others else ())
    merged = _former("code", code, known)
    return Matches(_distinct((*postal, *merged.communes)), merged.notes)


def _by_name(text: str, known: Referentiel) -> Matches:
    for name, departement in _readings(text):
        matches = _named(name, known, departement)
        if not matches.communes:
            matches = _former("cle", bare_key(name), known, departement)
        if matches.communes:
            return matches
    return Matches(())


def _readings(text: str) -> Iterator[tuple[str, str | None]]:
    """The text as a name, then as a name with its département; nothing without a letter."""
    for name, departement in ((text, None), split_departement(text) or ("", None)):
        if bare_key(name):
            yield name, departement


def _named(name: str, known: Referentiel, departement: str | None) -> Matches:
    """Communes of this name, only those with its very article when there are some."""
    found = tuple(c for c in known.where("cle", bare_key(name)) if _is_in(c, departement))
    return Matches(tuple(c for c in found if full_key(c.nom) == full_key(name)) or found)


def _former(column: str, value: str, known: Referentiel, departement: str | None = None) -> Matches:
    """Communes of today that took over what bears this name or code, each with its note."""
    found = [(ancienne, known.where("code", ancienne.commune)[0]) for ancienne in known.former_where(column, value)]
    kept = {commune: former(ancienne, commune) for ancienne, commune in found if _is_in(commune, departement)}
    return Matches(tuple(kept), tuple(kept.values()))


def _today(code: str, known: Referentiel) -> Commune | None:
    merged = _former("code", code, known).communes
    return merged[0] if merged else None


def _is_in(commune: Commune, departement: str | None) -> bool:
    return departement is None or slug(departement) in {slug(commune.departement.code), slug(commune.departement.nom)}


def _distinct(communes: Iterable[Commune]) -> tuple[Commune, ...]:
    return tuple(dict.fromkeys(communes))
