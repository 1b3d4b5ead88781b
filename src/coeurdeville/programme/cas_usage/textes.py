"""The words of a card: those of the records, then those that were written for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from coeurdeville.catalogue.exchange.person_words import masked
from coeurdeville.core.french import day, of, plural, spaced
from coeurdeville.inventory.problemes.recueil import fiches
from coeurdeville.programme.candidatures.valeurs import Valeurs, deposees
from coeurdeville.programme.cas_usage.chapitres import CHAPITRES
from coeurdeville.programme.cas_usage.fiche import Chapitre, Texte
from coeurdeville.programme.journal.ecriture import histoire

if TYPE_CHECKING:
    from coeurdeville.programme.models import CasUsage, Evaluation, Experimentation

TOWN, COORDINATION = "mots de la ville", "mots de la coordination"


def chapitres(cas: CasUsage) -> tuple[Chapitre, ...]:
    """Every chapter, those without words too."""
    project = cas.experimentation
    told = _of_records(project, project.evaluation, deposees(project.candidature))
    return tuple(Chapitre(one.cle, (*told.get(one.cle, ()), *_by_hand(cas, one.cle))) for one in CHAPITRES)


def public(texte: str) -> str:
    """A text as anybody may read it: without what seems to be somebody's."""
    return spaced(masked(texte.strip()))


def _by_hand(cas: CasUsage, cle: str) -> Iterator[Texte]:
    for told, source in ((cas.prose, TOWN), (cas.redaction, COORDINATION)):
        yield from _texts(str(told.get(cle, "")), source)


def _of_records(project: Experimentation, evaluation: Evaluation, said: Valeurs) -> dict[str, tuple[Texte, ...]]:
    validated = source_evaluation(evaluation)
    return {
        "contexte": (Texte(_context(project), "dossier de l’expérimentation"),),
        "probleme": (*_tree(project), *_texts(str(said.par_champ.get("probleme_texte") or ""), "candidature déposée")),
        "actions": _texts(evaluation.actions_non_numeriques, validated),
        "service": (*_texts(evaluation.service, validated), *_texts(_users(evaluation), validated)),
        "methode": _texts(evaluation.methode, validated),
        "echecs": _texts(evaluation.echecs, validated),
    }


def source_evaluation(evaluation: Evaluation) -> str:
    """`évaluation validée le 12/03/2023`; as it stands when it is not."""
    event = histoire(evaluation).filter(verbe="valider").last()
    return f"évaluation validée le {day(localtime(event.date).date())}" if event else "évaluation en cours"


def _texts(written: str, source: str) -> tuple[Texte, ...]:
    """A text for each paragraph."""
    parts = written.replace("\r\n", "\n").split("\n\n")
    return tuple(Texte(public(one), source) for one in parts if one.strip())


def _tree(project: Experimentation) -> Iterator[Texte]:
    known = fiches().get(project.probleme)
    if known is not None:
        yield Texte(spaced(known.titre), "arbre des problèmes")


def _users(evaluation: Evaluation) -> str:
    return f"Qui s’en sert : {evaluation.usagers.strip()}" if evaluation.usagers.strip() else ""


def _context(project: Experimentation) -> str:
    call = project.appel
    begun, over = project.debut_reel, project.fin_reelle
    when = f", du {day(begun)} au {day(over)}" if begun and over else f", depuis le {day(begun)}" if begun else ""
    deposits = plural(project.missions.exclude(etat="annulee").count(), "mission")
    helped = f" Elle a été accompagnée par {deposits} de conseil." if deposits[0] != "0" else ""
    return spaced(f"Expérimentation {of(project.nom)} dans le cadre de « {call} » ({call.saison}){when}.{helped}")
