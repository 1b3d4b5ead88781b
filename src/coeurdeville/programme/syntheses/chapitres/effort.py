"""What it took, from the logs alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from coeurdeville.core.french import listing, number
from coeurdeville.programme.experimentations.effort import Bilan, bilan
from coeurdeville.programme.models import Experimentation
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Chapitre, Phrase, Tableau

Tenu = tuple[Experimentation, Bilan]


def effort(m: Matiere) -> Chapitre:
    """Days and euros of projects that kept a log; those that kept none are named, and count for nothing."""
    found = [(one, bilan(one)) for one in m.projets]
    kept = [one for one in found if not one[1].vide]
    table = Tableau(
        "Effort noté par les villes",
        (("Ville", False), ("Jours-agents", True), ("Jours de conseil", True), ("Euros", True)),
        tuple(_row(*one) for one in kept),
        "D’après les carnets d’effort ; rien n’est estimé après coup. Le conseil est payé à part.",
    )
    silent = [one for one, total in found if total.vide]
    return Chapitre("effort", "L’effort", (*_sentences(kept), *_silent(silent)), (table,) if kept else ())


def _sentences(kept: list[Tenu]) -> Iterator[Phrase]:
    if not kept:
        return
    days = [float(total.jours) for _, total in kept]
    text = f"Les villes qui ont tenu leur carnet ont noté {number(median(days))} jours-agents en médiane"
    text += f", de {number(min(days))} à {number(max(days))}." if len(days) > 1 else "."
    yield Phrase("effort.jours", text, tuple(appui(one) for one, _ in kept))


def _silent(silent: list[Experimentation]) -> Iterator[Phrase]:
    if silent:
        names = listing([one.nom for one in silent])
        yield Phrase("effort.absents", f"Aucun effort n’a été noté par {names}.", tuple(map(appui, silent)))


def _row(projet: Experimentation, total: Bilan) -> tuple[str, ...]:
    return (projet.nom, _days(total.jours), _days(total.jours_conseil), number(float(total.euros)))


def _days(value: Decimal) -> str:
    """Half days are told, whole ones have no decimal."""
    return number(float(value), 0 if value == int(value) else 1)
