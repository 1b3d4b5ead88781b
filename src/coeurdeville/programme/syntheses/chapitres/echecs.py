"""What did not work: told by those who tried, and never left out."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import capital, plural
from coeurdeville.programme.journal.ecriture import histoire
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Chapitre, Phrase


def echecs(m: Matiere) -> Chapitre:
    """Projects given up, then what validated evaluations say."""
    return Chapitre("echecs", "Ce qui n’a pas marché", (*_given_up(m), *_told(m)))


def _given_up(m: Matiere) -> Iterator[Phrase]:
    gone = [one for one in m.projets if one.etat == "abandonnee"]
    if gone:
        text = (
            f"{capital(plural(len(gone), 'expérimentation a été abandonnée', 'expérimentations ont été abandonnées'))}."
        )
        yield Phrase("echecs.abandons", text, tuple(map(appui, gone)))
    for one in gone:
        last = histoire(one).filter(verbe="abandonner").last()
        if last and last.motif:
            yield Phrase(f"echecs.{one.pk}.abandon", f"{one.nom} a renoncé : « {last.motif.strip()} »", (appui(one),))


def _told(m: Matiere) -> Iterator[Phrase]:
    for projet, evaluation in m.evalues:
        if evaluation.echecs.strip():
            text = f"{projet.nom} : « {evaluation.echecs.strip()} »"
            yield Phrase(f"echecs.{projet.pk}.dit", text, (appui(projet),))
