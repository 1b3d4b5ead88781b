"""Which layer a dataset is, as far as its title, its keywords and its schema tell; sure, or to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coeurdeville.core.french import listing
from coeurdeville.inventory.decouverte.jeu import Jeu
from coeurdeville.inventory.decouverte.lexique import Lexique, Words, as_written, lexique, within, words_of
from coeurdeville.layers.catalogue import kinds, layers

SURE = 80
"""Score from which a layer is proposed as sure."""
SCHEMA, TITLE, KEYWORD = 100, 50, 40
"""Scores of a schema, of words of the title to which their share of it is added, of a keyword."""


@dataclass(frozen=True)
class Proposition:
    """The layer that a dataset seems to be. Nothing is entered as read without somebody confirming it."""

    couche: str
    score: int
    """Out of 100: a schema named on the resource, then the share of the title that the layer explains."""
    pourquoi: str
    """In French: `titre : « arbres d’alignement »`."""
    rivales: tuple[str, ...] = ()
    """Other layers that the same words name."""

    @property
    def sur(self) -> bool:
        """Whether it leaves no doubt: the words are most of the title, and name no other layer."""
        return self.score >= SURE and not self.rivales


@dataclass(frozen=True)
class _Match:
    """Words of a layer found in a text."""

    phrase: Words
    couches: tuple[str, ...]


def match(jeu: Jeu, places: Sequence[str] = ()) -> Proposition | None:
    """The layer of a dataset; None when nothing tells it, or when its title speaks of something else.

    Parameters
    ----------
    places
        Names of the town and of its bodies: they are not read as words of a layer.
    """
    known = lexique()
    for name in jeu.schemas:
        found = known.schemas.get(name) or known.schemas.get(name.rpartition("/")[2])
        if found:
            return Proposition(found, SCHEMA, f"schéma « {name} »")
    title = _without(words_of(jeu.titre), places)
    return _by_title(jeu.titre, title, known) or _by_keywords(jeu, title, known)


def _by_title(written: str, title: Words, known: Lexique) -> Proposition | None:
    best = _best(list(_matches(title, title, known)))
    if best is None:
        return None
    main, rivals = _ranked(best.couches)
    score = TITLE + round((100 - TITLE) * known.weight(best.phrase) / known.weight(title))
    return Proposition(main, score, f"titre : « {as_written(best.phrase, written)} »{_doubt(rivals)}", rivals)


def _by_keywords(jeu: Jeu, title: Words, known: Lexique) -> Proposition | None:
    """A keyword that is, whole, the name of a layer."""
    for keyword in jeu.mots:
        words = words_of(keyword)
        found = [one for one in _matches(words, (*title, *words), known) if one.phrase == words]
        if found and len(words) > 1:
            main, rivals = _ranked(found[0].couches)
            return Proposition(main, KEYWORD, f"mot-clé : « {keyword} »{_doubt(rivals)}", rivals)
    return None


def _matches(words: Words, context: Words, known: Lexique) -> Iterator[_Match]:
    """Every name of a layer in these words, unless a word beside it makes it speak of something else."""
    for phrase, couches in known.phrases.items():
        if not within(phrase, words):
            continue
        of_words = (known.faux_amis.get((word,), ()) for word in phrase)
        friends = [known.partout, known.faux_amis.get(phrase, ()), *of_words]
        rest = tuple(word for word in context if word not in phrase)
        if not any(_elsewhere(some, rest) for some in friends):
            yield _Match(phrase, couches)


def _elsewhere(friends: Sequence[Words], words: Words) -> bool:
    return any(within(friend, words) for friend in friends)


def _best(found: Sequence[_Match]) -> _Match | None:
    """The longest name; of several, the first by its letters count, then by the order of layers."""
    return max(found, key=lambda one: (len(one.phrase), len("".join(one.phrase))), default=None)


def _ranked(couches: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A layer that can be read comes before one that is awaited."""
    order = sorted(couches, key=lambda slug: (slug not in layers(), slug))
    return order[0], tuple(order[1:])


def _doubt(rivals: tuple[str, ...]) -> str:
    return f" ; ou {listing([kinds()[slug].title for slug in rivals], 'ou')}" if rivals else ""


def _without(words: Words, places: Sequence[str]) -> Words:
    """The words without the last mention of each place, which may bear the name of a layer."""
    for place in places:
        name = words_of(place)
        for start in reversed(range(len(words) - len(name) + 1)):
            if words[start : start + len(name)] == name and (start > 0 or len(words) > len(name)):
                words = (*words[:start], *words[start + len(name) :])
                break
    return words
