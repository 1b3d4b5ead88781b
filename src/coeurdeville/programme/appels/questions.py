"""Changing the form of a call, question by question. Each function gives a new form; none writes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from coeurdeville.core.french import quoted, slug
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.appels.formulaire import Champ, Etape, Formulaire, Sorte

NO_TITLE = Kind("question-sans-titre", "La question n’a pas d’énoncé.", "En écrire un.")
NO_OPTIONS = Kind("question-sans-choix", "Une question à choix en propose au moins deux.", "Écrire un choix par ligne.")
SAME_OPTION = Kind(
    "question-choix-en-double", "Un même choix est proposé deux fois : {choix}.", "Écrire chaque choix une fois."
)
BOUNDS = Kind("question-bornes", "Le minimum dépasse le maximum.", "Corriger l’une des deux bornes.")
ONCE = Kind(
    "question-en-double", "Le formulaire demande déjà {what} : une fois suffit.", "Choisir une autre sorte de question."
)
SINGLE = {
    Sorte.THEME: "le thème", Sorte.PROBLEME: "le problème", Sorte.SERVICE: "le service", Sorte.DONNEES: "les données",
    Sorte.PIECES: "les pièces jointes",
}  # fmt: skip
"""Sorts that the rest of the programme reads, each by its one question, whatever the key of it."""


def modifier(form: Formulaire, champ: Champ) -> Formulaire:
    """Write a question anew, in its place. Raises `Refused` with all that is wrong with it."""
    _refuse(form, champ)
    return _each(form, lambda fields: tuple(champ if one.cle == champ.cle else one for one in fields))


def ajouter(form: Formulaire, etape: str, champ: Champ) -> Formulaire:
    """Add a question at the end of a step, under a key of its own. Raises `Refused` with all that is wrong with it."""
    _refuse(form, champ)
    named = replace(champ, cle=_key(form, champ))
    return Formulaire(tuple(replace(s, champs=(*s.champs, named)) if s.cle == etape else s for s in form.etapes))


def retirer(form: Formulaire, cle: str) -> Formulaire:
    """Without a question; a step that has none left goes too."""
    left = _each(form, lambda fields: tuple(one for one in fields if one.cle != cle))
    return Formulaire(tuple(step for step in left.etapes if step.champs))


def monter(form: Formulaire, cle: str) -> Formulaire:
    """A question one place up in its step; the first one stays where it is."""
    return _each(form, lambda fields: _up(fields, cle))


def ajouter_etape(form: Formulaire, titre: str, aide: str, champ: Champ) -> Formulaire:
    """A new step at the end, with its first question."""
    if not titre.strip():
        raise Refused([NO_TITLE()])
    taken = {one.cle for one in form.etapes}
    empty = Etape(_free(slug(titre)[:40], taken), titre.strip(), (), aide.strip())
    return ajouter(Formulaire((*form.etapes, empty)), empty.cle, champ)


def _each(form: Formulaire, change: Callable[[tuple[Champ, ...]], tuple[Champ, ...]]) -> Formulaire:
    return Formulaire(tuple(replace(step, champs=change(step.champs)) for step in form.etapes))


def _up(fields: tuple[Champ, ...], cle: str) -> tuple[Champ, ...]:
    rank = next((n for n, one in enumerate(fields) if one.cle == cle), 0)
    if rank == 0:
        return fields
    return (*fields[: rank - 1], fields[rank], fields[rank - 1], *fields[rank + 1 :])


def _refuse(form: Formulaire, champ: Champ) -> None:
    problems = list(_problems(form, champ))
    if problems:
        raise Refused(problems)


def _problems(form: Formulaire, champ: Champ) -> Iterable[Problem]:
    if not champ.titre.strip():
        yield NO_TITLE()
    if champ.sorte is Sorte.CHOIX and len(champ.options) < 2:
        yield NO_OPTIONS()
    twice = [one for one, count in Counter(champ.options.values()).items() if count > 1]
    if champ.sorte is Sorte.CHOIX and twice:
        yield SAME_OPTION(choix=quoted(twice))
    if champ.minimum is not None and champ.maximum is not None and champ.minimum > champ.maximum:
        yield BOUNDS()
    if champ.sorte in SINGLE and any(one.sorte is champ.sorte and one.cle != champ.cle for one in form):
        yield ONCE(what=SINGLE[champ.sorte])


def _key(form: Formulaire, champ: Champ) -> str:
    """Of what is asked once, its name; of the others, words of the question; with a number when it is taken."""
    words = slug(champ.titre)[:40].replace("-", "_") or "question"
    return _free(champ.sorte.value if champ.sorte in SINGLE else words, {one.cle for one in form})


def _free(wanted: str, taken: set[str]) -> str:
    return next(name for n in range(1, 1000) if (name := wanted if n == 1 else f"{wanted}_{n}") not in taken)
