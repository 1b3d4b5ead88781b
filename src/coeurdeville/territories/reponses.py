"""What is said of a search for a commune: none, several, a former one, a code that is also a postal code."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from coeurdeville.core.french import listing, of
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.territories.commune import Ancienne, Commune
from coeurdeville.territories.noms import bare_key, split_departement
from coeurdeville.territories.referentiel import Referentiel

LONGEST = 60
"""Characters of the text that are compared and shown; the longest name of a commune has 45."""
LISTED = 12
"""Homonyms named in full in a problem."""
SUGGESTED = 5
"""Names proposed when nothing answers."""

UNKNOWN = Kind(
    "commune-inconnue",
    "Aucune commune de France ne répond à « {text} ».",
    "{nearest}Vérifier l’écriture, ou donner le code Insee ou le code postal.",
)
AMBIGUOUS = Kind(
    "commune-ambigue",
    "« {text} » désigne {number} communes : {candidates}.",
    "Donner le code Insee, ou le nom suivi du département, comme « {example} ».",
)
FORMER = Kind(
    "commune-ancienne",
    "{what} relève aujourd’hui {of_commune}.",
    "La commune actuelle est utilisée : vérifier que c’est bien elle.",
    Level.NOTE,
)
ALSO_POSTAL = Kind(
    "code-insee-et-postal",
    "{code} est lu comme le code Insee {of_commune} ; comme code postal, il désigne {others}.",
    "Si une autre commune est voulue, donner son nom ou son code Insee.",
    Level.WARNING,
)


def unknown(text: str, known: Referentiel) -> Problem:
    """Nothing answers to this text; the cure gives the nearest names."""
    return UNKNOWN(text=text.strip()[:LONGEST] or "(vide)", nearest=_nearest(text, known))


def no_longer(code: str, today: Commune | None) -> Problem:
    """No commune has this code; the cure gives the one that took it over, if any."""
    taken_over = "" if today is None else f"Il relève aujourd’hui {of(str(today))}. "
    return UNKNOWN(text=code[:LONGEST], nearest=taken_over)


def ambiguous(text: str, communes: tuple[Commune, ...]) -> Problem:
    """Several communes answer to this text; all are named, up to `LISTED`."""
    return AMBIGUOUS(
        text=text.strip()[:LONGEST],
        number=len(communes),
        candidates=_shown(communes),
        example=f"{communes[0].nom} ({communes[0].departement.code})",
        count=len(communes),
    )


def former(ancienne: Ancienne, commune: Commune) -> Problem:
    """The text names what is part of a commune today."""
    code = "" if ancienne.code == commune.code else f", {ancienne.code}"
    named = f"{ancienne.nom} ({ancienne.sorte}{code})"
    return FORMER(what=f"L’ancien code {ancienne.code}" if ancienne.nom is None else named, of_commune=of(str(commune)))


def also_postal(commune: Commune, others: Sequence[Commune]) -> Problem:
    """The Insee code that was read is also the postal code of other communes."""
    return ALSO_POSTAL(code=commune.code, of_commune=of(str(commune)), others=_shown(others))


def _shown(communes: Sequence[Commune]) -> str:
    """`Bony (02100, Aisne), … et 3 autres`: all up to `LISTED`."""
    names = [str(commune) for commune in communes]
    left = len(names) - LISTED
    return listing(names if left < 2 else [*names[:LISTED], f"{left} autres"])


def nearest(text: str, known: Referentiel) -> tuple[Commune, ...]:
    """Communes whose name begins as the text, then look-alikes; none when nothing comes near."""
    name, _ = split_departement(text) or (text, "")
    key = bare_key(name[:LONGEST])
    alike = difflib.get_close_matches(key, dict.fromkeys(known.keys()), n=SUGGESTED, cutoff=0.7)
    longer = known.starting_with(f"{key}-") if key else ()
    near = dict.fromkeys((*longer[:SUGGESTED], *(known.where("cle", close)[0] for close in alike)))
    return tuple(near)[:SUGGESTED]


def _nearest(text: str, known: Referentiel) -> str:
    """`Noms les plus proches : …. `, empty when nothing comes near."""
    near = nearest(text, known)
    return f"Noms les plus proches : {_shown(near)}. " if near else ""
