"""The acts of a call, for the archives: its text, its minutes, its decisions, its journal."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from coeurdeville.programme.appels.cahier import cahier
from coeurdeville.programme.candidatures.archives.feuilles import en_csv
from coeurdeville.programme.candidatures.archives.lignes import Tableau
from coeurdeville.programme.etats.noms import OBJETS, etat
from coeurdeville.programme.horloge import PARIS
from coeurdeville.programme.instructions.papier import papier
from coeurdeville.programme.journal.ecriture import dit, nom
from coeurdeville.programme.models import Candidature, Decision, Evenement, ProcesVerbal
from coeurdeville.reports.documents import page

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel

DECIDED = ("Code Insee", "Ville", "Issue", "Rang", "Motif")
HAPPENED = ("Date", "Objet", "Ville", "Qui", "Ce qui a été fait", "État", "Motif")


def actes(bundle: zipfile.ZipFile, appel: Appel) -> None:
    """Write them into a bundle. Decisions are told once the call is announced, minutes once they exist."""
    bundle.writestr("appel.html", page(cahier(appel)))
    for minutes in ProcesVerbal.objects.filter(appel=appel).prefetch_related("signatures").order_by("rang"):
        bundle.writestr(f"proces-verbaux/{minutes.rang}.html", page(papier(minutes)))
    if appel.annonce_le is not None:
        bundle.writestr("decisions.csv", en_csv(decisions(appel)))
    bundle.writestr("journal.csv", en_csv(journal(appel)))


def decisions(appel: Appel) -> Tableau:
    """What was decided of each candidature, with the reason that its town read. One query."""
    found = Decision.objects.filter(candidature__appel=appel).select_related("candidature")
    rows = [
        (one.candidature.commune, one.candidature.nom, one.get_issue_display(), one.rang, one.motif)
        for one in found.order_by("candidature__nom", "candidature")
    ]
    return Tableau(DECIDED, rows)


def journal(appel: Appel) -> Tableau:
    """Every change of state of the call, of its candidatures and of its minutes, in order. Three queries."""
    towns = dict(Candidature.objects.filter(appel=appel).values_list("pk", "nom"))
    minutes = list(ProcesVerbal.objects.filter(appel=appel).values_list("pk", flat=True))
    numbers = {"appel": [appel.pk], "candidature": [*towns], "procesverbal": minutes}
    events = Evenement.objects.none()
    for objet, those in numbers.items():
        events = events | Evenement.objects.filter(objet=objet, numero__in=those)
    rows = [_line(one, towns) for one in events.select_related("acteur").order_by("date", "id")]
    return Tableau(HAPPENED, rows)


def _line(event: Evenement, towns: dict[int, str]) -> tuple[str, ...]:
    town = towns[event.numero] if event.objet == "candidature" else ""
    when = event.date.astimezone(PARIS).isoformat(timespec="seconds")
    state = etat(event.objet, event.vers).nom
    return when, OBJETS[event.objet], town, nom(event), dit(event), state, event.motif
