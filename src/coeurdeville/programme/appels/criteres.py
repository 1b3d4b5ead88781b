"""The criteria of a call: each under a key of its own, by which questions and scores hold on to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction

from coeurdeville.core.french import slug
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.appels.edition import en_preparation
from coeurdeville.programme.models import Critere

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel

LONGEST = 40
"""Characters that a key may have."""
TWICE = Kind(
    "criteres-de-meme-titre",
    "Deux critères commencent par les mêmes mots : « {titre} ».",
    "Donner à chacun un titre qui se distingue dès ses {longest} premiers caractères.",
)
NO_WORD = Kind(
    "critere-sans-mot", "Le critère « {titre} » n’a ni lettre ni chiffre.", "Lui donner un titre qui se lise."
)


def ecrire_criteres(appel: Appel, criteres: Sequence[dict[str, Any]]) -> None:
    """Replace the criteria, in order: `{cle, titre, question, poids}`; without a key, one is made of the title.

    Raises
    ------
    Refused
        `appel-deja-publie`, `appel-fini`, `criteres-de-meme-titre`, `critere-sans-mot`.
    """
    taken = {one["cle"] for one in criteres}
    named = [{**one, "cle": one["cle"] or _free(_key(one["titre"]), taken)} for one in criteres]
    problems = list(_problems(named))
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        locked = en_preparation(appel)
        locked.criteres.all().delete()
        Critere.objects.bulk_create(Critere(appel=locked, ordre=n, **one) for n, one in enumerate(named))


def _key(titre: str) -> str:
    return slug(titre)[:LONGEST].strip("-")


def _free(wanted: str, taken: set[str]) -> str:
    """Another key than that of a criterion whose title was changed since."""
    tried = (wanted, *(f"{wanted[: LONGEST - 3]}-{n}" for n in range(2, 100)))
    return next(one for one in tried if one not in taken)


def _problems(named: Sequence[dict[str, Any]]) -> Iterator[Problem]:
    yield from (NO_WORD(titre=one["titre"]) for one in named if not _key(one["titre"]))
    keys, titles = Counter(one["cle"] for one in named), Counter(_key(one["titre"]) for one in named)
    twice = [one for one in named if keys[one["cle"]] > 1 or titles[_key(one["titre"])] > 1]
    told = {_key(one["titre"]): one["titre"] for one in twice if _key(one["titre"])}
    yield from (TWICE(titre=titre, longest=LONGEST) for titre in told.values())
