"""What the services gave, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from coeurdeville.core.french import listing, number, plural
from coeurdeville.programme.models import Evaluation, Experimentation, Objectif
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Appui, Chapitre, Phrase, Tableau


def resultats(m: Matiere) -> Chapitre:
    """Of validated evaluations only; an aim without result is told as such."""
    sentences = [one for projet, evaluation in m.evalues for one in _project(projet, evaluation)]
    rows = [(projet.nom, *_row(aim)) for projet, evaluation in m.evalues for aim in evaluation.objectifs.all()]
    table = Tableau(
        "Objectifs : au départ, visé, atteint",
        (
            ("Ville", False),
            ("Objectif", False),
            ("Au départ", True),
            ("Visé", True),
            ("Atteint", True),
            ("Source", False),
        ),
        tuple(rows),
    )
    before = tuple(_waiting(m))
    return Chapitre("resultats", "Ce que les services ont donné", (*before, *sentences), (table,) if rows else ())


def _waiting(m: Matiere) -> Iterator[Phrase]:
    """How many evaluations this rests on."""
    if not m.projets:
        return
    text = f"{plural(len(m.evalues), 'évaluation est validée', 'évaluations sont validées')} sur {len(m.projets)}"
    left = [one for one in m.projets if one not in {projet for projet, _ in m.evalues}]
    text += f" ; il manque {listing([one.nom for one in left])}." if left else "."
    yield Phrase("resultats.evaluations", text, tuple(appui(one) for one, _ in m.evalues) or (Appui("évaluations"),))


def _project(projet: Experimentation, evaluation: Evaluation) -> Iterator[Phrase]:
    if evaluation.forme and evaluation.service:
        text = f"{projet.nom} a abouti à {evaluation.get_forme_display()} : « {_sentence(evaluation.service)} »"
        yield Phrase(f"resultats.{projet.pk}.service", text, (appui(projet),))
    for aim in evaluation.objectifs.all():
        if aim.depart is not None and aim.resultat is not None:
            text = f"{projet.nom}, {aim.titre} : de {_figure(aim.depart, aim)} à {_figure(aim.resultat, aim)}."
            yield Phrase(
                f"resultats.{projet.pk}.objectif.{aim.pk}",
                text,
                (Appui(aim.source or "source non dite"), appui(projet)),
            )
    for one in evaluation.resultats.all():
        text = f"{projet.nom} : « {_sentence(one.texte)} »"
        proof = (Appui(one.preuve),) if one.preuve else ()
        yield Phrase(f"resultats.{projet.pk}.resultat.{one.pk}", text, (*proof, appui(projet)))


def _row(aim: Objectif) -> tuple[str, str, str, str, str]:
    figures = (
        _figure(value, aim) if value is not None else "non mesuré" for value in (aim.depart, aim.cible, aim.resultat)
    )
    return (aim.titre, *figures, aim.source or "non dite")  # type: ignore[return-value]


def _figure(value: Decimal, aim: Objectif) -> str:
    digits = max(0, -int(value.normalize().as_tuple().exponent))
    return f"{number(float(value), min(digits, 3))} {aim.unite}".strip()


def _sentence(text: str) -> str:
    """The first sentence of what was written, with a full stop."""
    first = text.strip().split("\n")[0].strip()
    return first if first.endswith((".", "!", "?", "…")) else f"{first}."
