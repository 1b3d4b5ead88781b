"""What it took, from the logs alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from coeurdeville.core.french import listing, number
from coeurdeville.programme.experimentations.effort import Bilan, bilan, en_jours, jours
from coeurdeville.programme.models import Experimentation
from coeurdeville.programme.syntheses.dessins import barres
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Chapitre, Dessin, Phrase, Tableau

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
    sentences = (*_sentences(kept), *_silent(silent))
    return Chapitre("effort", "L’effort", sentences, (table,) if kept else (), tuple(_pictures(kept)))


def _pictures(kept: list[Tenu]) -> Iterator[Dessin]:
    """Days by role, all towns together."""
    days = defaultdict[str, Decimal](Decimal)
    for _, total in kept:
        for role in total.roles:
            days[role.nom] += role.jours
    ordered = sorted(((name, count) for name, count in days.items() if count), key=lambda one: (-one[1], one[0]))
    if ordered:
        lines = [(name, float(count), jours(count)) for name, count in ordered]
        yield barres("effort", "Jours-agents notés, par rôle", lines)


def _sentences(kept: list[Tenu]) -> Iterator[Phrase]:
    if not kept:
        return
    days = [total.jours for _, total in kept]
    text = f"Les villes qui ont tenu leur carnet ont noté {en_jours(median(days))} jours-agents en médiane"
    text += f", de {en_jours(min(days))} à {en_jours(max(days))}." if len(days) > 1 else "."
    yield Phrase("effort.jours", text, tuple(appui(one) for one, _ in kept))


def _silent(silent: list[Experimentation]) -> Iterator[Phrase]:
    if silent:
        names = listing([one.nom for one in silent])
        yield Phrase("effort.absents", f"Aucun effort n’a été noté par {names}.", tuple(map(appui, silent)))


def _row(projet: Experimentation, total: Bilan) -> tuple[str, ...]:
    return (projet.nom, en_jours(total.jours), en_jours(total.jours_conseil), number(float(total.euros)))
