"""Hiding a town in what it wrote: its name, what it is called by for short, its code."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from coeurdeville.core.french import plain

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature

HIDDEN: Final = "[la ville]"
ARTICLES: Final = {"le": "le|du|au", "les": "les|des|aux", "la": "la", "l": "l"}
"""Before a name, with what they become after *de* and *à*."""
SAINTS: Final = {"saint": "saint|st", "sainte": "sainte|ste"}
LINKS: Final = frozenset(
    ("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lez", "s", "sous", "sur")
)
"""Words between two parts of a name, that are often left out or written otherwise."""
ORDINARY: Final = """
aire ancien bain bains bas basse bastide beau bel belle bois bon bonne bord bourg cap case celle celles champ
champs chapelle chasse chateau chaussee cite col colline cote cour cours croix dame dames deux eau eaux eglise
entre est etang ferme fontaine fontaines foret fort garde gare grand grande grandes grands grange granges gros
haie haies halle haut haute hauts herbe ile iles isle jardin joue lac lande landes lieu mairie maison maisons
marche mare mer mont montagne monts moulin moulins mur murs neuf neuve nord notre ouest parc part pas pays petit
petite petits pierre pierres pin pins place plage plaine plan plateau pointe pont ponts port porte portes
prairie pre pres puits quai quatre rang rive rives riviere roc roche roches route sable sables salle salles sans
sept serre serres six source sud terrasse terre terres tour tours trois val vallee vallon vallons vert verte
vieille vieux vigne vignes village ville villes voie voisins
"""
COMMON: Final = frozenset(ORDINARY.split()) | LINKS | SAINTS.keys()
"""Words that a folder says of any town: alone, they are a name only with a capital that no sentence explains."""
BETWEEN: Final = r"[\W_]{0,3}"


def masque(texte: str, candidature: Candidature) -> str:
    """A text without the town's code, its name, and the first part of it that is no common word.

    Case, accents, hyphens, spaces and the links between two parts do not matter. A first part that is a common word
    (`Bourg`, of Bourg-en-Bresse) is hidden with a capital inside a sentence, when no other capital follows. Names of
    inhabitants are left.
    """
    folded, origin = _folded(texte)
    name, alone = _patterns(candidature.nom, candidature.commune)
    found = [one.span() for one in name.finditer(folded)]
    if alone is not None:
        words = [one.span() for one in alone.finditer(folded)]
        found += [(start, end) for start, end in words if _is_name(texte, origin[start], origin[end])]
    return _without(texte, sorted((origin[start], origin[end]) for start, end in found))


def _without(texte: str, spans: list[tuple[int, int]]) -> str:
    shown, done = "", 0
    for start, end in spans:
        if start >= done:
            shown, done = f"{shown}{texte[done:start]}{HIDDEN}", end
    return shown + texte[done:]


def _folded(texte: str) -> tuple[str, list[int]]:
    """The plain text, and where in the text each of its characters begins; the length of the text ends it."""
    pairs = [(letter, rank) for rank, one in enumerate(texte) for letter in plain(one)]
    return "".join(letter for letter, _ in pairs), [*(rank for _, rank in pairs), len(texte)]


@lru_cache(maxsize=256)
def _patterns(nom: str, commune: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What hides the town in a plain text; the common word by which it may be called, when its name begins so."""
    words = re.findall(r"[^\W_]+", plain(nom)) or [commune]
    article = words.pop(0) if len(words) > 1 and words[0] in ARTICLES else ""
    told = next((rank for rank, one in enumerate(words) if one not in COMMON), len(words) - 1)
    short = BETWEEN.join([*map(_word, words[:told]), re.escape(words[told])])
    rest = "".join(BETWEEN + _word(one) for one in words[told + 1 :])
    bare = "" if words[told] in COMMON else "?"
    before = f"(?:(?:{ARTICLES[article]}){BETWEEN}){bare}" if article else ""
    alone = words[0] if told and words[0] not in LINKS | SAINTS.keys() else ""
    return _whole(f"{before}{short}(?:{rest})?|{re.escape(commune)}"), _whole(alone) if alone else None


def _whole(pattern: str) -> re.Pattern[str]:
    """Between two signs that are neither letters nor figures."""
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])")


def _word(one: str) -> str:
    if one in LINKS:
        return f"(?:{one}|lez|s)?"
    return f"(?:{SAINTS[one]})" if one in SAINTS else re.escape(one)


def _is_name(texte: str, start: int, end: int) -> bool:
    """Whether a common word is written as a name: a capital inside a sentence, and none after it."""
    inside = re.search(r"[^\s.!?:;«–-][ \u00a0\u202f]$", texte[:start])
    after = re.match(r"[\s-]+(\w)", texte[end:])
    return inside is not None and texte[start].isupper() and not (after and after[1].isupper())
