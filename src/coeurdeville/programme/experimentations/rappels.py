"""What a pair is reminded of: a step that is due, a deliverable that is late, a month without a page in the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.utils.timezone import localdate, localtime

from coeurdeville.core.french import day, plural, spaced
from coeurdeville.programme.courrier.destinataires import destinataires
from coeurdeville.programme.courrier.preparation import ecrire
from coeurdeville.programme.experimentations.equipe import vacants
from coeurdeville.programme.models import Experimentation, Rappel

if TYPE_CHECKING:
    from coeurdeville.programme.models import Etape

SILENCE: Final = timedelta(days=30)
"""Without a page in the journal for so long, the pair is asked for one."""
AGAIN: Final = 30
"""Days after which what is still late is said again."""
MODEL: Final = "rappel_experimentation"


@dataclass(frozen=True)
class Echeance:
    """One thing to do, and where."""

    cle: str
    """The same as long as it is the same reminder."""
    texte: str
    rubrique: str
    """Part of the project where it is done."""


def echeances(projet: Experimentation, today: date) -> Sequence[Echeance]:
    """What is due in a project that runs; nothing of one that has not started, is suspended or over.

    Four queries, none for what was prefetched: `etapes`, `livrables`, `journal`, `participants`.
    """
    if projet.etat != "en_cours":
        return []
    return [*_steps(projet, today), *_deliverables(projet, today), *_journal(projet, today), *_team(projet, today)]


def rappeler(today: date | None = None) -> int:
    """Write to each pair what is due and was not said yet, in one letter; give how many letters. Run it daily."""
    when = today or localdate()
    running = Experimentation.objects.filter(etat="en_cours").select_related("candidature__appel")
    projects = running.prefetch_related("etapes", "livrables", "journal", "participants", "rappels")
    return sum(_remind(one, when) for one in projects)


def _remind(projet: Experimentation, today: date) -> int:
    told = {one.cle for one in projet.rappels.all()}
    fresh = [one for one in echeances(projet, today) if one.cle not in told]
    if not fresh:
        return 0
    with transaction.atomic():
        Rappel.objects.bulk_create(
            [Rappel(experimentation=projet, cle=one.cle, texte=one.texte[:300]) for one in fresh], ignore_conflicts=True
        )
        pair = list(destinataires("binome", projet))
        words = {"liste": "\n".join(f"- {one.texte}" for one in fresh), "jour": day(today)}
        for user in pair:
            ecrire(MODEL, projet, user, f"rappel:{projet.pk}:{today.isoformat()}:{user.pk}", **words)
    return len(pair)


def _steps(projet: Experimentation, today: date) -> Iterator[Echeance]:
    for step in projet.etapes.all():
        yield from _step(step, today)


def _step(step: Etape, today: date) -> Iterator[Echeance]:
    if step.fin_prevue and step.fin_reelle is None and today >= step.fin_prevue:
        said = f"L’étape « {step.titre} » devait finir le {day(step.fin_prevue)}"
        yield _late(f"etape:{step.pk}", said, step.fin_prevue, today, "plan")
    elif step.debut_prevu and step.debut_reel is None and today >= step.debut_prevu:
        said = f"L’étape « {step.titre} » devait commencer le {day(step.debut_prevu)}"
        yield _late(f"debut:{step.pk}", said, step.debut_prevu, today, "plan")


def _deliverables(projet: Experimentation, today: date) -> Iterator[Echeance]:
    for one in projet.livrables.all():
        if one.attendu_le and one.rendu_le is None and today > one.attendu_le:
            said = f"Le livrable « {one.titre} » était attendu le {day(one.attendu_le)}"
            yield _late(f"livrable:{one.pk}", said, one.attendu_le, today, "livrables")


def _journal(projet: Experimentation, today: date) -> Iterator[Echeance]:
    last = max((one.jour for one in projet.journal.all()), default=projet.debut_reel or _opened(projet))
    if today - last >= SILENCE:
        said = f"Rien n’est écrit au journal depuis le {day(last)}."
        yield Echeance(f"journal:{last.isoformat()}:{(today - last).days // AGAIN}", spaced(said), "journal")


def _team(projet: Experimentation, today: date) -> Iterable[Echeance]:
    for part in vacants(projet.participants.all(), today):
        said = f"Plus personne ne tient le rôle de {part.label}."
        yield Echeance(f"role:{part.value}:{today:%Y-%m}", said, "equipe")


def _late(cle: str, said: str, planned: date, today: date, rubrique: str) -> Echeance:
    """Said on the day, then every month; the day planned again makes it another reminder."""
    late = (today - planned).days
    since = f", il y a {plural(late, 'jour')}" if late else ", aujourd’hui"
    return Echeance(f"{cle}:{planned.isoformat()}:{late // AGAIN}", spaced(f"{said}{since}."), rubrique)


def _opened(projet: Any) -> date:
    return localtime(projet.ouverte_le).date()
